// swift-tools-version: 6.2
import PackageDescription

/// Every module imports exactly what stands beside it here, and nothing else of this package;
/// `Tests/StructureTests` reads the sources and holds them to it.
let imports: [(module: String, imports: [String])] = [
  ("Stochastics", []),
  ("ExportControls", []),
  ("JSON5", []),
  ("Arguments", []),
  ("DiscreteEvents", ["Stochastics"]),
  ("Scenarios", ["Stochastics", "ExportControls", "JSON5"]),
  ("RegulatoryWorld", ["Stochastics", "DiscreteEvents", "ExportControls", "Scenarios"]),
  ("Experiments", ["Stochastics", "Scenarios", "RegulatoryWorld"]),
  ("ResultFiles", ["Stochastics", "JSON5", "Scenarios", "RegulatoryWorld", "Experiments"]),
]

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let libraries = imports.map { entry in
  Target.target(
    name: entry.module,
    dependencies: entry.imports.map { .byName(name: $0) },
    swiftSettings: settings,
    // The exact functions (sqrt, floor, rint) that arithmetic may call; a test sees to it that no
    // other function of the mathematical library is linked.
    linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

let program = Target.executableTarget(
  name: "embargo",
  dependencies: imports.map { .byName(name: $0.module) },
  swiftSettings: settings)

let tests = imports.map { entry in
  Target.testTarget(
    name: entry.module + "Tests",
    dependencies: (imports.map { $0.module }.filter { name in
      name == entry.module || reachable(from: entry.module).contains(name)
    }).map { .byName(name: $0) },
    swiftSettings: settings)
}

func reachable(from module: String) -> Set<String> {
  let direct = imports.first { $0.module == module }?.imports ?? []
  return direct.reduce(into: Set(direct)) { $0.formUnion(reachable(from: $1)) }
}

let package = Package(
  name: "embargo",
  products: [
    .executable(name: "embargo", targets: ["embargo"]),
    // What serves other simulations too; see the tutorial of DiscreteEvents.
    .library(name: "DiscreteEvents", targets: ["DiscreteEvents"]),
    .library(name: "Stochastics", targets: ["Stochastics"]),
  ],
  targets: libraries + [program] + tests + [
    .testTarget(name: "StructureTests", swiftSettings: settings),
    .testTarget(
      name: "embargoTests",
      dependencies: imports.map { .byName(name: $0.module) } + ["embargo"],
      swiftSettings: settings),
  ])
