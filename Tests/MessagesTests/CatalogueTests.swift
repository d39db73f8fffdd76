import Messages
import Quantities
import Rules
import Testing

@Suite("Catalogue of rules and codes (IM-02)")
struct CatalogueTests {
  @Test("every rule is there, with a text in both languages")
  func rules() {
    let rules = RuleCatalogue.iwmo.rules
    #expect(rules.count == 155)
    #expect(rules.count { $0.number.hasPrefix("TR") } == 78)
    #expect(rules.count { $0.number.hasPrefix("CD") } == 22)
    #expect(rules.count { $0.number.hasPrefix("CS") } == 18)
    #expect(Set(rules.map(\.number)).count == rules.count)
    for rule in rules {
      for text in [rule.meaning, rule.remedy] {
        #expect(text.dutch.hasSuffix(".") && text.english.hasSuffix("."), "\(rule.number)")
      }
      #expect((1...4).contains(rule.level))
      #expect(!rule.messages.isEmpty)
      #expect(rule.source.contains(rule.number))
    }
  }

  @Test("a rule of level 2 returns 0001, a rule of level 3 or 4 a code of the list")
  func codes() throws {
    for rule in RuleCatalogue.iwmo.rules {
      switch rule.level {
      case 1: #expect(rule.returnCode == nil)
      case 2: #expect(rule.returnCode == "0001", "\(rule.number)")
      default:
        guard let code = rule.returnCode else {
          #expect(rule.messages == ["325"], "\(rule.number)")
          continue
        }
        #expect(ReturnCodeCatalogue.iwmo[code] != nil, "\(code)")
      }
    }
  }

  @Test("the codes are those of the schema, and each names a rule of the catalogue")
  func returnCodes() throws {
    let list = try #require(CodeList.named("WJ001"))
    #expect(ReturnCodeCatalogue.iwmo.codes.map(\.code) == list.entries.map(\.code))
    for code in ReturnCodeCatalogue.iwmo.codes {
      guard let rule = code.rule else { continue }
      let description = try #require(RuleCatalogue.iwmo[rule])
      #expect(description.returnCode == code.code)
    }
  }

  @Test("the rules that judge a message are found by level")
  func byLevel() {
    let numbers = RuleCatalogue.iwmo.rules(level: 4, judging: "323").map(\.number)
    #expect(numbers == ["TR135", "TR346", "TR378", "TR381"])
  }

  @Test(
    "a municipality code exists from its first to its last day",
    arguments: [
      ("0344", "2015-01-01", true), ("0344", "2026-06-01", true),
      ("1980", "2021-12-31", false), ("1980", "2022-01-01", true),
      ("0416", "2021-12-31", true), ("0416", "2022-01-01", false),
      ("0457", "2022-03-23", true), ("0457", "2022-03-24", false),
      ("1921", "2015-06-30", true), ("1921", "2015-07-01", false),
      ("1940", "2015-06-30", false), ("1940", "2015-07-01", true),
      ("9999", "2025-01-01", false),
    ]
  )
  func municipalities(_ code: String, _ date: String, _ exists: Bool) throws {
    let code = try #require(MunicipalityCode(code))
    let date = try #require(CivilDate(date))
    #expect(MunicipalityRegister.netherlands.exists(code, on: date) == exists)
  }

  @Test(
    "the register has as many municipalities as CBS counted on each day",
    arguments: [
      ("2015-01-01", 393), ("2016-01-01", 390), ("2017-01-01", 388), ("2018-01-01", 380),
      ("2019-01-01", 355), ("2020-01-01", 355), ("2021-01-01", 352), ("2022-01-01", 345),
      ("2022-03-24", 344), ("2023-01-01", 342), ("2024-01-01", 342), ("2025-01-01", 342),
      ("2026-01-01", 342),
    ]
  )
  func municipalityCounts(_ date: String, _ count: Int) throws {
    let date = try #require(CivilDate(date))
    let register = MunicipalityRegister.netherlands
    #expect(register.entries.count { register.exists($0.code, on: date) } == count)
    #expect(register[MunicipalityCode(uncheckedNumber: 344)]?.name == "Utrecht")
  }

  @Test("the category of a product code is its beginning, or what a list says")
  func products() throws {
    let code = try #require(ProductCode("02A03"))
    let own = try #require(ProductCode("X1"))
    let guidance = try #require(ProductCategory("02"))
    let list = ProductCodeReading.list(
      ProductList([ProductList.Entry(code: own, category: guidance, name: "eigen", list: "regio")])
    )
    #expect(ProductCodeReading.firstTwoCharacters.fits(code, category: guidance))
    #expect(!ProductCodeReading.firstTwoCharacters.fits(code, category: .householdHelp))
    #expect(!ProductCodeReading.firstTwoCharacters.fits(own, category: guidance))
    #expect(list.fits(own, category: guidance))
    #expect(!list.fits(code, category: guidance))
    #expect(ProductList.nationalWmo.entries.count == 467)
    #expect(ProductList.nationalWmo[code]?.category == guidance)
  }
}
