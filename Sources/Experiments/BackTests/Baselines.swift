import Stochastics

/// Days until something was seen, or until one stopped looking.
public struct ObservedDays: Sendable, Equatable {
  /// The days.
  public let days: Double
  /// Whether it had not been seen by then.
  public let isCensored: Bool

  /// The fewest days that a relief is taken to need, a quarter of an hour: what comes at the very
  /// moment of the order has no logarithm.
  static let shortest = 0.01

  /// The days of a relief, or those without one, as a fit takes them.
  fileprivate var fitted: Double { isCensored ? days : max(days, ObservedDays.shortest) }

  /// An observation.
  public init(days: Double, isCensored: Bool) {
    self.days = days
    self.isCensored = isCensored
  }
}

extension ConstantHazard {
  /// The maximum of the likelihood: events over days looked at; nil without an event.
  public init?(fittedTo observed: [ObservedDays]) {
    let events = observed.count { !$0.isCensored }
    let days = observed.reduce(0) { $0 + $1.fitted }
    guard events > 0, days > 0 else { return nil }
    perDay = Double(events) / days
  }

  /// The same of cases alike, which is none a day where they saw no event; that of others where
  /// none is alike.
  public init?(fittedTo alike: [ObservedDays], orTo others: [ObservedDays]) {
    if alike.contains(where: { $0.fitted > 0 }), alike.allSatisfy(\.isCensored) {
      self.init(perDay: 0)
    } else {
      self.init(fittedTo: alike.isEmpty ? others : alike)
    }
  }
}

extension LognormalDays {
  /// The maximum of the likelihood with right-censoring; nil with fewer than two different events.
  ///
  /// Found by a search over μ and ln σ whose steps halve; σ is at least 0.05.
  public init?(fittedTo observed: [ObservedDays]) {
    let known = observed.filter { $0.fitted > 0 }
    guard Set(known.filter { !$0.isCensored }.map(\.fitted)).count >= 2 else { return nil }
    let data = known.map { (log: Elementary.log($0.fitted), isCensored: $0.isCensored) }
    func logLikelihood(_ mean: Double, _ logSD: Double) -> Double {
      let sd = Elementary.exp(logSD)
      return data.reduce(0) { sum, each in
        let x = (each.log - mean) / sd
        if each.isCensored { return sum + Elementary.log(max(Special.normalCDF(-x), 1e-300)) }
        return sum - 0.5 * x * x - logSD
      }
    }
    var place = (mean: data[0].log, logSD: 0.0)
    var best = logLikelihood(place.mean, place.logSD)
    var step = 2.0
    while step > 1e-7 {
      let tries = [
        (place.mean + step, place.logSD), (place.mean - step, place.logSD),
        (place.mean, place.logSD + step), (place.mean, max(-3, place.logSD - step)),
        (place.mean + step, place.logSD + step), (place.mean - step, max(-3, place.logSD - step)),
      ]
      let values = tries.map { logLikelihood($0.0, $0.1) }
      if let better = values.indices.max(by: { values[$0] < values[$1] }),
        values[better] > best + 1e-12
      {
        place = (tries[better].0, tries[better].1)
        best = values[better]
      } else {
        step /= 2
      }
    }
    logMean = place.mean
    logSD = Elementary.exp(place.logSD)
  }
}
