package import Rules

/// What a transition policy says of one trajectory.
///
/// - Dutch term: oordeel volgens het overgangsbeleid
package enum TransitionVerdict: Hashable, Sendable {
  /// The policy does not speak of it.
  case outside(Outside)
  /// It was running and is finished where it runs, contracted or not.
  case finished(TransitionClause)
  /// It was bought as the policy asks.
  case inOrder
  /// It departs from the policy: not forbidden, but a reason is asked.
  case signal(TransitionSignal)

  /// Why a policy does not speak of a trajectory.
  ///
  /// - Dutch term: buiten het overgangsbeleid
  package enum Outside: String, CaseIterable, Hashable, Sendable {
    case ownDelivery = "inbesteding"
    case notAdopted = "niet-overgenomen"
    case otherProduct = "ander-product"
    case noClause = "geen-regel"
  }

  package var signal: TransitionSignal? {
    if case .signal(let signal) = self { return signal }
    return nil
  }
}

/// That a trajectory departs from the advice: it asks for a reason and blocks nothing.
///
/// - Dutch term: signaal bij het overgangsbeleid (001:48-72)
package struct TransitionSignal: Hashable, Sendable {
  package let key: Key
  package let trajectory: Trajectory
  /// The rule that it departs from; the heaviest where there are more.
  package let clause: TransitionClause
  /// What is found and what is asked.
  package let text: BilingualText
  /// All lines that this rests on.
  package let bases: [Basis]

  /// The policy and the trajectory: one reason answers them.
  ///
  /// - Dutch term: waarover een reden wordt gevraagd
  package struct Key: Hashable, Comparable, Sendable {
    package let policy: Label<TransitionPolicy>
    package let trajectory: Trajectory.Name

    package init(policy: Label<TransitionPolicy>, trajectory: Trajectory.Name) {
      self.policy = policy
      self.trajectory = trajectory
    }

    package static func < (left: Key, right: Key) -> Bool {
      (left.trajectory, left.policy) < (right.trajectory, right.policy)
    }
  }
}
