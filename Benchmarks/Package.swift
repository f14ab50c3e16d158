// swift-tools-version: 6.2

import PackageDescription

/// The settings of the main package.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
]

let package = Package(
  name: "dragoman-benchmarks",
  products: [
    .library(name: "DragomanBenchmarks", targets: ["DragomanBenchmarks"]),
    .executable(name: "dragoman-bench-table", targets: ["DragomanBenchTable"]),
  ],
  dependencies: [
    .package(name: "dragoman", path: ".."),
    // Without its traits, which preload libraries to count allocations; see allocations.sh.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // A split at white space in vector instructions: what words are compared with, beside ICU.
    .target(name: "CWhiteSpace"),

    // What is measured: inputs and bodies, one file a theme.
    .target(
      name: "DragomanBenchmarks",
      dependencies: [
        "CWhiteSpace",
        .product(name: "CICU", package: "dragoman"),
        .product(name: "Dragoman", package: "dragoman"),
        .product(name: "DragomanEvaluation", package: "dragoman"),
        .product(name: "DragomanText", package: "dragoman"),
        .product(name: "DragomanLexicon", package: "dragoman"),
        .product(name: "DragomanTagging", package: "dragoman"),
        .product(name: "DragomanTopics", package: "dragoman"),
      ],
      swiftSettings: settings
    ),

    // Interleaved rounds and a table with ratios to ICU.
    .executableTarget(
      name: "DragomanBenchTable",
      dependencies: [
        "DragomanBenchmarks",
        .product(name: "dragoman", package: "dragoman"),
        .product(name: "Dragoman", package: "dragoman"),
        .product(name: "DragomanText", package: "dragoman"),
        .product(name: "DragomanLexicon", package: "dragoman"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),

    // The same bodies under `swift package benchmark`. The runner's plugin asks for a folder that
    // lies in one called `Benchmarks`, which this package's own folder is.
    .executableTarget(
      name: "DragomanBenchmarkRunner",
      dependencies: [
        "DragomanBenchmarks",
        .product(name: "dragoman", package: "dragoman"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Runner",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
