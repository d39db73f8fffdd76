import Digests
import Landscape
import Quantities
import Rules
import StrategyFiles
import Testing
import Web

/// What the pages of the room are made from.
@Suite("Models of the landscape")
struct LandscapeModelTests {
  /// The shipped strategies, adopted one after the other.
  private static func book(_ shipped: [ShippedStrategy]) throws -> StrategyBook {
    var book = StrategyBook()
    for item in shipped {
      let strategy = try #require(item.strategy)
      let digest = StandardDigest.sha256(item.bytes.span)
      book.evolve(.adopted(StrategyAdoption(strategy: strategy, on: today, digest: digest)))
    }
    return book
  }

  private static let today = CivilDate(year: 2026, month: 1, day: 10) ?? CivilDate(dayNumber: 0)

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? today }

  @Test("The tables are those of the strategies that hold on the day, each with all segments")
  func tables() throws {
    let book = try Self.book([.lekstroomEarlierWmo, .lekstroomWmo])
    for (text, code) in [("2020-06-01", "lek-wmo-ozr-2015"), ("2025-06-01", "lek-wmo-ib-2022")] {
      let model = SteeringModel(StrategyShelf(book, on: Self.day(text)), in: .dutch)
      #expect(model.tables.map(\.code) == [code])
      let strategy = try #require(book.current(code)?.strategy)
      #expect(model.tables.first?.steering.rows.count == strategy.segments.count)
    }
  }

  @Test("Each segment that cannot go into a procedure asks for attention, and no other")
  func barred() throws {
    let book = try Self.book([.noordLimburgWmo, .noordLimburgYouth, .noordLimburgParticipation])
    let shelf = StrategyShelf(book, on: Self.day("2025-06-01"))
    let model = SteeringModel(shelf, in: .english)
    let barred = model.attention.filter { $0.kind == .barred }.compactMap(\.segment)
    let expected = shelf.holding.flatMap(\.segments).filter { !$0.obstacles.isEmpty }.map(\.code)
    #expect(barred.sorted() == expected.sorted())
    #expect(!barred.isEmpty)
  }

  @Test("A strategy that ends without another after it asks for attention, one with does not")
  func ending() throws {
    let alone = try Self.book([.lekstroomEarlierWmo])
    let on = Self.day("2021-06-01")
    func ends(_ book: StrategyBook, _ day: CivilDate) -> [String] {
      SteeringModel(StrategyShelf(book, on: day), in: .dutch).attention
        .filter { $0.kind == .ending }.map(\.strategy)
    }
    #expect(ends(alone, on) == ["lek-wmo-ozr-2015"])
    #expect(ends(alone, Self.day("2019-01-01")) == [])
    #expect(ends(try Self.book([.lekstroomEarlierWmo, .lekstroomWmo]), on) == [])
  }

  @Test("A version beside itself has no difference; beside its successor each row has one")
  func comparison() throws {
    let book = try Self.book([.lekstroomEarlierWmo, .lekstroomWmo])
    let same = ComparisonModel(from: book.adoptions[0], to: book.adoptions[0])
    #expect(same.sections.isEmpty && same.rows.isEmpty)
    let model = ComparisonModel(from: book.adoptions[0], to: book.adoptions[1])
    #expect(!model.sections.isEmpty && !model.rows.isEmpty)
    for row in model.rows { #expect(Set(row.old).isDisjoint(with: row.new)) }
  }
}
