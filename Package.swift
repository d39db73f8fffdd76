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
  resources: [Resource]? = nil,
  settings: [SwiftSetting] = []
) -> [Target] {
  [
    .target(
      name: name,
      dependencies: dependencies,
      resources: resources,
      swiftSettings: houseSettings + settings
    ),
    .testTarget(
      name: name + "Tests",
      dependencies: [.byName(name: name)] + dependencies + testing,
      swiftSettings: houseSettings
    ),
  ]
}

let package = Package(
  name: "regie",
  dependencies: [],
  targets: [
    // floor 0
    room("Quantities"),
    // floor 1
    room("Columns", settings: [.strictMemorySafety()]),
    room("Rules", ["Quantities"]),
    // floor 2
    room("Commissioning", ["Quantities", "Columns"]),
    room("Claims", ["Quantities", "Columns", "Commissioning"]),
    // floor 4
    room("Exchange", ["Quantities", "Commissioning"]),
  ].flatMap { $0 },
  swiftLanguageModes: [.v6]
)
