import Scenarios
import Stochastics

/// Fits the routes of relief to dated cases.
///
/// Days of work of route r in a case are lognormal with median e^μ(r) and a spread σ common to all
/// routes; the route opens with probability p(r). A relief by the route adds p φ(x) ∕ σ to the
/// likelihood, a route that had not ended 1 − p Φ(x), with x = (ln days − μ) ∕ σ: competing
/// risks with independent censoring, some of which never come (a mixture cure model: J. W. Boag,
/// *Journal of the Royal Statistical Society B* 11 (1949), 15). With the prior this gives
/// a posterior, summed over a grid of σ, μ and p; what is kept are means and standard deviations of
/// ln σ, μ and p, which is what a scenario can be given.
public struct ReliefFit: Sendable {
  private let speeds: @Sendable (HistoricalCase.Route, HistoricalCase.Circumstances) -> Double
  private let injunctionProbability: Double
  private let priorRatio: Double

  /// A fit with the speeds that a scenario gives the routes under each hook.
  ///
  /// They are those of a measure that shuts out everybody abroad, with nothing else moving them:
  /// allies speed correction, and trust is at one half. A suit ends in an injunction with the
  /// probability of the scenario's first regime. The rest of the scenario is not used.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - priorRatio: a factor for the median days of every route that are believed before any case.
  public init(_ scenario: Scenario, priorRatio: Double = 1) {
    self.priorRatio = priorRatio
    let draw = scenario.parameters.central
    let allies = 1 + draw[scenario.relief.alliedGain]
    let regime = scenario.regimes.first?.regime(draw)
    // Above 0, so that a case in which one was granted is not impossible.
    injunctionProbability = max(1e-6, regime?.injunctionProbability ?? 1)
    let fit = scenario.relief.fit.mapValues {
      (
        collateral: draw[$0.collateral] * allies, negotiated: draw[$0.negotiated],
        rescission: draw[$0.rescission]
      )
    }
    speeds = { route, known in
      switch route {
      case .collateral: fit[known.hook]?.collateral ?? 1
      case .negotiated: fit[known.hook]?.negotiated ?? 1
      case .rescission: fit[known.hook]?.rescission ?? 1
      case .injunction, .reversal: 1
      }
    }
  }

  /// What the cases teach; those without a known course teach nothing.
  public func posterior(_ cases: [HistoricalCase]) -> FittedRelief {
    let routes = HistoricalCase.Route.allCases.map { route in
      RouteGrid(
        RoutePrior.of(route, ratio: priorRatio),
        cases.compactMap { RouteEvidence(of: route, in: $0) { speeds(route, $0) } },
        chance: route == .injunction ? injunctionProbability : 1)
    }
    let grid = SpreadGrid()
    let logWeights = grid.logSigmas.indices.map { place in
      grid.logPrior[place]
        + routes.reduce(0) { $0 + $1.logEvidence(sigma: grid.sigmas[place]) }
    }
    let weights = normalized(logWeights)
    return FittedRelief(
      spread: PosteriorMoments(weights, grid.logSigmas),
      routes: Dictionary(
        uniqueKeysWithValues: zip(HistoricalCase.Route.allCases, routes).map { route, posterior in
          (route, posterior.moments(sigmas: grid.sigmas, weights: weights))
        }),
      singleRoute: LognormalDays(fittedTo: cases.compactMap { $0.course?.observed(.full) }))
  }
}

/// Mean and standard deviation of a posterior.
public struct PosteriorMoments: Sendable, Equatable {
  /// The mean.
  public let mean: Double
  /// The standard deviation.
  public let sd: Double

  /// Of values with weights that add up to 1.
  init(_ weights: [Double], _ values: [Double]) {
    let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = zip(weights, values).reduce(0) {
      $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean)
    }
    self.mean = mean
    sd = variance.squareRoot()
  }
}

/// Weights that add up to 1 from their logarithms.
func normalized(_ logWeights: [Double]) -> [Double] {
  let top = logWeights.max() ?? 0
  let weights = logWeights.map { Elementary.exp($0 - top) }
  let sum = weights.reduce(0, +)
  return weights.map { $0 / sum }
}

/// The values of σ that are looked at, evenly spaced in its logarithm.
private struct SpreadGrid {
  let logSigmas: [Double]
  let sigmas: [Double]
  let logPrior: [Double]

  init() {
    let prior = RoutePrior.spread
    let middle = Elementary.log(prior.median)
    logSigmas = (-12...12).map { middle + 0.25 * prior.logSD * Double($0) }
    sigmas = logSigmas.map(Elementary.exp)
    logPrior = logSigmas.map { value in
      let x = (value - middle) / prior.logSD
      return -0.5 * x * x
    }
  }
}
