package import Quantities

/// Holds what is contracted and reported on a day against the norms, place by place.
///
/// - Dutch term: dekkingsmatrix (003:474-482; `definitions.md` B.14)
package struct CoverageMatrix: Sendable {
  private let book: CoverageBook
  private let day: CivilDate
  private let calendar: WorkCalendar
  private let contracts: [MunicipalityCode: [Contract]]
  private let providers: [ChamberNumber: ProviderRecord]
  /// The products of which a contract lets others join during its term, anywhere in the region.
  private let joinable: Set<ProductCode>

  package init(
    _ book: CoverageBook,
    contracts: ContractBook,
    on day: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) {
    self.book = book
    self.day = day
    self.calendar = calendar
    providers = contracts.providers
    var running: [MunicipalityCode: [Contract]] = [:]
    var joinable: Set<ProductCode> = []
    for contract in contracts.contracts.values {
      guard contract.period?.contains(day) == true else { continue }
      if contract.draft.form.allowsEntry { joinable.formUnion(contracts.products(of: contract)) }
      for municipality in contract.draft.municipalities {
        running[municipality, default: []].append(contract)
      }
    }
    self.contracts = running
    self.joinable = joinable
  }
}

extension ContractBook {
  /// What a contract is for; one that names no products is for those of its provider's record.
  package func products(of contract: Contract) -> [ProductCode] {
    contract.draft.products.isEmpty
      ? providers[contract.draft.provider]?.products ?? [] : contract.draft.products
  }
}

// MARK: - Places

extension CoverageMatrix {
  /// What was found for every combination, in order of municipality, group and product.
  ///
  /// Without groups the matrix is about everybody.
  package func findings(
    municipalities: [MunicipalityCode],
    targetGroups: [String],
    products: [ProductCode]
  ) -> [CoverageFinding] {
    let groups: [String?] = targetGroups.isEmpty ? [nil] : targetGroups.map { $0 }
    let cells = municipalities.flatMap { municipality in
      groups.flatMap { group in
        products.map {
          CoverageCell(municipality: municipality, targetGroup: group, product: $0)
        }
      }
    }
    return cells.sorted().compactMap(finding)
  }

  /// What was found for one place; nil only for a day that no calendar has.
  package func finding(_ cell: CoverageCell) -> CoverageFinding? {
    guard let norm = book.norm(for: cell, on: day) ?? CoverageNorm.usual(on: day) else {
      return nil
    }
    let (offers, unrecorded) = offers(in: cell, norm: norm)
    let reasons = CoverageJudge(offers: offers, norm: norm, unrecorded: unrecorded).reasons
    let colour = reasons.map(\.colour).max() ?? .green
    return CoverageFinding(
      cell: cell,
      colour: colour,
      reasons: reasons,
      offers: offers,
      norm: norm,
      opens: colour == .red ? procedure(for: cell, norm: norm) : nil,
      openedOn: book.opened[cell]
    )
  }

  private func procedure(for cell: CoverageCell, norm: CoverageNorm) -> SupplementaryProcedure {
    norm.supplementary ?? (joinable.contains(cell.product) ? .entry : .additional)
  }

  /// The providers of a place, and how many of them never said for which groups they are there.
  private func offers(
    in cell: CoverageCell,
    norm: CoverageNorm
  ) -> (offers: [CoverageOffer], unrecorded: Int) {
    var takes: [ChamberNumber: Bool] = [:]
    var unrecorded: Set<ChamberNumber> = []
    for contract in contracts[cell.municipality] ?? [] {
      let provider = contract.draft.provider
      let record = providers[provider]
      let products =
        contract.draft.products.isEmpty ? record?.products ?? [] : contract.draft.products
      guard products.contains(cell.product) else { continue }
      if let area = record?.area, !area.isEmpty, !area.contains(cell.municipality) { continue }
      if let group = cell.targetGroup {
        let groups = record?.targetGroups ?? []
        if groups.isEmpty { unrecorded.insert(provider) }
        guard groups.contains(group) else { continue }
      }
      let takesNow = contract.state(on: day) == .takesClients
      takes[provider] = takes[provider] == true || takesNow
    }
    let offers = takes.sorted { $0.key < $1.key }.map { provider, takesClients in
      offer(of: provider, takesClients: takesClients, in: cell, norm: norm)
    }
    return (offers, unrecorded.count)
  }

