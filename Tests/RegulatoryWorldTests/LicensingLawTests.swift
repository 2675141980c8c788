import RegulatoryWorld
import Testing

@Suite("Licensing alone is a queue")
struct LicensingLawTests {
  /// Five applications a day are what one officer can do.
  static let rate = 5.0

  /// One lab's applications, filed together about day 100 of an order that nothing else lifts,
  /// among a background load in Erlangs; officers alone take time, exponentially.
  ///
  /// With nobody in the market the lab applies for two classes, persons of other countries and
  /// deemed exports; for the first alone where outputs are no technology.
  static func office(officers: Int, load: Double) -> Question {
    Question().under("output")
      .with(Names.segments.map { ("customers.\($0)", "null") })
      .with(Names.groups.map { ("defenders.\($0)", "null") })
      .with([
        ("horizon_days", "160"), ("relief.collateral_days", "1000000"),
        ("relief.roster_probability", "0"), ("relief.never_probability", "1"),
        ("relief.rescission_days", "1000000"), ("relief.suit_probability", "0"),
        ("mechanisms.precedent", "0"), ("regulator.licensing_officers", "\(officers)"),
        ("regulator.licensing.represented", "1"),
        ("regulator.licensing.background_per_year", "\(365 * rate * load)"),
        ("regulator.licensing.officer_days", "\(1 / rate)"),
        ("regulator.licensing.intake_days", "0"),
        ("regulator.licensing.referred_share", "0"),
        ("regulator.licensing.class_wide_ratio", "0"),
        ("regulator.licensing.denial_share", "1"),
        ("regulator.licensing.preparation_days", "100"),
      ])
  }

  @Test("Law 17: more officers never lengthen the mean wait over all filed")
  func moreOfficersNeverLengthenTheWait() throws {
    var verdict = Verdict("law 17, more officers")
    let rows = try [1, 2, 3, 5].map {
      try Rows(LicensingLawTests.office(officers: $0, load: 0.9))
    }
    for (fewer, more) in zip(rows, rows.dropFirst()) {
      let (a, b) = (
        try fewer.column("review_days_mean", "output"),
        try more.column("review_days_mean", "output")
      )
      #expect(try more.mean("applications", "output") == 2)
      for (index, seed) in more.seeds.enumerated() where !(b[index] <= a[index]) {
        verdict.note(more.question, seed: seed, "\(b[index]) days, \(a[index]) with fewer officers")
      }
    }
    verdict.settle()
    #expect(try rows[3].mean("review_days_mean", "output") < 1 / LicensingLawTests.rate * 1.5)
  }

  @Test(
    "Law 17: waits are those of M/M/1 and M/M/c",
    arguments: [(1, 0.5), (1, 0.8), (2, 1.6), (3, 2.1)])
  func waitsAreThoseOfErlang(officers: Int, load: Double) throws {
    let question = LicensingLawTests.office(officers: officers, load: load)
      .with("regimes.output.output_is_technology", "false")
    let rows = try Rows(question, seeds: 1...3000)
    #expect(try rows.column("applications", "output").allSatisfy { $0 == 1 })
    let days = try rows.column("review_days_mean", "output")
    let arrivals = LicensingLawTests.rate * load
    func expected(rate: Double) -> Double {
      1 / rate + QueueForms.wait(arrivals: arrivals, rate: rate, servers: officers)
    }
    expectMean(
      of: days, is: expected(rate: LicensingLawTests.rate),
      not: [0.9, 1.1].map { expected(rate: $0 * LicensingLawTests.rate) },
      "days from filing to answer", question)
    guard officers == 1 else { return }
    // Among M/M/1's waits the time from filing to answer is exponential, with rate μ − λ.
    let spare = LicensingLawTests.rate - arrivals
    expectDistribution(of: days, is: { 1 - QueueForms.exp(-spare * $0) }, "M/M/1", question)
    #expect(
      abs(expected(rate: LicensingLawTests.rate) - 1 / LicensingLawTests.rate - load / spare)
        < 1e-12, "Erlang C with one server is ρ/(μ − λ)")
  }
}
