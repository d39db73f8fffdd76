package import Accounts
package import Quantities
package import Region
package import Rules

/// One request of somebody who may make it: who, in which region, on which state and days.
///
/// Everything that a page is computed from stands in it, so that the page itself is a function.
package struct Visit: Sendable {
  package let region: RegionPlace
  package let slug: RegionSlug
  /// Who asks; nil on the few pages that are open to the world.
  package let visitor: Visitor?
  /// What the visitor may do with what the page shows; nil on pages without a right.
  package let grant: Grant?
  package let language: Language
  /// What the page is computed from: all that was durable, or all that was known on a day.
  package let state: RegionState
  /// The day as of which the journal is read; nil for everything that is known.
  package let knownOn: CivilDate?
  /// The day on which what is shown holds.
  package let validOn: CivilDate
  package let today: CivilDate
  package let now: Instant
  package let query: Query
  /// How many proposals wait for the visitor's decision, for the frame.
  package var waiting = 0

  /// The text in the language of the visit.
  package func say(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  /// A sentence of a room; the days in it, which rooms write by ISO 8601, in words.
  package func say(_ text: BilingualText) -> String {
    Wording.withDaysInWords(text[language], language)
  }

  /// A page of the same region, with the days that were chosen kept.
  package func path(_ page: RegionAddress, _ query: Query = Query()) -> String {
    Address.region(slug, page).path + kept(query).text
  }

  package func address(_ page: RegionAddress) -> Address { .region(slug, page) }

  /// A query with the days of this visit added, so that a link does not fall back to today.
  private func kept(_ query: Query) -> Query {
    var kept = query
    if let knownOn, !query.has(Self.knownOnName) {
      kept = kept.setting((Self.knownOnName, knownOn.description))
    }
    if validOn != today, !query.has(Self.validOnName) {
      kept = kept.setting((Self.validOnName, validOn.description))
    }
    return kept
  }

  package static let knownOnName = "bekend"
  package static let validOnName = "geldig"
}

extension Visit {
  /// Whether the visitor may see what belongs to a municipality.
  package func reaches(_ municipality: MunicipalityCode) -> Bool {
    grant?.reach.contains(municipality) ?? false
  }

  /// Whether the visitor may see what belongs to a provider.
  package func reaches(_ provider: ChamberNumber) -> Bool {
    grant?.reach.contains(provider) ?? false
  }

  /// Whether the visitor has a right, for showing a link or a button.
  package func may(_ right: Right) -> Bool {
    visitor.map { Rights.grant(right, to: $0.principal) != nil } ?? false
  }
}
