// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that measuring never slows an ordinary build. `package` access ends at
// the border of a package, therefore the rooms that are measured are linked into `Sources`.
let houseSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "vault-bench",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
  ],
  targets: [
    .target(name: "Quantities", swiftSettings: houseSettings),
    .target(name: "Rules", dependencies: ["Quantities"], swiftSettings: houseSettings),
    .target(name: "People", dependencies: ["Quantities", "Rules"], swiftSettings: houseSettings),
    .target(
      name: "Journal",
      dependencies: ["Quantities", "Rules"],
      swiftSettings: houseSettings,
      plugins: ["EmbedTables"]
    ),
    .plugin(name: "EmbedTables", capability: .buildTool(), dependencies: ["TableEmbedder"]),
    .executableTarget(  // which the build runs; no benchmark
      name: "TableEmbedder",
      swiftSettings: houseSettings
    ),
    .target(
      name: "Digests",
      dependencies: ["Journal", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: houseSettings
    ),
    .target(
      name: "VaultSQLite",
      dependencies: [
        "Digests", "Journal", "People", "Quantities", "Rules",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: houseSettings
    ),
    .executableTarget(
      name: "VaultBench",
      dependencies: [
        "People", "Quantities", "VaultSQLite",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: houseSettings
    ),
    .executableTarget(
      name: "AccessBench",
      dependencies: ["Digests", "Journal", "People", "Quantities", "VaultSQLite"],
      swiftSettings: houseSettings
    ),
  ],
  swiftLanguageModes: [.v6]
)
