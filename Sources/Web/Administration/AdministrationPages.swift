import Accounts

/// The pages of the room.
enum AdministrationPages {
  static func reply(to address: AdministrationAddress, _ visit: Visit) async throws -> Reply {
    switch address {
    case .users: try await UsersPage.reply(visit)
    case .user(let key): .page(try await UserDesk(key, visit).page())
    case .newUser: .page(NewUserPage.page(visit))
    case .proposals: try await ProposalsPage.reply(visit)
    case .proposal(let number): .page(try await ProposalDesk(number, visit).page())
    case .accessRecords: .page(try await AccessRecordsPage.page(visit))
    case .securityEvents: .page(try await SecurityEventsPage.page(visit))
    case .journal: try await JournalPage.reply(visit)
    case .exports: .page(ExportsPage.page(visit))
    case .settings: .page(SettingsPage.page(visit))
    case .reviews: try await ReviewsPage.reply(visit)
    case .ownSessions: .page(try await OwnSessionsDesk(visit).page())
    }
  }
}

extension AdministrationPages {
  static func reply(to address: AdministrationAddress, _ form: PostedForm) async throws -> Reply {
    switch address {
    case .user(let key): try await UserDesk(key, form.visit).take(form)
    case .newUser: .page(try await NewUserPage.take(form))
    case .proposal(let number): try await ProposalDesk(number, form.visit).take(form)
    case .journal: try await JournalPage.take(form)
    case .reviews: try await ReviewsPage.take(form)
    case .ownSessions: try await OwnSessionsDesk(form.visit).take(form)
    case .users, .proposals, .accessRecords, .securityEvents, .exports, .settings:
      throw Trouble.methodNotAllowed
    }
  }
}

extension Visit {
  /// Whoever is signed in, who may do something here.
  func actor() throws -> Visitor {
    guard let visitor, visitor.isSignedIn else { throw Trouble.notFound }
    return visitor
  }
}
