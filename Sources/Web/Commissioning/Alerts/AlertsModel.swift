import Accounts
package import Commissioning
import Landscape
package import Quantities
import Region

/// What needs attention in the room on a day, the most urgent first.
package struct AlertsModel: Sendable {
  package let items: [AttentionItem]

  package init(_ view: CommissioningView) {
    let contracts = view.state.contracts(notEndedOn: view.day) { view.shows($0) }
    let facts = view.state.deliveryFacts(of: contracts, on: view.day)
    let duties = view.state.attention(to: contracts, facts: facts, on: view.day, at: view.now)
    let warned = Set(
      duties.filter { $0.alert.duty == .ceilingWarning }.map(\.contract.draft.code)
    )
    var items = duties.map { Self.item($0, view) }
    items += Self.decisive(contracts, view)
    items += Self.ceilings(view.state.ceilingUses(of: contracts, facts: facts), warned, view)
    items += Self.coverage(view) + Self.procedures(view) + Self.quality(view)
    items += Self.conflicts(view)
    // Stable: within one urgency by day, and of one day in the order in which they were found.
    self.items = items.enumerated().sorted { left, right in
      if left.element.urgency != right.element.urgency {
        return left.element.urgency > right.element.urgency
      }
      let days = [left, right].map { $0.element.due?.dayNumber ?? .max }
      return days[0] == days[1] ? left.offset < right.offset : days[0] < days[1]
    }.map(\.element)
  }

  package func count(_ urgency: ContractAlert.Urgency) -> Int {
    items.count { $0.urgency == urgency }
  }

  /// How near a day is: past, within two weeks, within two months, or later.
  package static func urgency(of due: CivilDate, on day: CivilDate) -> ContractAlert.Urgency {
    switch day.days(to: due) {
    case ..<0: .overdue
    case 0...14: .due
    case 15...60: .upcoming
    default: .information
    }
  }
}

// MARK: - Contracts

extension AlertsModel {
  private static func item(
    _ attention: ContractAttention,
    _ view: CommissioningView
  ) -> AttentionItem {
    let alert = attention.alert
    let isCeiling = alert.duty == .ceilingWarning || alert.duty == .ceilingStep
    return item(
      attention.contract,
      alert.urgency,
      isCeiling ? .ceiling : .duty,
      view.say(alert.text),
      alert.due,
      alert.clause,
      view
    )
  }

  private static func item(
    _ contract: Contract,
    _ urgency: ContractAlert.Urgency,
    _ kind: AttentionItem.Kind,
    _ what: String,
    _ due: CivilDate?,
    _ source: Basis,
    _ view: CommissioningView
  ) -> AttentionItem {
    AttentionItem(
      urgency: urgency,
      kind: kind,
      subject: view.cell(contract.draft.code),
      what: what,
      due: due,
      source: view.say(source.text),
      provider: contract.draft.provider,
      municipalities: contract.draft.municipalities
    )
  }

  /// Decisive dates within three months that no duty speaks of already.
  private static func decisive(
    _ contracts: [Contract],
    _ view: CommissioningView
  ) -> [AttentionItem] {
    let last = view.day.adding(months: 3)
    return contracts.flatMap { contract in
      contract.decisiveDates().filter { date in
        date.date >= view.day && date.date <= last && !date.kind.isDuty
      }.map { date in
        let what = view.say(date.kind.text)
        return item(
          contract,
          urgency(of: date.date, on: view.day),
          .decisiveDate,
          what.prefix(1).uppercased() + what.dropFirst() + ".",
          date.date,
          date.basis,
          view
        )
      }
    }
  }

  /// Ceilings above the line that were talked about already, so that no duty speaks of them.
  private static func ceilings(
    _ uses: [CeilingUse],
    _ warned: Set<ContractCode>,
    _ view: CommissioningView
  ) -> [AttentionItem] {
    guard view.rights.contains(.seeCeilings) else { return [] }
    return uses.filter { use in
      use.callsForWarning && use.period.contains(view.day)
        && !warned.contains(use.contract.draft.code)
    }.map { use in
      let share = Wording.percentage(permille: use.permille, view.language)
      let used = Wording.wholeEuros(use.used, view.language)
      let amount = Wording.wholeEuros(use.amount, view.language)
      return item(
        use.contract,
        use.permille >= 1_000 ? .due : .information,
        .ceiling,
        view.say(
          "Van het plafond is \(share) gebruikt: \(used) van \(amount).",
          "Of the ceiling \(share) is used: \(used) of \(amount)."
        ),
        nil,
        BudgetCeiling.Terms.talk.basis,
        view
      )
    }
  }

