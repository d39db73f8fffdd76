package import Rules

/// An answer to a request with what was known before the message.
package struct AnswerCase: Sendable {
  package let answer: RequestAnswer
  /// The request with the reference.
  package let request: RequestRecord?
}

/// The rules of level 3 for an answer to a request.
///
/// - Dutch term: technische regels (iWmo 3.2 bericht 319)
package enum AnswerRules {
  package static let answerClass = "Antwoord"

  package static let answers = RuleSet<AnswerCase>(
    version: "iwmo-3.2/319-antwoord/1",
    rules: [knownRequest, notHonoured, oneInvestigation, notDecided]
  )

  private static let knownRequest = Rule<AnswerCase>.standard(
    "TR355",
    code: "9355",
    judges: answerClass,
    check: { subject in
      .of(subject.request?.request.municipality == subject.answer.municipality)
    },
    compared: { [.code("providerReference", $0.answer.reference)] }
  )

  private static let notHonoured = Rule<AnswerCase>.standard(
    "TR359",
    code: "9359",
    judges: answerClass,
    dependsOn: ["TR355"],
    check: { .of($0.request?.state != .honoured) },
    compared: { subject in
      let steps = subject.request?.steps ?? []
      let numbers = steps.lazy.compactMap { step in
        if case .honoured(let numbers) = step.kind { numbers } else { nil }
      }
      return [
        .code("providerReference", subject.answer.reference),
        .allocation(numbers.first?.first),
      ]
    }
  )

  private static let oneInvestigation = Rule<AnswerCase>.standard(
    "TR360",
    code: "9360",
    judges: answerClass,
    dependsOn: ["TR355"],
    check: { subject in
      guard subject.answer.answer == .underInvestigation else { return .notApplicable }
      return .of(subject.request?.answers.isEmpty ?? true)
    },
    compared: { [.code("providerReference", $0.answer.reference)] }
  )

  private static let notDecided = Rule<AnswerCase>.standard(
    "TR365",
    code: "9365",
    judges: answerClass,
    dependsOn: ["TR355"],
    check: { subject in
      .of(subject.request?.answers.allSatisfy { $0 == .underInvestigation } ?? true)
    },
    compared: { [.code("providerReference", $0.answer.reference)] }
  )
}
