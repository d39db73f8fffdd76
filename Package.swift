// swift-tools-version: 6.2

import PackageDescription

/// What is asked of this build.
///
/// Programs that measure (`REGIE_BENCHMARKS`) or fuzz (`REGIE_FUZZ`) are
/// targets only when the environment says so, so that an ordinary build never waits for them;
/// `Scripts/bench` and `Scripts/fuzz` say so, and build in folders of their own.
let isMeasuring = Context.environment["REGIE_BENCHMARKS"] != nil
let isFuzzing = Context.environment["REGIE_FUZZ"] != nil

/// The settings of the house without those of a fuzzed build: for programs that the build runs.
///
/// Swift accepts unknown feature names in silence, so each of these was checked against
/// `swiftc -print-supported-features`.
let plainSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

/// The settings of the house, for every target and every test target alike; libFuzzer sees into
/// every function when it is asked for.
let houseSettings: [SwiftSetting] =
  plainSettings + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// A room of the house: a library target and its tests, which read some files by their path.
func room(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  testing: [Target.Dependency] = [],
  plugins: [Target.PluginUsage]? = nil,
  settings: [SwiftSetting] = [],
  testFiles: [String] = []
) -> [Target] {
  [
    .target(
      name: name,
      dependencies: dependencies,
      swiftSettings: houseSettings + settings,
      plugins: plugins
    ),
    .testTarget(
      name: name + "Tests",
      dependencies: [.byName(name: name)] + dependencies + testing,
      exclude: testFiles,
      swiftSettings: houseSettings
    ),
  ]
}

/// A program that measures.
func benchmark(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Measuring"] + dependencies,
    path: "Benchmarks/\(name)",
    swiftSettings: houseSettings
  )
}

/// A program that libFuzzer drives; it has no `main` of its own.
func fuzzer(
  _ name: String,
  _ dependencies: [Target.Dependency],
  exclude: [String] = []
) -> Target {
  .executableTarget(
    name: name,
    dependencies: dependencies,
    path: "Fuzz/\(name)",
    exclude: exclude,
    swiftSettings: houseSettings + [.unsafeFlags(["-parse-as-library"])],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
  )
}

let benchmarks: [Target] = [
  .target(name: "Measuring", path: "Benchmarks/Measuring", swiftSettings: houseSettings),
  benchmark("AgreementBench", ["Commissioning", "Quantities"]),
  benchmark("WorkListBench", ["Claims", "People", "Quantities", "Rules"]),
  benchmark("CodecBench", ["Messages", "Quantities"]),
  benchmark(
    "JournalBench",
    [
      "Access", "Digests", "Journal", "JournalSQLite", "JournalTesting", "People", "Quantities",
      "Region",
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]
  ),
  benchmark("MainJobBench", ["Quantities", "Synthetic"]),
  benchmark("AccessBench", ["Digests", "Journal", "People", "Quantities", "VaultSQLite"]),
  benchmark(
    "VaultBench",
    ["People", "Quantities", "VaultSQLite", .product(name: "Crypto", package: "swift-crypto")]
  ),
]

let fuzzers: [Target] = [
  fuzzer("JournalFuzz", ["Journal", "Quantities"]),
  fuzzer("ReaderFuzz", ["Messages"], exclude: ["Corpus"]),
]

