import Quantities
package import Rules

extension Wording {
  /// A sentence with every day in it (`2022-01-01`) as people write it (`1 januari 2022`).
  ///
  /// A day that is part of a longer code, such as a file's name, stays as it is.
  package static func withDaysInWords(_ sentence: String, _ language: Language) -> String {
    var text = sentence
    return text.withUTF8 { bytes in
      var words = ""
      var begin = 0
      var place = 0
      while place + 10 <= bytes.count {
        guard bytes[place + 4] == dash, bytes[place + 7] == dash, isAlone(place, bytes),
          let day = CivilDate(String(decoding: bytes[place..<place + 10], as: UTF8.self))
        else {
          place += 1
          continue
        }
        words += String(decoding: bytes[begin..<place], as: UTF8.self)
        words += self.day(day, language)
        place += 10
        begin = place
      }
      guard begin > 0 else { return sentence }
      return words + String(decoding: bytes[begin...], as: UTF8.self)
    }
  }

  private static let dash = UInt8(ascii: "-")

  /// Whether ten bytes stand by themselves, with no sign of a code before or after them.
  private static func isAlone(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isPart(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), dash, UInt8(ascii: "/"), UInt8(ascii: "_"):
        true
      default: byte >= 0x80
      }
    }
    if place > 0, isPart(bytes[place - 1]) { return false }
    return place + 10 == bytes.count || !isPart(bytes[place + 10])
  }
}
