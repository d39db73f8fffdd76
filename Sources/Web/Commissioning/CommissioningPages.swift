/// The pages of the room.
enum CommissioningPages {
  static func reply(to address: CommissioningAddress, _ visit: Visit) async throws -> Reply {
    throw Trouble.notFound
  }
}