let package = Package(
  name: "regie",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections.git", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
  ],
  targets: [
    // floor 0
    room("Quantities", testing: ["Generators"]),
    // floor 1
    room("Columns", testing: ["Generators"], settings: [.strictMemorySafety()]),
    room("Rules", ["Quantities"]),
    room("People", ["Quantities", "Rules"], testing: ["PeopleTesting"]),
    room(
      "Journal",
      ["Quantities", "Rules"],
      testing: ["Digests", "Generators", "JournalTesting"],
      plugins: ["EmbedTables"]
    ),
    room(
      "Messages",
      ["Quantities", "Rules"],
      testing: ["Generators", "MessagesTesting"],
      plugins: ["EmbedTables"]
    ),
    // floor 2
    room(
      "Landscape",
      ["Journal", "People", "Quantities", "Rules"],
      testing: ["Generators", "StrategyFiles"],
      testFiles: ["Golden"]
    ),
    room(
      "Commissioning",
      ["Columns", "Journal", "Quantities", "Rules"],
      testing: ["Digests", "Generators"]
    ),
    room(
      "Access",
      ["Columns", "Commissioning", "Journal", "People", "Quantities", "Rules"],
      testing: ["Generators"]
    ),
    room(
      "Claims",
      ["Access", "Columns", "Commissioning", "Journal", "People", "Quantities", "Rules"],
      testing: ["Generators"]
    ),
    // floor 3
    room(
      "Region",
      [
        "Access", "Claims", "Columns", "Commissioning", "Journal", "Landscape", "Messages",
        "People", "Quantities", "Rules",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ],
      testing: ["Generators", "StrategyFiles"]
    ),
    // floor 4
    room(
      "Exchange",
      [
        "Access", "Claims", "Commissioning", "Journal", "Messages", "People", "Quantities",
        "Region", "Rules",
      ],
      testing: [
        "Columns", "Digests", "Generators", "MessagesTesting", "PeopleTesting", "StrategyFiles",
        "Synthetic",
      ]
    ),
    room(
      "StrategyFiles",
      [
        "Commissioning", "Journal", "Landscape", "Quantities", "Rules",
        .product(name: "Yams", package: "Yams"),
      ],
      plugins: ["EmbedTables"]
    ),
    [.systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])])],
    room(
      "Documents",
      ["CXlsxWriter", "Landscape", "Quantities", "Rules"],
      testing: ["Generators", "StrategyFiles"],
      testFiles: ["Golden"]
    ),
    room(
      "Digests",
      ["Commissioning", "Journal", .product(name: "Crypto", package: "swift-crypto")],
      testing: ["Generators"]
    ),
    room("SQLiteRows", [.product(name: "GRDB", package: "GRDB.swift")]),
    room(
      "Accounts",
      [
        "Journal", "People", "Quantities", "Rules", "SQLiteRows",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      testing: ["Generators", "StorageFaults"],
      plugins: ["EmbedTables"]
    ),
    room(
      "JournalSQLite",
      [
        "Journal", "Quantities", "Rules",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      testing: [
        "Digests", "Generators", "JournalTesting", "JournalWriterProbe", "StorageFaults",
      ]
    ),
    room(
      "VaultSQLite",
      [
        "Digests", "Journal", "People", "Quantities", "Rules", "SQLiteRows",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      testing: [
        "Generators", "PeopleTesting", "StorageFaults",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]
    ),
    room(
      "Synthetic",
      ["Commissioning", "Journal", "Landscape", "Messages", "Quantities", "Region", "Rules"],
      testing: ["Digests", "StrategyFiles"]
    ),
    // floor 5
    room(
      "Web",
      [
        "Access", "Accounts", "Claims", "Columns", "Commissioning", "Documents", "Exchange",
        "Journal", "Landscape", "People", "Quantities", "Region", "Rules",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ],
      testing: [
        "Digests", "Generators", "JournalSQLite", "Messages", "MessagesTesting", "PeopleTesting",
        "StorageFaults", "StrategyFiles",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ],
      plugins: ["EmbedTables"]
    ),
    [
      .executableTarget(
        name: "regie",
        dependencies: [
          "Access", "Accounts", "Claims", "Columns", "Commissioning", "Digests", "Exchange",
          "Journal", "JournalSQLite", "Documents", "Landscape", "StrategyFiles",
          "Messages", "People", "Quantities", "Region", "Rules", "Synthetic", "VaultSQLite", "Web",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: houseSettings
      ),
      .testTarget(
        name: "regieTests",
        dependencies: [
          "regie", "Accounts", "Messages", "Quantities", "StrategyFiles", "Synthetic",
          .product(name: "GRDB", package: "GRDB.swift"),
        ],
        swiftSettings: houseSettings
      ),
    ],
    // the build
    [
      .plugin(name: "EmbedTables", capability: .buildTool(), dependencies: ["TableEmbedder"]),
      .executableTarget(name: "TableEmbedder", swiftSettings: plainSettings),
    ],
    // testing
    [
      .target(name: "Generators", swiftSettings: houseSettings),
      .target(
        name: "JournalTesting",
        dependencies: ["Generators", "Journal", "Quantities"],
        swiftSettings: houseSettings
      ),
      .target(
        name: "MessagesTesting",
        dependencies: ["Generators", "Messages", "Quantities"],
        swiftSettings: houseSettings
      ),
      .target(
        name: "PeopleTesting",
        dependencies: ["Generators", "People", "Quantities"],
        swiftSettings: houseSettings
      ),
      .target(
        name: "StorageFaults",
        dependencies: [.product(name: "GRDBSQLite", package: "GRDB.swift")],
        swiftSettings: houseSettings
      ),
      .executableTarget(
        name: "JournalWriterProbe",
        dependencies: [
          "Digests", "Generators", "Journal", "JournalSQLite", "JournalTesting", "Quantities",
        ],
        path: "Tests/JournalWriterProbe",
        swiftSettings: houseSettings
      ),
      // the tree itself
      .testTarget(name: "TidyTests", swiftSettings: houseSettings),
    ],
    isMeasuring ? benchmarks : [],
    isFuzzing ? fuzzers : [],
  ].flatMap { $0 },
  swiftLanguageModes: [.v6]
)
