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
  var capability = TaskValues(general: 0, find: 0, triage: 0, fix: 0, attack: 0)
  var price = 0.0
  /// Scheduled release; negative: in use before day 0.
  var releaseDay = 0.0
  var trainingFLOP = 0.0
  let outputsMatch: Bool
  let key: NameHash
}

/// What one draw says of a lab.
struct LabTraits {
  let country: Country
  var spend = 0.0
  var usShare = 0.0
  var margin = 0.0
  var computeShare = 0.0
  var staff = 0.0
  var foreignStaffShare = 0.0
  var weightAccessShare = 0.0
  var wagePerDay = 0.0
  var reassignedProductivity = 0.0
  var trust = 0.0
  var safeguards = Safeguards(
    technical: 0, monitoring: 0, vetting: 0, transparency: 0, oversight: 0)
  /// Days of work per gate, in order of `Gate.allCases`.
  var gateDays: [Double]
  let key: NameHash
}

/// What one draw says of a cloud.
struct CloudTraits {
  /// Share of each lab's sales, by index of lab.
  var salesShare: [Double]
  /// Committed spend per day, by index of lab.
  var commitmentPerDay: [Double]
  var resaleMargin = 0.0
  var foreignHostedShare = 0.0
  var followLag = 0.0
  /// Stake in each lab, US dollars, by index of lab.
  var stakes: [Double]
  var redTeamDays = 0.0
  var securityDuty = 0.0
  var precedeProbability = 0.0
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
