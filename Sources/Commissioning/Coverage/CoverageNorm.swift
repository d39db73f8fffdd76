package import Quantities

/// When there is enough offer, as data with the place that says so.
///
/// The sources ask for enough offer in every municipality and for every group and give no
/// threshold (003:474-482), so a region sets its own; until then an assumption holds, and is shown
/// as one.
///
/// - Dutch term: norm voor dekkend aanbod
package struct CoverageNorm: Hashable, Sendable {
  package let code: Label<CoverageNorm>
  package let scope: Scope
  package let period: OpenPeriod
  package let thresholds: Thresholds
  /// How long residents may wait, at most.
  package let waiting: LegalTerm
  /// How long a report of a provider is counted on.
  package let reportValid: LegalTerm
  /// What opens when there is not enough; nil to take what the contracts at hand leave open.
  package let supplementary: SupplementaryProcedure?
  package let basis: Basis

  /// Where a norm holds; nil is everywhere, everybody, everything.
  ///
  /// - Dutch term: reikwijdte van een norm
  package struct Scope: Hashable, Sendable {
    package let municipality: MunicipalityCode?
    package let targetGroup: String?
    package let product: ProductCode?

    package init(
      municipality: MunicipalityCode? = nil,
      targetGroup: String? = nil,
      product: ProductCode? = nil
    ) {
      self.municipality = municipality
      self.targetGroup = targetGroup
      self.product = product
    }

    package func holds(for cell: CoverageCell) -> Bool {
      (municipality ?? cell.municipality) == cell.municipality
        && (targetGroup == nil || targetGroup == cell.targetGroup)
        && (product ?? cell.product) == cell.product
    }

    /// How much it says: what is said of a product goes before what is said of a group, and that
    /// before what is said of a municipality.
    var weight: Int {
      (product == nil ? 0 : 4) + (targetGroup == nil ? 0 : 2) + (municipality == nil ? 0 : 1)
    }
  }

  /// How much offer is needed and wanted.
  ///
  /// - Dutch term: drempels voor dekkend aanbod
  package struct Thresholds: Hashable, Sendable {
    /// Fewer providers that take clients than this is red.
    package let minimumProviders: Int
    /// Fewer providers than this leaves residents too little to choose.
    package let wantedProviders: Int
    /// Fewer free places than this is little.
    package let minimumPlaces: Int

    /// The thresholds, or nil unless 0 <= minimum <= wanted <= 1,000 and places up to 100,000.
    package init?(minimumProviders: Int, wantedProviders: Int, minimumPlaces: Int) {
      guard (0...1_000).contains(minimumProviders), (0...1_000).contains(wantedProviders),
        minimumProviders <= wantedProviders,
        (0...CapacityReport.mostPlaces).contains(minimumPlaces)
      else { return nil }
      self.init(minimumProviders, wantedProviders, minimumPlaces)
    }

    private init(_ minimumProviders: Int, _ wantedProviders: Int, _ minimumPlaces: Int) {
      self.minimumProviders = minimumProviders
      self.wantedProviders = wantedProviders
      self.minimumPlaces = minimumPlaces
    }

    /// One provider at least, two so that residents have a choice, and a place free.
    static let usual = Thresholds(1, 2, 1)
  }

  package init(
    code: Label<CoverageNorm>,
    scope: Scope = Scope(),
    period: OpenPeriod,
    thresholds: Thresholds,
    waiting: LegalTerm,
    reportValid: LegalTerm,
    supplementary: SupplementaryProcedure? = nil,
    basis: Basis
  ) {
    self.code = code
    self.scope = scope
    self.period = period
    self.thresholds = thresholds
    self.waiting = waiting
    self.reportValid = reportValid
    self.supplementary = supplementary
    self.basis = basis
  }

  /// The norm as long as a region sets none.
  ///
  /// Code and period are only names here: it gives way to every norm that a region sets.
  package static func usual(on day: CivilDate) -> CoverageNorm? {
    guard let code = Label<CoverageNorm>("gebruikelijk"),
      let period = OpenPeriod(from: day, through: nil)
    else { return nil }
    return CoverageNorm(
      code: code,
      period: period,
      thresholds: .usual,
      waiting: WaitingTimeNorm.dayActivity.term,
      reportValid: usualReportValid,
      basis: .assumption(
        "003:474-482 vraagt genoeg aanbod en noemt geen drempel; de regio stelt er zelf een vast"
      )
    )
  }

  /// A quarter, because that is how often providers are spoken to (003:182).
  package static let usualReportValid = LegalTerm(
    .months(3),
    .contract,
    .assumption("opgaven horen bij het kwartaalgesprek (003:182)")
  )
}

/// The procedure by which more offer is contracted where there is not enough.
///
/// - Dutch term: aanvullende contractering (003:474)
package struct SupplementaryProcedure: Hashable, Sendable {
  package let kind: ProcedureKind
  package let basis: Basis

  package init(_ kind: ProcedureKind, basis: Basis) {
    self.kind = kind
    self.basis = basis
  }

  /// Where a contract of form a runs for the product, providers may join during the term.
  package static let entry = SupplementaryProcedure(
    .admission,
    basis: .clause("contractvorm a: tussentijds toetreden")
  )
  /// Where nobody may join, more is contracted beside what there is.
  package static let additional = SupplementaryProcedure(
    .requirementsOnly,
    basis: .assumption("003:474 noemt aanvullende contractering, niet de soort procedure")
  )
}
