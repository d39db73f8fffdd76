package import Rules

/// A delimited part of a domain, with its own population and its choices on the four elements.
///
/// - Dutch term: segment
package struct Segment: Hashable, Sendable {
  package let code: String
  package let number: Known<String>
  package let name: Known<String>
  /// The segments of an earlier strategy that this one goes on from.
  package let succeeds: [String]
  package let population: Population
  package let currentProducts: Known<[String]>
  /// The lots; empty where the source names none.
  package let lots: [Lot]
  /// How many providers, where that is not said per lot.
  package let providers: ProviderCount?
  package let contract: Choice<ContractElement>
  package let payment: Choice<PaymentElement>
  package let supplierManagement: Choice<SupplierManagement>
  package let access: Choice<AccessElement>
  package let goals: [Goal]
  package let requirements: Known<[QualityRequirement]>
  package let outcome: AwardOutcome?
  package let provenance: Provenance

  /// What a segment or a lot chose on one element.
  ///
  /// - Dutch term: keuze op een sturingselement
  package enum Choice<Element: Hashable & Sendable>: Hashable, Sendable {
    case chosen(Element)
    case unknown(reason: String)
    /// There is nothing to choose, such as access in a segment without clients.
    case notApplicable

    package var element: Element? {
      if case .chosen(let element) = self { return element }
      return nil
    }
  }

  /// The name, or the code where the name is unknown.
  package var displayName: String { name.value ?? code }

  /// What stands in the way of a procedure for this segment; empty when nothing does.
  ///
  /// Nobody can bid on, or be admitted to, what has not been chosen.
  package var obstacles: [BilingualText] {
    let places =
      lots.isEmpty ? [(BilingualText.empty, contract, payment, access)] : lots.map(Self.choices)
    return places.flatMap { name, contract, payment, access in
      Self.obstacles(contract, payment, access).map { name + $0 }
    }
  }

  private static func choices(
    of lot: Lot
  ) -> (BilingualText, Choice<ContractElement>, Choice<PaymentElement>, Choice<AccessElement>) {
    (
      BilingualText("perceel \(lot.code): ", "lot \(lot.code): "), lot.contract, lot.payment,
      lot.access
    )
  }

  private static func obstacles(
    _ contract: Choice<ContractElement>,
    _ payment: Choice<PaymentElement>,
    _ access: Choice<AccessElement>
  ) -> [BilingualText] {
    var obstacles: [BilingualText] = []
    switch contract {
    case .unknown(let reason): obstacles.append(.unknown("contract", "contract", reason))
    case .notApplicable:
      obstacles.append(BilingualText("contract niet van toepassing", "contract not applicable"))
    case .chosen(let contract):
      if let reason = contract.form.reason {
        obstacles.append(.unknown("contractvorm", "contract form", reason))
      }
      if let reason = contract.entry.flatMap(\.policy).reason {
        obstacles.append(.unknown("toetreding", "entry", reason))
      }
    }
    switch payment {
    case .unknown(let reason): obstacles.append(.unknown("bekostiging", "payment", reason))
    case .notApplicable: break
    case .chosen(let payment):
      if let reason = payment.models.reason {
        obstacles.append(.unknown("bekostiging", "payment", reason))
      }
    }
    if case .unknown(let reason) = access {
      obstacles.append(.unknown("toegang", "access", reason))
    }
    return obstacles
  }
}

extension BilingualText {
  fileprivate static func unknown(
    _ dutch: String,
    _ english: String,
    _ reason: String
  ) -> BilingualText {
    BilingualText("\(dutch) onbekend (", "\(english) unknown (") + .reason(reason) + ")"
  }
}

/// The residents that a segment is for.
///
/// - Dutch term: populatie, typering
package struct Population: Hashable, Sendable {
  package let description: Known<String>
  package let features: [String]
  package let exclusions: [String]
  /// Whether residents are its clients at all.
  package let hasClients: Bool
  /// An age that is a signal and never a limit.
  package let signalAge: Int?
}

/// A part of a segment that providers enrol for, with the choices that hold in it.
///
/// The elements are those of the segment, with what the lot answers otherwise.
///
/// - Dutch term: perceel
package struct Lot: Hashable, Sendable {
  package let code: String
  package let name: String?
  package let providers: Known<ProviderCount>
  /// Which municipalities take part; frozen when the tender is published.
  package let participation: Known<[LotParticipation]>
  package let contract: Segment.Choice<ContractElement>
  package let payment: Segment.Choice<PaymentElement>
  package let supplierManagement: Segment.Choice<SupplierManagement>
  package let access: Segment.Choice<AccessElement>
}

/// How many providers a region wants.
///
/// A single printed number is a target, neither a minimum nor a maximum.
///
/// - Dutch term: aantal aanbieders
package struct ProviderCount: Hashable, Sendable {
  package let minimum: Known<Int>
  package let maximum: Known<Int>
  package let target: Known<Int>
  package let isApproximate: Bool
  package let reach: Reach?
  package let expectation: String?
  package let composition: String?
  package let provenance: Provenance

  /// For whom the number counts.
  ///
  /// - Dutch term: bereik van een aantal
  package enum Reach: String, CaseIterable, Sendable {
    case wholeRegion = "hele_regio"
    case perMunicipality = "per_gemeente"
  }
}

/// What came of the award.
///
/// - Dutch term: uitkomst van de gunning
package struct AwardOutcome: Hashable, Sendable {
  package let providers: Known<Int>
  package let description: String?
  package let provenance: Provenance
}
