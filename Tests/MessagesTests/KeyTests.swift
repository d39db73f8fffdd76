import Generators
import Messages
import MessagesTesting
import Testing

/// The rules that compare lines with each other, against a comparison of every line with every
/// other.
@Suite("Keys and overlaps within a message")
struct KeyTests {
  @Test("duplicates, credits and double debits are found in any claim", arguments: UInt64(1)...30)
  func claims(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = (0..<60).map { _ in Line(&generator) }
    let message = try Line.claim(lines)
    let found = LevelTwo.check(message)
    for rule in ["TR101", "TR315", "TR316", "TR416"] {
      let paths = found.filter { $0.rule == rule }.map(\.path)
      #expect(paths == Line.slowly(rule, lines), "seed \(seed), \(rule)")
    }
  }

  @Test("overlaps are found in any allocation", arguments: UInt64(1)...60)
  func overlaps(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let products = (0..<12).map { _ in Product(&generator) }
    var draft = MessageDraft.allocation.without("ToegewezenProduct")
    for product in products { draft = draft.adding(product.text) }
    let found = LevelTwo.check(draft.build()).filter { $0.rule == "TR302" }.map(\.path)
    #expect(Set(found) == Product.slowly(products), "seed \(seed)")
  }
}

/// A line of a claim with keys from small sets, so that many are equal.
private struct Line {
  let reference: String
  let previous: String?
  let allocation: Int
  let month: Int

  init(_ generator: inout SeededGenerator) {
    let names = ["A", "AB", "2025-000001", "2025-000002", "2025-0000030000004", "é-200000005"]
    func name(_ generator: inout SeededGenerator) -> String {
      (names.randomElement(using: &generator) ?? "A")
        + String(Int.random(in: 0...9, using: &generator))
    }
    reference = name(&generator)
    previous = generator.chance(percent: 30) ? name(&generator) : nil
    allocation = Int.random(in: 1...4, using: &generator)
    month = Int.random(in: 1...3, using: &generator)
  }

  static func claim(_ lines: [Line]) throws -> Message {
    var draft = MessageDraft.claim.without("Prestatie").without("Client", row: 1)
    for line in lines { draft = draft.adding(line.text) }
    return draft.build()
  }

  private var text: String {
    let month = "2024-0\(month)"
    return """
      + Prestatie
      Prestatie/ProductReferentie/ReferentieNummer \(reference)
      \(previous.map { "Prestatie/ProductReferentie/VorigReferentieNummer \($0)" } ?? "")
      Prestatie/ToewijzingNummer \(allocation)
      Prestatie/ProductCategorie 02
      Prestatie/ProductCode 02A03
      Prestatie/ProductPeriode/Begindatum \(month)-01
      Prestatie/ProductPeriode/Einddatum \(month)-28
      Prestatie/IngediendBedrag/Bedrag 1
      Prestatie/IngediendBedrag/DebetCredit \(previous == nil ? "D" : "C")
      """
  }

  /// The paths of the lines that break a rule, by comparing each line with every other.
  static func slowly(_ rule: String, _ lines: [Line]) -> [String] {
    func isEqual(_ left: Line, _ right: Line) -> Bool {
      switch rule {
      case "TR101": left.reference == right.reference && left.previous == right.previous
      case "TR315": left.previous == right.previous && left.previous != nil
      default:
        left.previous == nil && right.previous == nil && left.allocation == right.allocation
          && left.month == right.month
      }
    }
    let broken = lines.indices.filter { index in
      rule == "TR316"
        ? lines.contains { $0.reference == lines[index].previous }
        : lines[..<index].contains { isEqual($0, lines[index]) }
    }
    let ending =
      rule == "TR315" || rule == "TR316" ? "/ProductReferentie/VorigReferentieNummer" : ""
    return broken.map {
      "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[\($0 + 1)]\(ending)"
    }
  }
}

/// An allocated product with one of few codes, within half a year.
private struct Product {
  let category: String?
  let code: String?
  let first: Int
  let last: Int?

  init(_ generator: inout SeededGenerator) {
    category =
      generator.chance(percent: 90) ? ["01", "02", "11"].randomElement(using: &generator) : nil
    let number = Int.random(in: 1...2, using: &generator)
    code = generator.chance(percent: 70) ? category.map { "\($0)A0\(number)" } : nil
    first = Int.random(in: 0..<180, using: &generator)
    last = generator.chance(percent: 80) ? first + Int.random(in: 0..<30, using: &generator) : nil
  }

  var text: String {
    """
    + ToegewezenProduct
    ToegewezenProduct/Ingangsdatum \(Product.date(first))
    \(last.map { "ToegewezenProduct/Einddatum \(Product.date($0))" } ?? "")
    \(category.map { "ToegewezenProduct/Product/Categorie \($0)" } ?? "")
    \(code.map { "ToegewezenProduct/Product/Code \($0)" } ?? "")
    """
  }

  private static func date(_ day: Int) -> String {
    let month = day / 28 + 1
    return "2025-\(month < 10 ? "0" : "")\(month)-\(day % 28 < 9 ? "0" : "")\(day % 28 + 1)"
  }

  private func overlaps(_ other: Product) -> Bool {
    guard category != "11", other.category != "11" else { return false }
    let isSame =
      if let category, let otherCategory = other.category {
        category == otherCategory
          && (code == nil || other.code == nil || code == other.code)
      } else {
        true
      }
    return isSame && first <= other.last ?? .max && other.first <= last ?? .max
  }

  static func slowly(_ products: [Product]) -> Set<String> {
    let late = products.indices.filter { index in
      products.indices.contains { other in
        let isEarlier =
          (products[other].first, other) < (products[index].first, index)
        return isEarlier && products[other].overlaps(products[index])
      }
    }
    return Set(
      late.map { "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[\($0 + 1)]" }
    )
  }
}
