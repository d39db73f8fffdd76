/// By which of the three kinds of procedure contracts are given.
///
/// - Dutch term: soort procedure (`definitions.md` B.12, B.13)
package enum ProcedureKind: String, CaseIterable, Hashable, Sendable {
  /// The light regime for social services, with award criteria (EMVI).
  case awardCriteria = "sas_met_gunningscriteria"
  /// The light regime without award criteria: whoever meets the requirements.
  case requirementsOnly = "sas"
  /// Open House: everybody who meets the requirements, and the client chooses.
  case admission = "toelating"
}

extension ProcedureKind {
  /// Whether bids are sealed until they are opened together; in an admission nobody competes.
  package var hasSealedBids: Bool { self != .admission }
  package var ranksBids: Bool { self == .awardCriteria }

  package var dutchText: String {
    switch self {
    case .awardCriteria: "SAS-procedure met gunningscriteria"
    case .requirementsOnly: "SAS-procedure zonder gunningscriteria"
    case .admission: "toelatingsprocedure (Open House)"
    }
  }
}
