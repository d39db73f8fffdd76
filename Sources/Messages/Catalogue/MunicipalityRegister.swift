package import Quantities

/// Which municipality codes exist on which days.
///
/// Old codes stay valid for allocations that started before a merger (iWmo 3.2 TR378), so every
/// code has a first and a last day.
///
/// - Dutch term: gemeentelijst (CBS)
package struct MunicipalityRegister: Sendable {
  /// One municipality under one code.
  package struct Entry: Hashable, Sendable {
    package let code: MunicipalityCode
    package let name: String
    /// The first day of the code; nil when it is older than any allocation.
    package let first: CivilDate?
    /// The last day of the code; nil as long as it exists.
    package let last: CivilDate?

    package init(code: MunicipalityCode, name: String, first: CivilDate?, last: CivilDate?) {
      self.code = code
      self.name = name
      self.first = first
      self.last = last
    }
  }

  /// All municipalities, in the order of their codes.
  package let entries: [Entry]
  private let places: [MunicipalityCode: Int]

  /// Makes a register; of two entries with one code the later counts.
  package init(_ entries: [Entry]) {
    self.entries = entries
    var places: [MunicipalityCode: Int] = [:]
    for (place, entry) in entries.enumerated() { places[entry.code] = place }
    self.places = places
  }

  /// The municipality with a code, whenever it existed.
  package subscript(code: MunicipalityCode) -> Entry? {
    places[code].map { entries[$0] }
  }

  /// Whether the code exists on a day.
  package func exists(_ code: MunicipalityCode, on date: CivilDate) -> Bool {
    guard let entry = self[code] else { return false }
    return (entry.first.map { $0 <= date } ?? true) && (entry.last.map { date <= $0 } ?? true)
  }

  /// The register of CBS as of 1 January 2026, with the mergers and new names since 2015.
  package static let netherlands = MunicipalityRegister(
    DataText.rows(EmbeddedTables.gemeenten, columns: 4).compactMap { row in
      MunicipalityCode(row[0]).map { code in
        Entry(code: code, name: String(row[1]), first: CivilDate(row[2]), last: CivilDate(row[3]))
      }
    }
  )
}
