// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// The sources of the house are links, so that `package` access reaches them from here.
let package = Package(
  name: "agreement-bench",
  targets: [
    .target(name: "Quantities", swiftSettings: settings),
    .target(name: "Columns", swiftSettings: settings),
    .target(name: "Journal", dependencies: ["Quantities"], swiftSettings: settings),
    .target(
      name: "Commissioning",
      dependencies: ["Columns", "Journal", "Quantities"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "AgreementBench",
      dependencies: ["Commissioning", "Quantities"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
