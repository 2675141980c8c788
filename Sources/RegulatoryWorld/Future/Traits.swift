import ExportControls
import Stochastics

/// A value for each of the five kinds of work in which models differ.
struct TaskValues: Hashable, BitwiseCopyable {
  let general: Double
  let find: Double
  let triage: Double
  let fix: Double
  let attack: Double
}

/// What one draw says of a model.
struct ModelTraits: Hashable {
  let lab: Int
  let isOpen: Bool
  let isVetted: Bool
  let capability: TaskValues
  let price: Double
  /// Scheduled release; negative: in use before day 0.
  let releaseDay: Double
  let trainingFLOP: Double
  let outputsMatch: Bool
  let key: NameHash
}

/// What one draw says of a lab.
struct LabTraits {
  let country: Country
  let spend: Double
  let usShare: Double
  let margin: Double
  let computeShare: Double
  let staff: Double
  let foreignStaffShare: Double
  let weightAccessShare: Double
  let wagePerDay: Double
  let reassignedProductivity: Double
  let trust: Double
  let safeguards: Safeguards
  /// Days of work per gate, in order of `Gate.allCases`.
  let gateDays: [Double]
  let key: NameHash
}

/// What one draw says of a cloud.
struct CloudTraits {
  /// Share of each lab's sales, by index of lab.
  let salesShare: [Double]
  /// Committed spend per day, by index of lab.
  let commitmentPerDay: [Double]
  let resaleMargin: Double
  let foreignHostedShare: Double
  let followLag: Double
  /// Stake in each lab, US dollars, by index of lab.
  let stakes: [Double]
  let redTeamDays: Double
  let securityDuty: Double
  let precedeProbability: Double
  let key: NameHash
}

/// Indices of the scenario's names, the same in every draw.
struct Index {
  let labs: [String: Int]
  let models: [String: Int]
  let clouds: [String: Int]

  init(labs: [String], models: [String], clouds: [String]) {
    func number(_ names: [String]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }
    self.labs = number(labs)
    self.models = number(models)
    self.clouds = number(clouds)
  }
}
