package import Quantities

/// Something that a provider or its support must meet.
///
/// - Dutch term: eis (uitsluitingsgrond, geschiktheidseis, uitvoeringseis, kwaliteitseis)
package struct Requirement: Hashable, Sendable {
  package let code: Label<Requirement>
  package let kind: Kind
  package let text: String
  /// What proves it; nil when the provider's own statement is enough.
  package let evidence: EvidenceKind?
  /// How it is tested during the contract; a requirement without a test is a warning (003:187).
  package let test: String?
  package let basis: Basis

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case exclusion = "uitsluitingsgrond"
    case suitability = "geschiktheidseis"
    case performance = "uitvoeringseis"
    case quality = "kwaliteitseis"
  }

  package init(
    code: Label<Requirement>,
    kind: Kind,
    text: String,
    evidence: EvidenceKind? = nil,
    test: String? = nil,
    basis: Basis
  ) {
    self.code = code
    self.kind = kind
    self.text = text
    self.evidence = evidence
    self.test = test
    self.basis = basis
  }
}

/// A kind of proof, with how old it may be.
///
/// - Dutch term: bewijsmiddel (contractstandaard; `definitions.md` B.13)
package enum EvidenceKind: String, CaseIterable, Hashable, Sendable {
  case behaviourDeclaration = "gedragsverklaring-aanbesteden"
  case taxDeclaration = "verklaring-belastingdienst"
  case registerExtract = "uittreksel-handelsregister"
  case integrityForm = "bibob-formulier"
  case certificate = "certificaat"
  case reference = "referentie"
}

extension EvidenceKind {
  /// How old it may be on the day it is judged; nil when its own end date decides.
  package var maximumAge: LegalTerm? {
    switch self {
    case .behaviourDeclaration:
      LegalTerm(.months(24), .contract, .standard("gedragsverklaring ten hoogste 24 maanden oud"))
    case .taxDeclaration, .registerExtract:
      LegalTerm(.months(6), .contract, .standard("verklaring ten hoogste 6 maanden oud"))
    case .integrityForm, .certificate, .reference: nil
    }
  }
}

extension EvidenceKind {
  /// Within which it is handed in after it was asked for.
  package var handedInWithin: LegalTerm {
    self == .integrityForm ? CalendarRule.integrityForm : CalendarRule.evidence
  }
}

/// A proof that was handed in.
///
/// - Dutch term: bewijsstuk
package struct Evidence: Hashable, Sendable {
  package let kind: EvidenceKind
  package let issued: CivilDate
  /// Its own end date, when it has one.
  package let validThrough: CivilDate?
  package let received: CivilDate

  package init(
    kind: EvidenceKind,
    issued: CivilDate,
    validThrough: CivilDate? = nil,
    received: CivilDate
  ) {
    self.kind = kind
    self.issued = issued
    self.validThrough = validThrough
    self.received = received
  }
}

extension Evidence {
  /// Until when it proves something; nil when it has no end.
  package var expires: CivilDate? {
    let byAge = kind.maximumAge.map { $0.end(after: issued, in: WorkCalendar()) }
    guard let byAge, let validThrough else { return byAge ?? validThrough }
    return min(byAge, validThrough)
  }

  package func isValid(on date: CivilDate) -> Bool {
    issued <= date && (expires.map { date <= $0 } ?? true)
  }
}
