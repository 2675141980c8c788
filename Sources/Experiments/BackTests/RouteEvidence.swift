import Scenarios

/// What a case says of one route of relief: that it took so many days of work, or that it had not
/// ended by then.
struct RouteEvidence: Sendable {
  /// Days at the speed that the route has when nothing but the theory's fit moves it.
  let work: Double
  /// Whether relief came by this route on that day.
  let isSeen: Bool

  /// What a case says of a route; nil if nothing.
  ///
  /// - Parameters:
  ///   - route: the route.
  ///   - record: a case whose course is known.
  ///   - speed: the route's speed in given circumstances, relative to normal.
  init?(
    of route: HistoricalCase.Route, in record: HistoricalCase,
    speed: (HistoricalCase.Circumstances) -> Double
  ) {
    guard let course = record.course else { return nil }
    let circumstances = record.circumstances
    var end = course.full?.days ?? course.observedDays
    // What is relieved otherwise needs no correction any more.
    if route == .collateral, let first = course.first { end = first.days }
    let notice: Double
    switch circumstances.effect {
    case .letter: notice = 0
    case .rule(let days): notice = days
    // A proposal binds nobody: it can only be dropped or replaced.
    case .proposal: notice = route == .rescission ? 0 : .infinity
    }
    switch route {
    case .reversal where !circumstances.stopsPublicService: return nil
    case .injunction where !circumstances.isSued: return nil
    case .collateral, .negotiated, .injunction, .rescission, .reversal: break
    }
    let relief = [course.first, course.full].compactMap { $0 }.first { $0.route == route }
    var days = (relief?.days ?? end) - notice
    if relief != nil, notice == 0 { days = max(days, ObservedDays.shortest) }
    guard days > 0 else { return nil }
    work = days * speed(circumstances)
    isSeen = relief != nil
  }
}