  private func offer(
    of provider: ChamberNumber,
    takesClients: Bool,
    in cell: CoverageCell,
    norm: CoverageNorm
  ) -> CoverageOffer {
    let subject = CapacityReport.Subject(
      provider: provider,
      municipality: cell.municipality,
      product: cell.product
    )
    let report = book.report(on: subject, asOf: day)
    return CoverageOffer(
      provider: provider,
      takesClients: takesClients,
      report: report,
      isStale: report.map { norm.reportValid.end(after: $0.on, in: calendar) < day } ?? false,
      isLate: report.flatMap { report in
        report.waitingDays.map {
          report.on.adding(days: $0) > norm.waiting.end(after: report.on, in: calendar)
        }
      }
    )
  }
}

/// Weighs the offers of one place against its norm.
struct CoverageJudge {
  let offers: [CoverageOffer]
  let norm: CoverageNorm
  let unrecorded: Int

  /// The reasons, the weightiest first; never empty.
  var reasons: [CoverageReason] {
    let found = (redReasons + amberReasons).sorted { $0.colour > $1.colour }
    guard !found.isEmpty else {
      return [
        .enough(taking: taking.count, free: free, shortestDays: waits.min())
      ]
    }
    return unrecorded > 0 ? found + [.groupsNotRecorded(providers: unrecorded)] : found
  }

  private var taking: [CoverageOffer] { offers.filter(\.takesClients) }

  /// Takes clients, and what it reported can be counted on.
  private var reporting: [CapacityReport] { taking.compactMap(\.freshReport) }

  private var free: Int { reporting.reduce(0) { $0 + ($1.freePlaces ?? 0) } }
  private var waits: [Int] { reporting.compactMap(\.waitingDays) }

  private var late: Int { taking.count { $0.freshReport != nil && $0.isLate == true } }

  private var redReasons: [CoverageReason] {
    let minimum = norm.thresholds.minimumProviders
    if taking.count < minimum {
      if offers.isEmpty { return [.nobodyContracted] }
      if taking.isEmpty { return [.nobodyTakesClients(contracted: offers.count)] }
      return [.tooFewProviders(taking: taking.count, minimum: minimum)]
    }
    if !taking.isEmpty, late == taking.count, let shortest = waits.min() {
      return [.everybodyWaits(shortestDays: shortest, norm: norm.waiting)]
    }
    return []
  }

  private var amberReasons: [CoverageReason] {
    let thresholds = norm.thresholds
    guard !taking.isEmpty else { return [] }
    var found: [CoverageReason] = []
    if taking.count < thresholds.wantedProviders {
      found.append(.fewProviders(taking: taking.count, wanted: thresholds.wantedProviders))
    }
    let unknown = taking.count {
      $0.freshReport?.freePlaces == nil || $0.freshReport?.waitingDays == nil
    }
    let inTime = taking.count { $0.freshReport != nil && $0.isLate == false }
    let needed = min(thresholds.wantedProviders, taking.count)
    if free < thresholds.minimumPlaces, unknown == 0 {
      found.append(.littleRoom(free: free, minimum: thresholds.minimumPlaces))
    }
    if inTime < needed, late > 0, late < taking.count {
      found.append(.manyWait(late: late, norm: norm.waiting))
    }
    // What is not known never makes green.
    if unknown > 0, free < thresholds.minimumPlaces || inTime < needed {
      found.append(.notReported(providers: unknown))
    }
    return found
  }
}
