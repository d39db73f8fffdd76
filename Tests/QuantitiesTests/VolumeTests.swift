import Quantities
import Testing

@Suite("Units, frequencies and volumes")
struct VolumeTests {
  @Test("WJ756: the units are exactly those of the code list")
  func units() {
    #expect(ClaimUnit.allCases.map(\.code) == ["01", "04", "14", "16", "82", "83", "84"])
    for unit in ClaimUnit.allCases { #expect(ClaimUnit(code: unit.code) == unit) }
    let known = (0...99).filter { ClaimUnit(code: ($0 < 10 ? "0" : "") + "\($0)") != nil }
    #expect(known == [1, 4, 14, 16, 82, 83, 84])
  }

  @Test("WMO757: the frequencies are exactly those of the code list")
  func frequencies() {
    #expect(Frequency.allCases.map(\.code) == ["1", "2", "4", "6"])
    for frequency in Frequency.allCases {
      #expect(Frequency(code: frequency.code) == frequency)
    }
    #expect((0...9).filter { Frequency(code: "\($0)") != nil } == [1, 2, 4, 6])
  }

  @Test(
    "IM-05: a code in another form is nil, never a trap",
    arguments: ["", "1", "+1", "+4", "-1", " 1", "1 ", "001", "０１", "٠١", "1a", "99", "x"]
  )
  func otherUnits(text: String) {
    #expect(ClaimUnit(code: text) == nil)
  }

  @Test(
    "IM-05: a frequency in another form is nil, never a trap",
    arguments: ["", "01", "+1", "-", "+", "３", "٢", "7", "12", " "]
  )
  func otherFrequencies(text: String) {
    #expect(Frequency(code: text) == nil)
  }

  @Test("Pieces and euros by code 82 and 83 belong to the output variant, the others do not")
  func output() {
    #expect(ClaimUnit.allCases.filter(\.isOutput) == [.outputPiece, .euro])
  }

  @Test("A volume is its three parts")
  func volume() {
    let volume = SupportVolume(amount: 3, unit: .hour, frequency: .week)
    #expect(volume == SupportVolume(amount: 3, unit: .hour, frequency: .week))
    #expect(volume != SupportVolume(amount: 3, unit: .hour, frequency: .month))
    #expect(Set([volume, volume]).count == 1)
  }
}
