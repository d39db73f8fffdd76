/// What the turns of one piece of work came to, each turn beside one of its floor.
package struct Turns: Sendable {
  package private(set) var values: [Double] = []

  package init() {}

  package init(_ values: [Double]) { self.values = values }

  package mutating func add(_ value: Double) { values.append(value) }

  /// The middle one: with an odd number of turns it is a turn that happened.
  package var median: Double {
    precondition(!values.isEmpty, "nothing was measured")
    return values.sorted()[values.count / 2]
  }

  package var least: Double { values.min() ?? .nan }

  package var greatest: Double { values.max() ?? .nan }

  /// The median with the extremes behind it, in a unit: "1.77 s (1.75 to 1.88)".
  package func text(_ unit: String) -> String {
    let middle = Turns.text(median) + " " + unit
    guard values.count > 1 else { return middle }
    return middle + " (\(Turns.text(least)) to \(Turns.text(greatest)))"
  }

  /// A number with three digits that say something, and thousands apart.
  package static func text(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    if value >= 1_000 { return text(Int(value.rounded())) }
    let decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 5
    let scale = [1.0, 10, 100, 1_000, 10_000, 100_000][decimals]
    let scaled = Int((value * scale).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let rest = String(scaled % Int(scale))
    let zeros = String(repeating: "0", count: decimals - rest.count)
    return "\(scaled / Int(scale)).\(zeros)\(rest)"
  }

  /// A count, with thousands apart.
  package static func text(_ value: Int) -> String {
    guard value >= 1_000 else { return "\(value)" }
    let rest = String(value % 1_000)
    return text(value / 1_000) + "," + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
