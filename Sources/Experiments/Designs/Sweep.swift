import RegulatoryWorld
import Scenarios

/// A scenario at every point of a design; a single run is a sweep of one point.
///
/// A swept address is pinned to the point's value, so it is no longer drawn; every other parameter
/// is drawn as ever, by its own name. So two experiments differ in what was swept and in nothing
/// else: they share their futures, replication by replication.
public struct Sweep: Sendable {
  /// The scenario, with every regime that some experiment compares.
  public let base: Scenario
  /// The points.
  public let design: Design
  /// What the rows of each experiment hold.
  public let layouts: RowLayouts
  /// What was swept, in the order of the design's addresses.
  public let swept: [DrawnParameter]
  /// Whether the scenario itself has to be built anew for each point.
  private let isStructural: Bool

  /// A sweep; every address of the design must be one of the scenario's numbers.
  public init(_ base: Scenario, _ design: Design = .single) {
    self.base = base
    self.design = design
    isStructural = design.addresses.contains { address in
      base.parameters.parameter(at: address).map { base.parameters[$0].isStructural } ?? true
    }
    layouts = Sweep.layouts(base, design)
    swept = design.addresses.compactMap { address in
      base.parameters.parameter(at: address).map { DrawnParameter(base.parameters[$0]) }
    }
  }

  /// The seed of an experiment, where that was swept.
  public func seed(of experiment: Int) -> UInt64? {
    value(of: "seed", experiment).map { UInt64($0) }
  }

  /// An experiment's scenario, read anew with its values in place.
  ///
  /// - Throws: `ProblemReport` where the values make no sense together.
  public func scenario(of experiment: Int) throws(ProblemReport) -> Scenario {
    guard !design.addresses.isEmpty || design.regime(of: experiment) != nil else { return base }
    return try Scenario(
      base.source.with(
        settings: settings(of: experiment), regimes: design.regime(of: experiment).map { [$0] }))
  }

  /// An experiment's values as settings.
  public func settings(of experiment: Int) -> [(path: String, value: String)] {
    zip(design.addresses, design.values(of: experiment)).map { address, value in
      (path: address, value: Sweep.text(value))
    }
  }

  /// The shortest decimal of a value; whole ones without a point.
  private static func text(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  private func value(of address: String, _ experiment: Int) -> Double? {
    design.addresses.firstIndex(of: address).map { place in
      let values = design.values(of: experiment)
      return values[values.startIndex + place]
    }
  }

  /// What a thread simulates for an experiment, given what it simulated before.
  ///
  /// Where no address is structural, experiments with the same regimes share one study, and only
  /// numbers of the draw change.
  func prepared(_ experiment: Int, after last: PreparedStudy?) -> PreparedStudy {
    let regime = design.regime(of: experiment)
    if let last, !isStructural, last.regime == regime { return last }
    if regime == nil && !isStructural { return PreparedStudy(base, design, layouts.first, nil) }
    do throws(ProblemReport) {
      return PreparedStudy(try scenario(of: experiment), design, layouts.first, regime)
    } catch {
      preconditionFailure("experiment \(experiment) was not checked: \(error.rendered())")
    }
  }
}

extension Sweep {
  /// The columns are those of the scenario with the swept addresses left out.
  private static func layouts(_ base: Scenario, _ design: Design) -> RowLayouts {
    let pinned = Set(design.addresses)
    let parameters = base.parameters.entries
      .filter { $0.isUncertain && !pinned.contains($0.address) }.map(DrawnParameter.init)
    let study = Study(base)
    let all = RowLayout(
      regimes: study.regimes, outcomes: study.outcomes, parameters: parameters,
      series: study.timelineSeries, days: study.timelineDays, horizon: study.horizon)
    let horizon = design.addresses.firstIndex(of: "horizon_days")
    let every = design.addresses.firstIndex(of: "timeline_every_days")
    guard !design.regimes.isEmpty || horizon != nil || every != nil else { return RowLayouts(all) }
    return RowLayouts { experiment in
      let values = design.values(of: experiment)
      let length = horizon.map { values[values.startIndex + $0] } ?? all.horizon
      let spacing =
        every.map { values[values.startIndex + $0] } ?? Double(base.timelineEveryDays)
      return RowLayout(
        regimes: design.regime(of: experiment).map { $0 == "none" ? ["none"] : ["none", $0] }
          ?? all.regimes,
        outcomes: all.outcomes, parameters: parameters, series: all.series,
        days: Study.timelineDays(horizon: length, every: spacing), horizon: length)
    }
  }
}

/// A study as one thread simulates it, with what it takes to put an experiment's values into its
/// draws.
final class PreparedStudy {
  let study: Study
  var replicator: Replicator
  /// The experiment's regime, where the design names one.
  let regime: String?
  /// For each address of the design, its place in a draw; nil where the study has no such number.
  let pins: [Int?]
  /// For each drawn column, its place in a draw.
  let columns: [Int?]

  init(_ scenario: Scenario, _ design: Design, _ layout: RowLayout, _ regime: String?) {
    study = Study(scenario)
    replicator = Replicator(study)
    self.regime = regime
    func place(_ address: String) -> Int? { scenario.parameters.parameter(at: address)?.index }
    pins = design.addresses.map(place)
    columns = layout.parameters.map { place($0.address) }
  }
}
