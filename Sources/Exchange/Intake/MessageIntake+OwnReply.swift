import Journal
import Messages
import Region

extension MessageIntake {
  /// What is told of an answer that we gave ourselves; nil when the message is not one.
  ///
  /// It is known by our own number and by the number of the message that it answers, so nothing is
  /// written and no person is read. An answer that has our number and answers another message is
  /// judged like any message.
  func ownReply(
    _ fields: MessageFields,
    _ header: Header
  ) async throws(IntakeFailure) -> IntakeResult? {
    guard header.flow == .sent, let numbers = fields.replyNumbers else { return nil }
    let key = MessageKey(
      role: header.key.role,
      party: header.key.party,
      sender: header.key.party,
      message: header.key.message,
      identification: numbers.own
    )
    guard let position = await office.published.messages.position(of: key) else { return nil }
    let answer: Answer?
    do throws(OfficeFailure) {
      answer = try await office.answer(at: Position(position))
    } catch {
      throw .office(error)
    }
    guard let judged = answer.flatMap({ Judged($0) }),
      judged.judgement.reply?.identification == numbers.own,
      judged.judgement.key.identification == numbers.original
    else { return nil }
    return IntakeResult(
      message: header.key.message,
      flow: .sent,
      outcome: .accept,
      codes: [],
      findings: [],
      furtherFindings: 0,
      reply: nil,
      position: judged.last
    )
  }
}

extension MessageFields {
  /// The number of an answer itself and that of the message it answers; nil for other messages.
  ///
  /// A return message has the header of the original and its own number beside it; the answer to a
  /// claim has a header of its own and names the claim.
  fileprivate var replyNumbers: (own: String, original: String)? {
    guard message.type.original != nil, let number = identification else { return nil }
    if let own = text("Header/IdentificatieRetour") { return (own, number) }
    guard let original = text("Header/DeclaratieIdentificatie/Identificatie") else { return nil }
    return (number, original)
  }
}
