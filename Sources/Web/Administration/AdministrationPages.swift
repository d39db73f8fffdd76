/// The pages of the room.
enum AdministrationPages {
  static func reply(to address: AdministrationAddress, _ visit: Visit) async throws -> Reply {
    throw Trouble.notFound
  }
}

extension AdministrationPages {
  static func reply(to address: AdministrationAddress, _ form: PostedForm) async throws -> Reply {
    throw Trouble.notFound
  }
}
