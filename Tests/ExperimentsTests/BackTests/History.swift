import Experiments
import Foundation
import Scenarios

/// The dated cases and the stand-in scenario that the project has.
enum History {
  /// The folder above `Tests`.
  static let root: String = {
    var url = URL(filePath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }()

  static let casesPath = root + "/Scenarios/history/cases.json"

  static func source() throws -> ScenarioSource {
    try ScenarioLoader.load(path: root + "/Scenarios/history/stand-in.json5")
  }

  static func standIn() throws -> Scenario { try Scenario(source()) }

  static func cases() throws -> [HistoricalCase] { try CaseFile.load(path: casesPath).cases }
}
