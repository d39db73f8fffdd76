// swift-tools-version: 6.2

import PackageDescription

/// The settings of the house, and libFuzzer's eyes in every function.
let fuzzedSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .unsafeFlags(["-sanitize=fuzzer"]),
]

// `Sources/Journal` and `Sources/Quantities` are links to the rooms themselves: what is fuzzed is
// what ships, and `package` access holds because all of it is one package here.
let package = Package(
  name: "journal-fuzz",
  targets: [
    .target(name: "Quantities", swiftSettings: fuzzedSettings),
    .target(name: "Journal", dependencies: ["Quantities"], swiftSettings: fuzzedSettings),
    .executableTarget(
      name: "JournalFuzz",
      dependencies: ["Journal", "Quantities"],
      swiftSettings: fuzzedSettings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    ),
  ],
  swiftLanguageModes: [.v6]
)
