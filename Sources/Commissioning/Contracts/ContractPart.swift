package import Quantities

/// One document of a contract, with the clauses that decide something.
///
/// - Dutch term: contractdocument (003:184: basisovereenkomst, deelovereenkomst, voorwaarden)
package struct ContractPart: Hashable, Sendable {
  package let code: Label<ContractPart>
  package let kind: Kind
  package let title: String
  /// When the document holds; an addendum usually shorter than the contract.
  package let period: OpenPeriod
  package let clauses: [ContractClause]

  /// What kind of document it is; their order of precedence is the contract's own.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case addendum = "addendum"
    case framework = "raamovereenkomst"
    case subAgreement = "deelovereenkomst"
    case clarification = "nota-van-inlichtingen"
    case productDescription = "productbeschrijving"
    case deliveryTerms = "leveringsvoorwaarden"
    case qualityFramework = "kwaliteitskader"
    case conditions = "algemene-voorwaarden"
    case bid = "inschrijving"
  }

  package init(
    code: Label<ContractPart>,
    kind: Kind,
    title: String,
    period: OpenPeriod,
    clauses: [ContractClause] = []
  ) {
    self.code = code
    self.kind = kind
    self.title = title
    self.period = period
    self.clauses = clauses
  }
}

/// What a document says about one subject.
///
/// - Dutch term: bepaling
package struct ContractClause: Hashable, Sendable {
  /// The subject, such as `opzegtermijn`; clauses of one subject compete.
  package let subject: String
  /// The place in the document, such as `artikel 3.2`.
  package let place: String
  package let text: String

  package init(subject: String, place: String, text: String) {
    self.subject = subject
    self.place = place
    self.text = text
  }
}

/// Which kind of document goes before which, the strongest first.
///
/// - Dutch term: rangorde van documenten
package struct Precedence: Hashable, Sendable {
  package let order: [ContractPart.Kind]
  package let basis: Basis

  package init(_ order: [ContractPart.Kind], basis: Basis) {
    self.order = order
    self.basis = basis
  }

  /// The order as long as a contract gives none.
  package static let usual = Precedence(
    ContractPart.Kind.allCases,
    basis: .assumption("de bronnen geven geen rangorde; wat later en bijzonderder is gaat voor")
  )

  /// The rank of a kind: 0 goes before all; a kind that is not named comes last.
  package func rank(_ kind: ContractPart.Kind) -> Int {
    order.firstIndex(of: kind) ?? order.count
  }
}

/// The clause that decides on a subject, with those that give way to it.
package struct RulingClause: Hashable, Sendable {
  package let part: Label<ContractPart>
  package let clause: ContractClause
  /// Clauses on the same subject in documents of lower rank, the strongest first.
  package let overruled: [Place]

  /// A clause and the document it stands in.
  package struct Place: Hashable, Sendable {
    package let part: Label<ContractPart>
    package let clause: ContractClause
  }
}
