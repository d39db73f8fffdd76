/// The pages of the room.
enum LandscapePages {
  static func reply(to address: LandscapeAddress, _ visit: Visit) async throws -> Reply {
    throw Trouble.notFound
  }
}
