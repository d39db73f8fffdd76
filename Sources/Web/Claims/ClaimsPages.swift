/// The pages of the room.
enum ClaimsPages {
  static func reply(to address: ClaimsAddress, _ visit: Visit) async throws -> Reply {
    throw Trouble.notFound
  }
}

extension ClaimsPages {
  static func reply(to address: ClaimsAddress, _ form: PostedForm) async throws -> Reply {
    throw Trouble.notFound
  }
}
