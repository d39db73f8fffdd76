// swift-tools-version: 6.2

import PackageDescription

// A package of its own, built with libFuzzer; see `run` beside it. The rooms that are tested are
// linked into `Sources`, since `package` access ends at the border of a package.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer"]),
]

let package = Package(
  name: "reader-fuzz",
  targets: [
    .target(name: "Quantities", swiftSettings: settings),
    .target(
      name: "Messages",
      dependencies: ["Quantities"],
      resources: [
        .embedInCode("Data/codes.tsv"), .embedInCode("Data/iwmo.txt"),
        .embedInCode("Data/types.tsv"), .embedInCode("Data/rules.tsv"),
        .embedInCode("Data/return-codes.tsv"), .embedInCode("Data/gemeenten.tsv"),
        .embedInCode("Data/productcodes-wmo.tsv"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "ReaderFuzz",
      dependencies: ["Messages"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    ),
  ],
  swiftLanguageModes: [.v6]
)
