// swift-tools-version: 6.2

import PackageDescription

/// The same settings for every Swift target.
let settings: [SwiftSetting] = [
  // An existential is visible where it costs something.
  .enableUpcomingFeature("ExistentialAny"),
  // An import is public only where a public signature needs it.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member comes from a module that the file imports itself.
  .enableUpcomingFeature("MemberImportVisibility"),
  // An async function runs where its caller runs unless it says otherwise.
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  // Every unsafe use is spelled `unsafe`, and a missing one does not build.
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
]

let package = Package(
  name: "dragoman",
  products: [
    .library(name: "Dragoman", targets: ["Dragoman"]),
    .executable(name: "dragoman", targets: ["DragomanCLI"]),
    // Single stages, and ICU as their peer in benchmarks.
    .library(name: "DragomanText", targets: ["DragomanText"]),
    .library(name: "DragomanLexicon", targets: ["DragomanLexicon"]),
    .library(name: "DragomanTagging", targets: ["DragomanTagging"]),
    .library(name: "DragomanTopics", targets: ["DragomanTopics"]),
    // Answers measured against gold.
    .library(name: "DragomanEvaluation", targets: ["DragomanEvaluation"]),
    .library(name: "CICU", targets: ["CICU"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Ground: a small C face on ICU. No ICU header reaches Swift.
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),

    // Ground: bytes to bit masks in vector instructions, chosen at run time.
    .target(name: "CBlocks"),

    // Ground: a small C face on zlib, for dumps that are packed with gzip. Only the program needs it.
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),

    // Storey 1: source text, Unicode, normalizer, tokenizer, sentences, language.
    .target(name: "DragomanText", dependencies: ["CICU", "CBlocks"], swiftSettings: settings),

    // Storey 1b: gazetteer sources, compiler, compiled lexicon, matcher.
    .target(name: "DragomanLexicon", dependencies: ["DragomanText"], swiftSettings: settings),

    // Storey 2: siblings; neither imports the other.
    .target(
      name: "DragomanTagging",
      dependencies: ["DragomanText", "DragomanLexicon"],
      swiftSettings: settings
    ),
    .target(
      name: "DragomanTopics",
      dependencies: ["DragomanText", "DragomanLexicon"],
      swiftSettings: settings
    ),

    // Storey 3: the front door. The plugin compiles `Lexicons/` for it.
    .target(
      name: "Dragoman",
      dependencies: ["DragomanText", "DragomanLexicon", "DragomanTagging", "DragomanTopics"],
      swiftSettings: settings,
      plugins: ["LexiconPlugin"]
    ),

    // Storey 4: answers measured against gold.
    .target(
      name: "DragomanEvaluation",
      dependencies: ["Dragoman", "DragomanText", "DragomanLexicon"],
      swiftSettings: settings
    ),

    // Storey 4: models of the user's own.
    .target(
      name: "DragomanTraining",
      dependencies: [
        "Dragoman", "DragomanEvaluation", "DragomanTagging", "DragomanText", "DragomanLexicon",
      ],
      swiftSettings: settings
    ),

    // Top: the program.
    .executableTarget(
      name: "DragomanCLI",
      dependencies: [
        "Dragoman", "DragomanEvaluation", "DragomanTraining", "DragomanTagging", "DragomanLexicon",
        "DragomanText", "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),

    // Build time: `Lexicons/` becomes one memory-mapped file.
    .executableTarget(
      name: "LexiconCompilerTool",
      dependencies: ["DragomanLexicon"],
      swiftSettings: settings
    ),
    .plugin(
      name: "LexiconPlugin",
      capability: .buildTool(),
      dependencies: ["LexiconCompilerTool"]
    ),

    .testTarget(
      name: "DragomanTextTests",
      dependencies: ["DragomanText", "CICU", "CBlocks"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DragomanLexiconTests",
      dependencies: ["DragomanLexicon", "DragomanText"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DragomanTaggingTests",
      dependencies: ["DragomanTagging", "Dragoman", "DragomanLexicon", "DragomanText"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DragomanTopicsTests",
      dependencies: ["DragomanTopics", "Dragoman"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DragomanTests",
      dependencies: ["Dragoman"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DragomanEvaluationTests",
      dependencies: ["DragomanEvaluation", "Dragoman", "DragomanText"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DragomanTrainingTests",
      dependencies: [
        "DragomanTraining", "DragomanEvaluation", "Dragoman", "DragomanTagging", "DragomanText",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DragomanCLITests",
      dependencies: ["DragomanCLI", "Dragoman"],
      swiftSettings: settings
    ),
    .testTarget(name: "FloorPlanTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
