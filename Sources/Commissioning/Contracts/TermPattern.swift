package import Quantities

/// How long a contract may run: the first years, the options after them, and how they are used.
///
/// - Dutch term: looptijd met opties tot verlenging (000:34, 003:498, 004:32)
package struct TermPattern: Hashable, Sendable {
  package let baseYears: Int
  package let extensionYears: [Int]
  package let mode: Mode

  /// How the options are used.
  package enum Mode: String, CaseIterable, Hashable, Sendable {
    /// Each option as a whole, by a notice of the municipality.
    case option = "verlenging"
    /// One year after every good year, so that the horizon stays equal (boeggolf, 000:38).
    case rolling = "boeggolf"
  }

  /// The pattern, or nil unless there are 1 to 50 base years and up to 20 options of 1 to 50 years.
  package init?(baseYears: Int, extensionYears: [Int] = [], mode: Mode = .option) {
    guard (1...50).contains(baseYears), extensionYears.count <= 20,
      extensionYears.allSatisfy({ (1...50).contains($0) })
    else { return nil }
    self.baseYears = baseYears
    self.extensionYears = extensionYears
    self.mode = mode
  }

  /// Reads `3+1+1`; anything else is nil.
  package init?(_ text: some StringProtocol, mode: Mode = .option) {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    let years = parts.compactMap { part in Int(part).flatMap { part == "\($0)" ? $0 : nil } }
    guard let base = years.first, years.count == parts.count else { return nil }
    self.init(baseYears: base, extensionYears: Array(years.dropFirst()), mode: mode)
  }
}

extension TermPattern: CustomStringConvertible {
  /// `3+1+1`.
  package var description: String {
    ([baseYears] + extensionYears).map { "\($0)" }.joined(separator: "+")
  }
}

extension TermPattern {
  /// The most years that the contract may run.
  package var maximumYears: Int { extensionYears.reduce(baseYears, +) }

  /// Every end that a contract of this pattern may have, the earliest first.
  package func possibleEnds(from start: CivilDate) -> [CivilDate] {
    var years = baseYears
    var ends = [Self.end(of: years, from: start)]
    switch mode {
    case .option:
      for step in extensionYears {
        years += step
        ends.append(Self.end(of: years, from: start))
      }
    case .rolling:
      while years < maximumYears {
        years += 1
        ends.append(Self.end(of: years, from: start))
      }
    }
    return ends
  }

  /// The last day of so many years that begin on a day.
  package static func end(of years: Int, from start: CivilDate) -> CivilDate {
    start.adding(months: years * 12).adding(days: -1)
  }

  /// The longest term of a framework agreement without a reason that is given for it.
  ///
  /// Above it a justification stands in the contract notice (`definitions.md` B.13).
  package static let longestWithoutReason = LegalTerm(
    .months(48),
    .contract,
    .standard("raamovereenkomst ten hoogste 48 maanden, tenzij gemotiveerd")
  )

  /// Whether the longest term asks for a justification (motivering boven 48 maanden).
  package var needsReason: Bool {
    maximumYears * 12 > Self.longestWithoutReason.term.length.count
  }
}
