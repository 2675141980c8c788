import Scenarios

/// Predicts by which route the first relief comes.
enum RoutePrediction {
  static func rows(
    _ test: BackTest, _ number: Int, _ courses: SimulatedCourses
  ) -> [RouteRow] {
    let record = test.cases[number]
    let seen = record.course.flatMap { place(of: $0, horizon: test.horizonDays) }
    let histories = Double(courses.routes.reduce(0, +))
    let others = test.cases.indices.filter { $0 != number }
      .compactMap { test.cases[$0].course.flatMap { place(of: $0, horizon: test.horizonDays) } }
    let own = RouteRow(
      caseID: record.id, predictor: .embargo,
      probabilities: courses.routes.map { Double($0) / histories }, seen: seen)
    guard !others.isEmpty else { return [own] }
    let shares = RouteRow(
      caseID: record.id, predictor: .shares,
      probabilities: courses.routes.indices.map { place in
        Double(others.count { $0 == place }) / Double(others.count)
      }, seen: seen)
    return [own, shares]
  }

  /// The place of the route that was seen, or that of none; nil where the record ends before the
  /// horizon without relief.
  private static func place(of course: HistoricalCase.Course, horizon: Double) -> Int? {
    if let first = course.first, first.days <= horizon {
      return HistoricalCase.Route.allCases.firstIndex(of: first.route)
    }
    let isWhole = course.first != nil || course.observedDays >= horizon
    return isWhole ? HistoricalCase.Route.allCases.count : nil
  }
}
