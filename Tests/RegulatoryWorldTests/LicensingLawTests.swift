import RegulatoryWorld
import Testing

@Suite("Licensing alone is a queue")
struct LicensingLawTests {
  /// One lab's three applications, filed together on day 200 of an order that nothing else lifts,
  /// among a background load of one application every other day; officers alone take time.
  static func office(officers: Int, backgroundPerYear: Double = 182.5) -> Question {
    Question().under("output")
      .with(Names.segments.map { ("customers.\($0)", "null") })
      .with(Names.groups.map { ("defenders.\($0)", "null") })
      .with([
        ("relief.collateral_days", "1000000"), ("relief.roster_probability", "0"),
        ("relief.never_probability", "1"), ("relief.rescission_days", "1000000"),
        ("relief.suit_probability", "0"), ("mechanisms.precedent", "0"),
        ("regulator.licensing_officers", "\(officers)"),
        ("regulator.licensing.represented", "1"),
        ("regulator.licensing.background_per_year", "\(backgroundPerYear)"),
        ("regulator.licensing.officer_days", "1"),
        ("regulator.licensing.intake_days", "0"),
        ("regulator.licensing.referred_share", "0"),
        ("regulator.licensing.class_wide_ratio", "0"),
        ("regulator.licensing.denial_share", "1"),
        ("regulator.licensing.preparation_days", "200"),
      ])
  }

  @Test("Law 17: more officers never lengthen the mean wait over all filed")
  func moreOfficersNeverLengthenTheWait() throws {
    var verdict = Verdict("law 17, more officers")
    let rows = try [1, 2, 3, 5].map {
      try Rows(LicensingLawTests.office(officers: $0, backgroundPerYear: 0.9 * 365))
    }
    for (fewer, more) in zip(rows, rows.dropFirst()) {
      let (a, b) = (
        try fewer.column("review_days_mean", "output"),
        try more.column("review_days_mean", "output")
      )
      #expect(try more.mean("applications", "output") == 3)
      for (index, seed) in more.seeds.enumerated() where !(b[index] <= a[index]) {
        verdict.note(more.question, seed: seed, "\(b[index]) days, \(a[index]) with fewer officers")
      }
    }
    verdict.settle()
  }

  @Test("Law 17: waits are those of M/M/c", arguments: [(1, 0.5), (1, 0.8), (2, 1.6), (3, 2.1)])
  func waitsAreThoseOfErlang(officers: Int, load: Double) throws {
    let question = LicensingLawTests.office(officers: officers, backgroundPerYear: 365 * load)
    let rows = try Rows(question, seeds: 1...1500)
    let reviews = try rows.column("review_days_mean", "output")
    let mean = reviews.reduce(0, +) / Double(reviews.count)
    let spread = reviews.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(reviews.count - 1)
    let error = (spread / Double(reviews.count)).squareRoot()
    let expected = LicensingLawTests.meanReview(officers: officers, load: load)
    #expect(
      abs(mean - expected) < 4 * error,
      "\(mean) ± \(error) days, expected \(expected): \(question.replay(seed: 1))")
  }

  /// Mean days from filing to answer of three applications that arrive together at a stationary
  /// M/M/c queue with one day's work each.
  ///
  /// The k-th finds n + k − 1 before it with the stationary probability of n, and waits for all
  /// but c − 1 of them to leave, at c a day.
  static func meanReview(officers: Int, load: Double) -> Double {
    let servers = Double(officers)
    var weights: [Double] = [1]
    for number in 1...2000 {
      weights.append(weights[number - 1] * load / min(Double(number), servers))
    }
    let total = weights.reduce(0, +)
    var wait = 0.0
    for (number, weight) in weights.enumerated() {
      for place in 1...3 {
        wait += weight / total * max(0, Double(number + place) - servers) / servers / 3
      }
    }
    return wait + 1
  }
}
