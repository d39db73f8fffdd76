package import Quantities

/// What is known about the delivery under a contract, from outside it, on a day.
///
/// Residents stand in it by a reference that means nothing outside the room that gave it.
///
/// - Dutch term: feiten bij een contract
package struct ContractFacts: Hashable, Sendable {
  package var use: MinimumUse?
  package var lastSupport: CivilDate?
  package var lastClaim: CivilDate?
  package var transitions: [Transition] = []
  package var careEndings: [CareEnding] = []
  package var waits: [Wait] = []
  package var supervisorMeasures: [Reported] = []
  package var dataBreaches: [DataBreach] = []
  package var forceMajeureSince: CivilDate?
  package var adaptations: [Adaptation] = []
  package var liability: Liability?
  package var standardChanges: [StandardChange] = []
  package var changeRequests: [Request] = []
  package var inquiries: [Inquiry] = []
  package var sanctions: [OpenPeriod] = []
  /// What was paid under the ceiling at hand.
  package var paid: Cents?

  package init() {}
}

extension ContractFacts {
  /// How much was delivered over twelve months, beside the published norm.
  ///
  /// - Dutch term: opzegging bij onvoldoende inzet (contractstandaard)
  package struct MinimumUse: Hashable, Sendable {
    package let norm: Cents
    package let delivered: Cents
    package let measuredThrough: CivilDate
    package let isOfferScarce: Bool
    package let isOfferUnique: Bool
    package let satisfactionTenths: Int?

    package init(
      norm: Cents,
      delivered: Cents,
      measuredThrough: CivilDate,
      isOfferScarce: Bool = false,
      isOfferUnique: Bool = false,
      satisfactionTenths: Int? = nil
    ) {
      self.norm = norm
      self.delivered = delivered
      self.measuredThrough = measuredThrough
      self.isOfferScarce = isOfferScarce
      self.isOfferUnique = isOfferUnique
      self.satisfactionTenths = satisfactionTenths
    }
  }

  /// A young person who turns eighteen, and whether the warm handover began.
  package struct Transition: Hashable, Sendable {
    package let reference: String
    package let eighteen: CivilDate
    package let started: CivilDate?

    package init(reference: String, eighteen: CivilDate, started: CivilDate?) {
      self.reference = reference
      self.eighteen = eighteen
      self.started = started
    }
  }

  /// Care that a provider wants to end.
  package struct CareEnding: Hashable, Sendable {
    package let reference: String
    package let noticed: CivilDate
    package let ends: CivilDate

    package init(reference: String, noticed: CivilDate, ends: CivilDate) {
      self.reference = reference
      self.noticed = noticed
      self.ends = ends
    }
  }

  /// A resident who waits for support.
  package struct Wait: Hashable, Sendable {
    package let reference: String
    package let norm: WaitingTimeNorm
    package let since: CivilDate
    package let started: CivilDate?

    package init(
      reference: String,
      norm: WaitingTimeNorm,
      since: CivilDate,
      started: CivilDate? = nil
    ) {
      self.reference = reference
      self.norm = norm
      self.since = since
      self.started = started
    }
  }

  /// Something that must be reported, and when it was.
  package struct Reported: Hashable, Sendable {
    package let on: CivilDate
    package let reported: CivilDate?

    package init(on: CivilDate, reported: CivilDate?) {
      self.on = on
      self.reported = reported
    }
  }

  /// A data breach, by the moments at which it was noticed and reported.
  package struct DataBreach: Hashable, Sendable {
    package let noticed: Instant
    package let reported: Instant?

    package init(noticed: Instant, reported: Instant?) {
      self.noticed = noticed
      self.reported = reported
    }
  }

  /// A change that the municipality forces on a provider.
  package struct Adaptation: Hashable, Sendable {
    package let noticed: CivilDate
    package let effective: CivilDate

    package init(noticed: CivilDate, effective: CivilDate) {
      self.noticed = noticed
      self.effective = effective
    }
  }

  /// What a provider is insured for.
  package struct Liability: Hashable, Sendable {
    package let isMicroEnterprise: Bool
    package let perEvent: Cents
    package let perYear: Cents

    package init(isMicroEnterprise: Bool, perEvent: Cents, perYear: Cents) {
      self.isMicroEnterprise = isMicroEnterprise
      self.perEvent = perEvent
      self.perYear = perYear
    }

    /// What it must be insured for at least.
    package var demanded: (perEvent: Cents, perYear: Cents) {
      isMicroEnterprise
        ? (Cents(125_000_000), Cents(250_000_000)) : (Cents(250_000_000), Cents(500_000_000))
    }
  }

  /// A new version of the national standard.
  package struct StandardChange: Hashable, Sendable {
    package let published: CivilDate
    package let adopted: CivilDate?
    package let priceEffect: Rate

    package init(published: CivilDate, adopted: CivilDate?, priceEffect: Rate) {
      self.published = published
      self.adopted = adopted
      self.priceEffect = priceEffect
    }
  }

  /// A provider's request to change what was allocated.
  package struct Request: Hashable, Sendable {
    package let reference: String
    package let received: CivilDate
    package let answered: CivilDate?
    package let decided: CivilDate?

    package init(
      reference: String,
      received: CivilDate,
      answered: CivilDate? = nil,
      decided: CivilDate? = nil
    ) {
      self.reference = reference
      self.received = received
      self.answered = answered
      self.decided = decided
    }
  }

  /// An inquiry of the municipality after a resident reported a need.
  package struct Inquiry: Hashable, Sendable {
    package let reference: String
    package let notified: CivilDate
    package let finished: CivilDate?
    package let applied: CivilDate?
    package let decided: CivilDate?

    package init(
      reference: String,
      notified: CivilDate,
      finished: CivilDate? = nil,
      applied: CivilDate? = nil,
      decided: CivilDate? = nil
    ) {
      self.reference = reference
      self.notified = notified
      self.finished = finished
      self.applied = applied
      self.decided = decided
    }
  }
}

/// How long somebody may wait for support.
///
/// - Dutch term: wachttijdnorm (sectornorm, anders de Treeknorm; `definitions.md` B.22)
package enum WaitingTimeNorm: Hashable, Sendable {
  /// A norm of the sector itself, in weeks.
  case sector(weeks: Int)
  case dayActivity
  /// Living with an intellectual or physical disability.
  case living
  /// Living with a sensory disability.
  case livingSensory

  package var term: LegalTerm {
    switch self {
    case .sector(let weeks): LegalTerm(.weeks(weeks), .contract, .standard("norm van de sector"))
    case .dayActivity: LegalTerm(.weeks(6), .contract, .standard("Treeknorm dagactiviteiten"))
    case .living: LegalTerm(.weeks(13), .contract, .standard("Treeknorm wonen (vg, lg)"))
    case .livingSensory: LegalTerm(.weeks(8), .contract, .standard("Treeknorm wonen (zg)"))
    }
  }
}
