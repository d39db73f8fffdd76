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
  name: "codec-bench",
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
      name: "CodecBench",
      dependencies: ["Messages", "Quantities"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
