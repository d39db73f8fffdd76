/// The pages of the room.
enum ClaimsPages {
  static func reply(to address: ClaimsAddress, _ visit: Visit) async throws -> Reply {
    switch address {
    case .workList: try await WorkListPage.reply(visit)
    case .messages: try await MessagesPage.reply(visit)
    case .message(let position): .page(try await MessagePage.page(position, visit))
    case .messageFile(let position):
      .page(try await MessageFileDesk(position, .original, visit).page())
    case .messageAnswer(let position):
      .page(try await MessageFileDesk(position, .answer, visit).page())
    case .upload: .page(UploadPage.page(visit))
    case .uploadTable: .page(TableUploadPage.page(visit))
    case .lines: try await LinesPage.reply(visit)
    case .line(let row): .page(try await LinePage.page(row, visit))
    case .awarded: try await AwardedPage.reply(visit)
    case .publications: .page(try await PublicationsPage.page(visit))
    case .publication(let number): try await PublicationsPage.reply(number, visit)
    case .publicationProposal: .page(DeedFlow(form: PublicationForm(visit: visit)).page())
    case .findPerson: .page(PersonPage.page(visit))
    }
  }
}

extension ClaimsPages {
  static func reply(to address: ClaimsAddress, _ form: PostedForm) async throws -> Reply {
    switch address {
    case .messageFile(let position):
      try await MessageFileDesk(position, .original, form.visit).take(form)
    case .messageAnswer(let position):
      try await MessageFileDesk(position, .answer, form.visit).take(form)
    case .upload: .page(try await UploadPage.take(form))
    case .uploadTable: try await TableUploadPage.take(form)
    case .findPerson: .page(try await PersonDesk(form).page())
    case .publicationProposal:
      try await DeedFlow(form: PublicationForm(visit: form.visit)).take(form)
    case .workList, .messages, .message, .lines, .line, .awarded, .publications, .publication:
      throw Trouble.methodNotAllowed
    }
  }
}
