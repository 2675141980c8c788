import Stochastics

/// The posterior of one route given σ, over a grid of μ, the logarithm of its median days, and p,
/// the probability that it opens.
struct RouteGrid {
  private let prior: RoutePrior
  private let evidence: [RouteEvidence]
  private let means: [Double]
  private let chances: [Double]

  /// - Parameter chance: the probability that the route opens where that is not fitted.
  init(_ prior: RoutePrior, _ evidence: [RouteEvidence], chance: Double) {
    self.prior = prior
    self.evidence = evidence
    means = (-35...35).map { prior.logMean + 0.1 * prior.logSD * Double($0) }
    chances = prior.mayNotOpen ? (0..<40).map { (Double($0) + 0.5) / 40 } : [chance]
  }

  /// Logarithm of the probability of the evidence at a σ, up to a constant.
  func logEvidence(sigma: Double) -> Double {
    let values = logPosterior(sigma: sigma)
    let top = values.max() ?? 0
    return top + Elementary.log(values.reduce(0) { $0 + Elementary.exp($1 - top) })
  }

  /// Mean and standard deviation of μ and of p, averaged over σ.
  func moments(sigmas: [Double], weights: [Double]) -> FittedRelief.Route {
    var shares = [Double](repeating: 0, count: means.count * chances.count)
    for (sigma, weight) in zip(sigmas, weights) {
      for (place, share) in normalized(logPosterior(sigma: sigma)).enumerated() {
        shares[place] += weight * share
      }
    }
    let ofMeans = means.indices.map { row in
      chances.indices.reduce(0) { $0 + shares[row * chances.count + $1] }
    }
    let ofChances = chances.indices.map { column in
      means.indices.reduce(0) { $0 + shares[$1 * chances.count + column] }
    }
    return FittedRelief.Route(
      logMedianDays: PosteriorMoments(ofMeans, means),
      probability: prior.mayNotOpen ? PosteriorMoments(ofChances, chances) : nil,
      seen: evidence.count { $0.isSeen }, unseen: evidence.count { !$0.isSeen })
  }

  /// At `mean * chances.count + chance`, up to a constant.
  private func logPosterior(sigma: Double) -> [Double] {
    let logSigma = Elementary.log(sigma)
    let logWorks = evidence.map { Elementary.log($0.work) }
    var values: [Double] = []
    values.reserveCapacity(means.count * chances.count)
    for mean in means {
      let place = (mean - prior.logMean) / prior.logSD
      var common = -0.5 * place * place
      var reached: [Double] = []
      for (each, logWork) in zip(evidence, logWorks) {
        let x = (logWork - mean) / sigma
        if each.isSeen {
          common -= 0.5 * x * x + logSigma
        } else {
          reached.append(Special.normalCDF(x))
        }
      }
      let seen = Double(evidence.count - reached.count)
      for chance in chances {
        let open = seen * Elementary.log(chance)
        values.append(
          reached.reduce(common + open) { $0 + Elementary.log(max(1 - chance * $1, 1e-300)) })
      }
    }
    return values
  }
}
