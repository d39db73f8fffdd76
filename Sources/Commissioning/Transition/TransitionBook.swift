package import Quantities

/// Which municipalities took over which advice, their own companies, and the reasons they gave.
///
/// - Dutch term: register van het overgangsbeleid
package struct TransitionBook: Hashable, Sendable {
  /// Every adoption, also those that were withdrawn, in the order in which they came.
  package private(set) var adoptions: [TransitionAdoption] = []
  package private(set) var ownDelivery: [ProviderCode: OwnDelivery] = [:]
  package private(set) var reasons: [TransitionSignal.Key: Reason] = [:]

  /// Why a municipality departed from the advice.
  ///
  /// - Dutch term: reden van afwijking
  package struct Reason: Hashable, Sendable {
    package let on: CivilDate
    package let text: String

    package init(on: CivilDate, text: String) {
      self.on = on
      self.text = text
    }
  }

  package init() {}
}

extension TransitionBook {
  package func adoptions(
    of policy: Label<TransitionPolicy>,
    by municipality: MunicipalityCode
  ) -> [TransitionAdoption] {
    adoptions.filter { $0.policy == policy && $0.municipality == municipality }
  }

  /// The adoption that was not withdrawn.
  private func openAdoption(
    _ policy: Label<TransitionPolicy>,
    _ municipality: MunicipalityCode
  ) -> TransitionAdoption? {
    adoptions(of: policy, by: municipality).last { $0.period.last == nil }
  }

  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  package mutating func evolve(_ event: TransitionEvent) {
    switch event {
    case .adopted(let adoption): adoptions.append(adoption)
    case .withdrawn(let policy, let municipality, let last, _):
      guard let adoption = openAdoption(policy, municipality), let ended = adoption.ended(last),
        let place = adoptions.lastIndex(of: adoption)
      else { return }
      adoptions[place] = ended
    case .ownDeliveryMarked(let own): ownDelivery[own.provider] = own
    case .reasonGiven(let key, let reason): reasons[key] = reason
    }
  }
}

extension TransitionAdoption {
  /// The adoption until a last day; nil when it would end before it begins.
  func ended(_ last: CivilDate) -> TransitionAdoption? {
    guard let period = OpenPeriod(from: period.first, through: last) else { return nil }
    return TransitionAdoption(
      policy: policy,
      municipality: municipality,
      products: products,
      period: period
    )
  }
}

// MARK: - Deciding

extension TransitionBook {
  /// Says which events a command leads to, or why it is refused; changes nothing.
  ///
  /// The policy is the one that the command names, nil when no strategy of the region has it;
  /// `standing` says whether there is a signal that a reason is asked for.
  package func decide(
    _ command: TransitionCommand,
    policy: TransitionPolicy?,
    standing: (TransitionSignal.Key) -> Bool,
    on today: CivilDate
  ) throws(TransitionRefusal) -> [TransitionEvent] {
    switch command {
    case .adopt(let adoption):
      try check(adoption, policy)
      return [.adopted(adoption)]
    case .withdraw(let code, let municipality, let last, let reason):
      guard let adoption = openAdoption(code, municipality) else {
        throw .notAdopted(code, municipality)
      }
      guard last >= adoption.period.first else { throw .endsTooEarly(adoption.period.first) }
      return [.withdrawn(code, municipality, last: last, reason: try reasonText(reason))]
    case .markOwnDelivery(let own):
      guard own.name.contains(where: { !$0.isWhitespace }) else { throw .noName }
      guard ownDelivery[own.provider] != own else { throw .nothingChanges }
      return [.ownDeliveryMarked(own)]
    case .giveReason(let key, let text):
      guard standing(key) else { throw .noSignal(key) }
      let text = try reasonText(text)
      guard reasons[key]?.text != text else { throw .nothingChanges }
      return [.reasonGiven(key, Reason(on: today, text: text))]
    }
  }

  private func check(
    _ adoption: TransitionAdoption,
    _ policy: TransitionPolicy?
  ) throws(TransitionRefusal) {
    guard let policy, policy.code == adoption.policy else {
      throw .unknownPolicy(adoption.policy)
    }
    guard !policy.clauses.isEmpty else { throw .noRules(policy.code) }
    guard policy.municipalities.contains(adoption.municipality) else {
      throw .notAddressed(adoption.municipality)
    }
    guard !adoption.products.isEmpty else { throw .noProduct }
    let others = adoption.products.filter { !policy.products.contains($0) }
    if !policy.products.isEmpty, let other = others.first {
      throw .otherProduct(other, policy.products)
    }
    let earlier = adoptions(of: adoption.policy, by: adoption.municipality)
    if let old = earlier.first(where: { $0.period.overlaps(adoption.period) }) {
      throw .alreadyAdopted(old.period.first)
    }
  }

  /// The longest reason that is kept: a paragraph, not a file.
  package static let longestReason = 1_000

  /// A reason as it is kept: something is said, in bounds, and no resident is named by number.
  private func reasonText(_ text: String) throws(TransitionRefusal) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .noReason }
    guard text.count <= Self.longestReason else { throw .reasonTooLong }
    var digits = 0
    for byte in Array(text.utf8) + [0x20] {
      if (0x30...0x39).contains(byte) {
        digits += 1
      } else {
        if digits == 8 || digits == 9 { throw .reasonNamesResident }
        digits = 0
      }
    }
    return text
  }
}

/// What someone asks about a transition policy.
package enum TransitionCommand: Hashable, Sendable {
  case adopt(TransitionAdoption)
  case withdraw(
    Label<TransitionPolicy>,
    MunicipalityCode,
    last: CivilDate,
    reason: String
  )
  case markOwnDelivery(OwnDelivery)
  case giveReason(TransitionSignal.Key, String)
}

extension TransitionCommand {
  /// The policy that it is about; nil when it is about none.
  package var policy: Label<TransitionPolicy>? {
    switch self {
    case .adopt(let adoption): adoption.policy
    case .withdraw(let policy, _, _, _): policy
    case .markOwnDelivery: nil
    case .giveReason(let key, _): key.policy
    }
  }
}

/// Something that happened about a transition policy.
package enum TransitionEvent: Hashable, Sendable {
  case adopted(TransitionAdoption)
  case withdrawn(
    Label<TransitionPolicy>,
    MunicipalityCode,
    last: CivilDate,
    reason: String
  )
  case ownDeliveryMarked(OwnDelivery)
  case reasonGiven(TransitionSignal.Key, TransitionBook.Reason)
}
