import Scenarios

/// What is predicted in a back-test.
public enum BackTestTarget: String, CaseIterable, Sendable {
  /// Days to the first relief of any kind.
  case partial
  /// Days to the end of the whole measure.
  case full
}

/// Who predicts in a back-test.
public enum Predictor: String, CaseIterable, Sendable {
  /// The simulated relief, fitted to the other cases.
  case embargo
  /// A lognormal with right-censoring, fitted to the other cases and the same for each.
  case lognormal
  /// A constant hazard, fitted to the other cases and the same for each.
  case constantHazard = "constant_hazard"
  /// A constant hazard, fitted to the other cases of the same ``CaseKind``.
  case kindHazard = "kind_hazard"
}

/// One prediction of a back-test, and how it did.
public struct BackTestRow: Sendable, Equatable {
  /// Name of the case.
  public let caseID: String
  /// What is predicted.
  public let target: BackTestTarget
  /// Who predicts.
  public let predictor: Predictor
  /// What was seen; nil where the file does not say.
  public let observed: ObservedDays?
  /// The 5th, 10th, 25th, 50th, 75th, 90th and 95th percentiles in days; infinite beyond the
  /// horizon.
  public let quantiles: [Double]
  /// The probability of no relief by the horizon.
  public let neverProbability: Double
  /// Mean days, those beyond the horizon counted as the horizon.
  public let restrictedMeanDays: Double
  /// ``Scores/crps(_:_:horizon:)`` in days; nil without an observation.
  public let crps: Double?
  /// ``Scores/logarithmic(_:_:horizon:)``; nil without an observation.
  public let logScore: Double?
  /// Whether the central 50 % interval holds what was seen; nil where that cannot be known.
  public let isInHalf: Bool?
  /// Whether the central 80 % interval does.
  public let isInFourFifths: Bool?

  /// The probabilities of ``quantiles``.
  public static let points = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
}

/// Who predicts routes in a back-test.
public enum RoutePredictor: String, CaseIterable, Sendable {
  /// The simulated relief, fitted to the other cases.
  case embargo
  /// The shares of the routes among the other cases, the same for each.
  case shares
}

/// By which route the first relief was predicted to come.
public struct RouteRow: Sendable, Equatable {
  /// Name of the case.
  public let caseID: String
  /// Who predicts.
  public let predictor: RoutePredictor
  /// Probabilities of the routes in order of `HistoricalCase.Route`, and last of none
  /// by the horizon.
  public let probabilities: [Double]
  /// Place of what was seen among them; nil where that cannot be known.
  public let seen: Int?
  /// ``Scores/brier(_:seen:)``.
  public var brier: Double? { seen.map { Scores.brier(probabilities, seen: $0) } }
}

/// What a back-test found.
public struct BackTestResult: Sendable {
  /// One row for each case, target and predictor, in this order.
  public let rows: [BackTestRow]
  /// One row for each case and predictor of routes; shares only where other cases have any.
  public let routes: [RouteRow]
  /// What was fitted without each case, and last with all.
  public let fits: [FittedRelief]
  /// The last day that is scored.
  public let horizonDays: Double

  init(_ test: BackTest, _ simulated: [SimulatedCourses]) {
    horizonDays = test.horizonDays
    fits = test.fits
    rows = test.cases.indices.flatMap { number in
      BackTestTarget.allCases.flatMap { target in
        BackTestResult.rows(test, number, target, simulated[number])
      }
    }
    routes = test.cases.indices.flatMap { RoutePrediction.rows(test, $0, simulated[$0]) }
  }

  private static func rows(
    _ test: BackTest, _ number: Int, _ target: BackTestTarget, _ courses: SimulatedCourses
  ) -> [BackTestRow] {
    let others = test.cases.indices.filter { $0 != number }.map { test.cases[$0] }
    let seen = others.compactMap { $0.course?.observed(target) }
    let kind = CaseKind(test.cases[number].circumstances)
    let alike = others.filter { CaseKind($0.circumstances) == kind }
      .compactMap { $0.course?.observed(target) }
    let days = target == .partial ? courses.firstDays : courses.fullDays
    return Predictor.allCases.compactMap { predictor in
      let prediction: (any Prediction)? =
        switch predictor {
        case .embargo: SimulatedDays(days)
        case .lognormal: LognormalDays(fittedTo: seen)
        case .constantHazard: ConstantHazard(fittedTo: seen)
        case .kindHazard: ConstantHazard(fittedTo: alike, orTo: seen)
        }
      return prediction.map {
        BackTestRow(test.cases[number], target, predictor, $0, horizon: test.horizonDays)
      }
    }
  }
}

extension HistoricalCase.Course {
  /// Days to a relief, or those by which it had not come.
  public func observed(_ target: BackTestTarget) -> ObservedDays {
    let relief = target == .partial ? first : full
    return ObservedDays(days: relief?.days ?? observedDays, isCensored: relief == nil)
  }
}

extension BackTestRow {
  fileprivate init(
    _ record: HistoricalCase, _ target: BackTestTarget, _ predictor: Predictor,
    _ prediction: some Prediction, horizon: Double
  ) {
    caseID = record.id
    self.target = target
    self.predictor = predictor
    let seen = record.course?.observed(target)
    observed = seen
    quantiles = BackTestRow.points.map { point in
      let day = prediction.quantile(point)
      return day > horizon ? .infinity : day
    }
    neverProbability = 1 - prediction.cumulative(horizon)
    restrictedMeanDays = Scores.restrictedMean(prediction, horizon: horizon)
    crps = seen.map { Scores.crps(prediction, $0, horizon: horizon) }
    logScore = seen.map { Scores.logarithmic(prediction, $0, horizon: horizon) }
    isInHalf = seen.flatMap {
      Scores.isCovered($0, by: 0.5, of: prediction, horizon: horizon)
    }
    isInFourFifths = seen.flatMap {
      Scores.isCovered($0, by: 0.8, of: prediction, horizon: horizon)
    }
  }
}
