/// The floors and rooms of the house: what may import what.
///
/// A room imports the rooms on lower floors and, on floors 1 and 2, the rooms to its left. A target
/// that is not in this table fails the test, so that its place is chosen and not stumbled into.
enum House {
  /// Where a target stands.
  enum Place: Hashable, Sendable {
    case floor(Int)
    /// Suites, builders and generators that test targets share.
    case testing
    /// A C library: a system library target, or the small C target beside it.
    case library
    /// A program that the build runs, and the product never.
    case tool
    /// What the programs below `Benchmarks` share; they may import every room.
    case measuring
  }

  /// A target of `Sources`.
  struct Room: Sendable {
    let name: String
    let place: Place
    /// Modules from outside the package that it may import.
    var modules: Set<String> = []
    /// Rooms on its own floor that it may import although they are not to its left.
    var neighbours: Set<String> = []
  }

  /// Modules of the language and of swift-collections, which every floor but the lowest may use.
  static let plainModules: Set = [
    "BasicContainers", "BitCollections", "Collections", "DequeModule", "HashTreeCollections",
    "HeapModule", "OrderedCollections", "Synchronization",
  ]

  /// What an adapter for SQLite needs: GRDB, the C library below it, and that of the system.
  static let sqliteModules: Set = [
    "Crypto", "Darwin", "Foundation", "GRDB", "GRDBSQLite", "Glibc", "Musl",
  ]

  /// Every room, floor by floor, from left to right.
  static let rooms: [Room] =
    [
      Room(name: "Quantities", place: .floor(0)),
      Room(name: "Columns", place: .floor(1)),
      Room(name: "Rules", place: .floor(1)),
      Room(name: "People", place: .floor(1)),
      Room(name: "Journal", place: .floor(1)),
      Room(name: "Messages", place: .floor(1)),
      Room(name: "Landscape", place: .floor(2)),
      Room(name: "Commissioning", place: .floor(2)),
      Room(name: "Access", place: .floor(2)),
      Room(name: "Claims", place: .floor(2)),
      Room(name: "Steering", place: .floor(2)),
      Room(name: "Foresight", place: .floor(2)),
      Room(name: "Region", place: .floor(3)),
      Room(name: "Digests", place: .floor(4), modules: ["Crypto", "Foundation"]),
      Room(name: "StrategyFiles", place: .floor(4), modules: ["Yams"]),
      Room(name: "CXlsxWriter", place: .library),
      Room(name: "Documents", place: .floor(4), modules: ["CXlsxWriter", "Foundation"]),
      Room(name: "Exchange", place: .floor(4), modules: ["Foundation"]),
      Room(name: "Synthetic", place: .floor(4), modules: ["Foundation"]),
      Room(name: "SQLiteRows", place: .floor(4), modules: ["GRDB"]),
      Room(
        name: "Accounts",
        place: .floor(4),
        modules: sqliteModules.union(["CryptoExtras"]),
        neighbours: ["SQLiteRows"]
      ),
      Room(
        name: "JournalSQLite",
        place: .floor(4),
        modules: sqliteModules,
        neighbours: ["Digests"]
      ),
      Room(
        name: "VaultSQLite",
        place: .floor(4),
        modules: sqliteModules,
        neighbours: ["Digests", "SQLiteRows"]
      ),
      Room(
        name: "Web",
        place: .floor(5),
        modules: [
          "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTPTypes",
        ]
      ),
      Room(
        name: "regie",
        place: .floor(5),
        modules: ["ArgumentParser", "Crypto", "Dispatch", "Foundation", "Glibc"],
        neighbours: ["Web"]
      ),
      Room(name: "TableEmbedder", place: .tool, modules: ["Foundation"]),
      Room(name: "Measuring", place: .measuring),
      Room(name: "Generators", place: .testing),
      Room(name: "JournalTesting", place: .testing),
      Room(name: "MessagesTesting", place: .testing),
      Room(name: "PeopleTesting", place: .testing),
      Room(name: "RegionTesting", place: .testing),
      Room(name: "StorageFaults", place: .testing),
    ]

  /// Modules that tests may import besides every room.
  static let testModules: Set = [
    "ArgumentParser", "Crypto", "Darwin", "Dispatch", "Foundation", "FoundationXML", "GRDB",
    "GRDBSQLite", "Glibc", "HTTPTypes", "Hummingbird", "HummingbirdTesting", "NIOCore", "Testing",
  ]

  /// Targets whose work it is to read the clock or to draw random numbers: adapters of floor 4, and
  /// the one that draws the fresh seeds that tests print.
  static let clockAdapters: Set = ["Generators", "JournalSQLite", "VaultSQLite"]

  static func room(_ name: String) -> Room? { rooms.first { $0.name == name } }

  /// The floor of a target; nil for testing targets, libraries, tools and unknown ones.
  static func floor(_ name: String) -> Int? {
    guard case .floor(let floor) = room(name)?.place else { return nil }
    return floor
  }
}

extension House {
  /// The modules that a target of `Sources` may import, or nil when the house has no such room.
  static func allowedImports(of name: String) -> Set<String>? {
    guard let index = rooms.firstIndex(where: { $0.name == name }) else { return nil }
    let room = rooms[index]
    var allowed = room.modules.union(room.neighbours)
    switch room.place {
    case .floor(let floor):
      if floor > 0 { allowed.formUnion(plainModules) }
      for (other, candidate) in rooms.enumerated() {
        guard case .floor(let lower) = candidate.place else { continue }
        let isToTheLeft = lower == floor && (1...2).contains(floor) && other < index
        if lower < floor || isToTheLeft { allowed.insert(candidate.name) }
      }
    case .testing:
      allowed.formUnion(plainModules)
      allowed.formUnion(testModules)
      let outside: Set<Place> = [.floor(5), .tool, .measuring]
      allowed.formUnion(rooms.filter { !outside.contains($0.place) }.map(\.name))
    case .library, .tool, .measuring:
      break
    }
    return allowed
  }

  /// The modules that a test target, a benchmark or a fuzz target may import.
  static var allowedImportsOfTests: Set<String> {
    testModules.union(plainModules).union(rooms.map(\.name))
  }
}
