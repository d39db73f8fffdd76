// swift-tools-version: 6.2

import PackageDescription

/// The settings of the house, for every target and every test target alike.
///
/// Swift accepts unknown feature names in silence, so each of these was checked against
/// `swiftc -print-supported-features`.
let houseSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: a library target and its tests.
func room(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  testing: [Target.Dependency] = [],
  resources: [Resource]? = nil
) -> [Target] {
  [
    .target(
      name: name,
      dependencies: dependencies,
      resources: resources,
      swiftSettings: houseSettings
    ),
    .testTarget(
      name: name + "Tests",
      dependencies: [.byName(name: name)] + dependencies + testing,
      swiftSettings: houseSettings
    ),
  ]
}

/// What the tests of more than one room need: a library target without tests of its own.
func support(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: houseSettings)
}

let package = Package(
  name: "regie",
  dependencies: [],
  targets: [
    // floor 0
    room("Quantities"),
    // floor 1
    room("Rules", ["Quantities"]),
    // floor 2
    room(
      "Messages",
      ["Quantities"],
      testing: ["MessagesTesting"],
      resources: [
        .embedInCode("Data/codes.tsv"), .embedInCode("Data/iwmo.txt"),
        .embedInCode("Data/types.tsv"), .embedInCode("Data/rules.tsv"),
        .embedInCode("Data/return-codes.tsv"), .embedInCode("Data/gemeenten.tsv"),
        .embedInCode("Data/productcodes-wmo.tsv"),
      ]
    ),
    [support("MessagesTesting", ["Messages", "Quantities"])],
    // floor 4
    room("Synthetic", ["Messages", "Quantities"]),
  ].flatMap { $0 },
  swiftLanguageModes: [.v6]
)
