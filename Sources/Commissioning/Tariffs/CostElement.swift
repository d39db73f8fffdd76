/// One of the cost elements that a real price must cover.
///
/// - Dutch term: kostprijselement (Uitvoeringsbesluit Wmo 2015, artikel 5.4: a tot en met f)
package enum CostElement: String, CaseIterable, Hashable, Sendable {
  case professional = "a"
  case overhead = "b"
  case nonProductiveHours = "c"
  case travelAndTraining = "d"
  case indexation = "e"
  case otherDemands = "f"

  package var dutchText: String {
    switch self {
    case .professional: "kosten van de beroepskracht"
    case .overhead: "redelijke overheadkosten"
    case .nonProductiveHours: "niet-productieve uren (verlof, ziekte, scholing, overleg)"
    case .travelAndTraining: "reis- en opleidingskosten"
    case .indexation: "indexatie van de reële prijs"
    case .otherDemands: "overige kosten door eisen van de gemeente, rapportage inbegrepen"
    }
  }
}
