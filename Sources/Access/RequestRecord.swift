package import People
package import Quantities

/// A request and all that was said on it.
package struct RequestRecord: Hashable, Sendable {
  package let request: SupportRequest
  /// The place in the journal of the message that brought it.
  package let position: Int64
  package private(set) var steps: [Step]
  /// Whether the message that brought it was refused: it counts as not sent.
  package private(set) var isAnnulled: Bool

  package init(_ request: SupportRequest, position: Int64) {
    self.init(request, position: position, steps: [], isAnnulled: false)
  }

  init(_ request: SupportRequest, position: Int64, steps: [Step], isAnnulled: Bool) {
    self.request = request
    self.position = position
    self.steps = steps
    self.isAnnulled = isAnnulled
  }

  /// Something the municipality did with the request.
  package struct Step: Hashable, Sendable {
    package let kind: Kind
    /// The place in the journal of the message that brought it.
    package let position: Int64

    /// What was done.
    package enum Kind: Hashable, Sendable {
      case answered(RequestAnswer.Answer)
      /// The numbers of the allocations that carry the reference.
      case honoured([Int64])
    }
  }
}

/// How far a request has come.
///
/// - Dutch term: in behandeling, in onderzoek, gehonoreerd, afgewezen (iWmo 3.2, stroom van
///   verzoeken)
package enum RequestState: String, Hashable, CaseIterable, Sendable {
  case pending
  case underInvestigation = "under-investigation"
  case honoured
  case rejected

  /// Whether the municipality still has to decide.
  package var isOpen: Bool { self == .pending || self == .underInvestigation }
}

extension RequestRecord: ClientRow {
  package var client: ClientKey { request.client }
}

extension RequestRecord {
  /// How far the request has come; an allocation outweighs every answer.
  package var state: RequestState {
    var state = RequestState.pending
    for step in steps {
      switch step.kind {
      case .honoured: return .honoured
      case .answered(.rejected): state = .rejected
      case .answered(.underInvestigation): if state == .pending { state = .underInvestigation }
      }
    }
    return state
  }

  /// The answers, in the order in which they became known.
  package var answers: [RequestAnswer.Answer] {
    steps.compactMap { step in
      if case .answered(let answer) = step.kind { answer } else { nil }
    }
  }

  /// The last day to answer after "under investigation": eight weeks after the day on the message
  /// (OP274, OP346).
  package var investigatedBy: CivilDate { request.dated.adding(days: 56) }

  mutating func add(_ kind: Step.Kind, position: Int64) {
    steps.append(Step(kind: kind, position: position))
  }

  mutating func annul(position: Int64) {
    if self.position == position { isAnnulled = true }
    steps.removeAll { $0.position == position }
  }

  /// Whether a message brought the request or a step of it.
  func came(with position: Int64) -> Bool {
    !isAnnulled && (self.position == position || steps.contains { $0.position == position })
  }
}
