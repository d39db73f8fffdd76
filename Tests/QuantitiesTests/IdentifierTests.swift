import Quantities
import Testing

@Suite("Municipality, provider and category codes")
struct IdentifierTests {
  @Test("Codes keep their leading zeros")
  func leadingZeros() throws {
    let municipality = try #require(MunicipalityCode("0321"))
    #expect(municipality.number == 321 && municipality.description == "0321")
    #expect(MunicipalityCode(number: 321) == municipality)
    let provider = try #require(ProviderCode("00000007"))
    #expect(provider.number == 7 && provider.description == "00000007")
    #expect(ProductCategory("01") == .householdHelp)
    #expect(ProductCategory.householdHelp.description == "01")
  }

  @Test("Every municipality code and category reads back")
  func readBack() {
    let codes = (0...9999).filter { number in
      guard let code = MunicipalityCode(number: number) else { return true }
      return MunicipalityCode(code.description) != code || code.description.utf8.count != 4
    }
    #expect(codes == [])
    let categories = (0...99).filter { number in
      guard let code = ProductCategory(number: number) else { return true }
      return ProductCategory(code.description) != code || code.description.utf8.count != 2
    }
    #expect(categories == [])
  }

  @Test(
    "IM-05: another length, sign, space or script is nil, never a trap",
    arguments: [
      "", "321", "00321", "+321", "-321", " 321", "321 ", "32 1", "032a", "٠٣٢١", "０３２１", "0x1F",
      "3.21", "99999999999999999999",
    ]
  )
  func otherTexts(text: String) {
    #expect(MunicipalityCode(text) == nil)
    #expect(ProductCategory(text) == nil)
    #expect(ProviderCode(text) == nil)
  }

  @Test("Numbers with too many digits, and negative ones, are nil")
  func numbers() {
    #expect(MunicipalityCode(number: 10_000) == nil)
    #expect(MunicipalityCode(number: -1) == nil)
    #expect(ProviderCode(number: 99_999_999)?.description == "99999999")
    #expect(ProviderCode(number: 100_000_000) == nil)
    #expect(ProviderCode(number: UInt64.max) == nil)
    #expect(ProviderCode(number: Int64.min) == nil)
  }

  @Test("Codes are ordered by number, which is the order of their text")
  func order() throws {
    let low = try #require(MunicipalityCode("0099"))
    let high = try #require(MunicipalityCode("0100"))
    #expect(low < high && !(high < low))
    #expect(low.description < high.description)
  }
}

@Suite("ProductCode")
struct ProductCodeTests {
  @Test("A code is kept as it is written", arguments: ["02A01", "1", " 1", "a b", "01 ", "é1"])
  func kept(text: String) throws {
    #expect(try #require(ProductCode(text)).description == text)
  }

  @Test(
    "No code: nothing, only blanks, six characters, a line end",
    arguments: ["", " ", "     ", "\t", "\n", "123456", "1\n2", "1\r2"]
  )
  func refused(text: String) {
    #expect(ProductCode(text) == nil)
  }

  @Test("Characters are counted as the schemas count them, and blank means what it means there")
  func counting() {
    // A letter with a combining accent is two characters for a schema.
    #expect(ProductCode("1234e\u{301}") == nil)
    #expect(ProductCode("123e\u{301}") != nil)
    // A no-break space is not among the four blanks of XML.
    #expect(ProductCode("\u{A0}") != nil)
  }

  @Test("Codes are ordered by their text")
  func order() throws {
    let left = try #require(ProductCode("01001"))
    let right = try #require(ProductCode("01A01"))
    #expect(left < right && !(right < left))
  }
}