  private static func conflicts(_ view: CommissioningView) -> [AttentionItem] {
    AgreementIndex.make(view.state.contracts).conflicts.compactMap { conflict in
      guard let code = conflict.contracts.first,
        let contract = view.state.contracts.contracts[code],
        view.shows(contract), view.own == nil
      else { return nil }
      return AttentionItem(
        urgency: .due,
        kind: .conflict,
        subject: view.cell(code),
        what: view.say(conflict.text),
        due: nil,
        source: view.say(AgreementConflict.basis.text),
        provider: contract.draft.provider,
        municipalities: [conflict.municipality]
      )
    }
  }
}

extension AgreementConflict {
  /// Why a product has one price.
  fileprivate static let basis = Basis.assumption("een product heeft op een dag een prijs")
}

extension DecisiveDate.Kind {
  /// Whether a duty of the standard tells of the day already.
  fileprivate var isDuty: Bool {
    switch self {
    case .extensionNotice, .ceilingDecision, .ceilingPlan, .ceilingTalk, .ceilingOutcome: true
    case .firstYearReview, .yearReview, .end, .terminationEffect, .partEnd: false
    }
  }
}

// MARK: - Beside contracts

extension AlertsModel {
  /// Places without enough offer, one item for each municipality and product.
  private static func coverage(_ view: CommissioningView) -> [AttentionItem] {
    guard view.rights.contains(.seeCoverage), view.own == nil else { return [] }
    let red = CoverageModel(view).findings.filter { $0.colour == .red }
    var places: [Place: [CoverageFinding]] = [:]
    for finding in red {
      let place = Place(municipality: finding.cell.municipality, product: finding.cell.product)
      places[place, default: []].append(finding)
    }
    return places.sorted { $0.key < $1.key }.compactMap { place, findings in
      guard let first = findings.first else { return nil }
      let groups = findings.compactMap(\.cell.targetGroup).map { view.names.group($0) }
      let reasons = first.reasons.map { view.say($0.text) }.joined(separator: " ")
      let whom = groups.isEmpty ? "" : groups.joined(separator: ", ") + ": "
      return AttentionItem(
        urgency: first.openedOn == nil ? .due : .information,
        kind: .coverage,
        subject: .link(
          "\(view.names.name(place.municipality)), \(view.names.name(place.product))",
          .commissioning(.coverage)
        ),
        what: whom + reasons,
        due: nil,
        source: view.say(first.norm.basis.text),
        provider: nil,
        municipalities: [place.municipality]
      )
    }
  }

  private struct Place: Hashable, Comparable {
    let municipality: MunicipalityCode
    let product: ProductCode

    static func < (left: Place, right: Place) -> Bool {
      (left.municipality, left.product) < (right.municipality, right.product)
    }
  }

  /// The steps of published procedures in the month of the day.
  private static func procedures(_ view: CommissioningView) -> [AttentionItem] {
    guard view.rights.contains(.seeProcedures) else { return [] }
    let all = view.state.procedures.procedures.values.sorted { $0.plan.code < $1.plan.code }
    return all.filter { !$0.isWithdrawn }.flatMap { procedure in
      (procedure.calendar?.ordered ?? []).filter { $0.day.firstOfMonth == view.day.firstOfMonth }
        .map { step, day in
          let rule = procedure.calendar?.rule(of: step)?.term.basis
          let isPast = day < view.day
          let what = "\(procedure.plan.title): \(view.say(step.text))"
          return AttentionItem(
            urgency: isPast ? .information : urgency(of: day, on: view.day),
            kind: .procedure,
            subject: .link(
              procedure.plan.code.description,
              .commissioning(.procedure(procedure.plan.code.description))
            ),
            what: what + (isPast ? view.say(" (is geweest)", " (has been)") : "") + ".",
            due: day,
            source: rule.map { view.say($0.text) } ?? view.say("keuze van de regio", "own choice"),
            provider: nil,
            municipalities: procedure.plan.municipalities
          )
        }
    }
  }

  private static func quality(_ view: CommissioningView) -> [AttentionItem] {
    guard view.rights.contains(.seeSuppliers) else { return [] }
    let alerts = view.state.suppliers.alerts(contracts: view.state.contracts, on: view.day)
    return alerts.filter { alert in alert.provider.map { view.shows($0) } ?? (view.own == nil) }
      .map { alert in
        AttentionItem(
          urgency: alert.urgency,
          kind: .quality,
          subject: .link(alert.requirement.description, .commissioning(.suppliers)),
          what: view.say(alert.text),
          due: alert.due,
          source: view.say(alert.basis.text),
          provider: alert.provider,
          municipalities: []
        )
      }
  }
}
