/// One row of the table in `Documentation/Performance.md`.
package struct Figure: Sendable {
  package var work: String
  package var measured: String
  package var floor: String
  package var ratio: String
  package var promise: String

  package init(
    _ work: String,
    measured: String,
    floor: String,
    ratio: String,
    promise: String = ""
  ) {
    self.work = work
    self.measured = measured
    self.floor = floor
    self.ratio = ratio
    self.promise = promise
  }

  /// Prints the row; `Scripts/bench` gathers the lines that begin in this way.
  package func show() {
    print("| \(work) | \(measured) | \(floor) | \(ratio) | \(promise) |")
    System.flush()
  }
}

extension Figure {
  /// What was promised, and whether a figure keeps it.
  package static func promise(atLeast least: Double, _ value: Double, _ unit: String) -> String {
    "at least \(limit(least))\(unit): \(value >= least ? "met" : "**not met**")"
  }

  package static func promise(atMost most: Double, _ value: Double, _ unit: String) -> String {
    "at most \(limit(most))\(unit): \(value <= most ? "met" : "**not met**")"
  }

  /// A limit as it was given: whole where it is whole.
  private static func limit(_ value: Double) -> String {
    value == value.rounded() ? Turns.text(Int(value)) : "\(value)"
  }

  /// How often the floor fits in what was measured, or the other way around.
  package static func times(_ value: Double, _ what: String) -> String {
    "\(Turns.text(value)) times \(what)"
  }
}
