import Commissioning
import Quantities
import Testing

@Suite("PriceListHistory and ProductList")
struct PriceListHistoryTests {
  @Test("An import is the whole list from then on; older versions stay as they were")
  func versions() throws {
    let first = try list([try row(tariff: 1), try row(code: "02A03", tariff: 2)])
    let second = try list([try row(tariff: 3)])
    let none = PriceListHistory()
    #expect(none.version == 0 && none.current == .empty)
    #expect(none.list(version: 0) == nil && none.list(version: 1) == nil)

    let history = none.importing(first).importing(second)
    #expect(history.version == 2)
    #expect(try price(in: history.current)?.row.tariff == Cents(3))
    #expect(try price(in: try #require(history.list(version: 1)))?.row.tariff == Cents(2))
    #expect(history.list(version: 3) == nil && history.list(version: -1) == nil)
  }

  @Test("IM-08: importing what is in force changes nothing, an older list is a new version")
  func sameTwice() throws {
    let first = try list([try row(tariff: 1)])
    let second = try list([try row(tariff: 2)])
    let history = PriceListHistory().importing(first)
    #expect(history.importing(first) == history)
    #expect(history.importing(second).importing(first).version == 3)
    let otherLine = try PriceList.make([PriceLine(line: 9, row: try row(tariff: 1))]).get()
    #expect(history.importing(otherLine).version == 1)
  }

  @Test(
    "TR381: the first two characters of a national code are its category",
    arguments: [
      ("02A03", "02", true), ("02001", "02", true), ("45A04", "45", true), ("02A03", "03", false),
      ("2A03", "02", false), ("A", "02", false), ("éé", "02", false), ("02", "02", true),
    ]
  )
  func nationalList(code: String, category: String, fits: Bool) throws {
    let product = try #require(ProductCode(code))
    let group = try #require(ProductCategory(category))
    #expect(ProductList.national.fits(product, in: group) == fits)
  }

  @Test("TR381: on the region's own list only what the list says fits")
  func ownList() throws {
    let own = try #require(ProductCode("THUIS"))
    let household = try #require(ProductCategory("01"))
    let list = ProductList.own([own: household])
    #expect(list.fits(own, in: household))
    #expect(!list.fits(own, in: try #require(ProductCategory("02"))))
    #expect(!list.fits(try #require(ProductCode("01A05")), in: household))
    #expect(list.category(of: try #require(ProductCode("01A05"))) == nil)
  }

  @Test("A variant allows the units that belong to it")
  func variants() {
    for unit in ClaimUnit.allCases {
      #expect(DeliveryVariant.effort.allows(unit) != DeliveryVariant.output.allows(unit))
      #expect(DeliveryVariant.output.allows(unit) == [.outputPiece, .euro].contains(unit))
      #expect(DeliveryVariant.task.allows(unit))
    }
    #expect(DeliveryVariant.allCases.filter(\.isClaimed) == [.effort, .output])
    #expect(DeliveryVariant(rawValue: "outputgericht") == .output)
  }
}
