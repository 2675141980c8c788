// The first two weeks of the June case, and defence.
extension FactTable {
  // MARK: The first two weeks

  static let weeks: [StylisedFact] = [
    StylisedFact(
      "Letter and suspension on one day", published: "happened", in: 0.1...1,
      by: "articles a1, a4, seed",
      measured: "futures of `model` in which a lab suspends within 12 hours",
      .input, gives: 0.26, within: 0.05, .agrees
    ) { try FactMeasures.within(0.5, "service_suspended") },
    StylisedFact(
      "Days from letter to suspension", published: "same day", in: 0...0.5,
      by: "articles a1, a4, seed", measured: "median days from order to suspension", .input,
      gives: 0.98,
      within: 0.1, .misses,
      remark: "the time to comply was kept wide, up to three days"
    ) { try FactMeasures.median("service_suspended") },
    StylisedFact(
      "The cloud is affected", published: "within days", in: 0...3, by: "article a4, seed",
      measured: "median days from order to suspension by `aws`", .output, gives: 1.2, within: 0.2,
      .agrees
    ) { try FactMeasures.median("cloud_suspends", "cloud_suspends_first", by: "aws") },
    StylisedFact(
      "The grounds of the letter known in two weeks", published: "happened", in: 0.1...1,
      by: "article a0, seed", measured: "futures in which they leak within 14 days", .input,
      gives: 0.93,
      within: 0.05, .agrees
    ) { try FactMeasures.within(14, "letter_leaked") },
    StylisedFact(
      "A reviewer speaks within days", published: "happened, day 1 or 2", in: 0.1...1,
      by: "article a1, seed",
      measured: "futures in which experts have reviewed the finding by day 3",
      .input, gives: 0.017, within: 0.05, .misses,
      remark: "reviewers wait until the grounds leak; in the case the lab had shown one the paper"
    ) { try FactMeasures.within(3, "experts_review") },
    StylisedFact(
      "Over 100 signatures in two weeks", published: "happened", in: 0.1...1,
      by: "article a2, seed", measured: "futures with 100 signatures after 14 days", .set,
      gives: 0.43,
      within: 0.05, .agrees
    ) { try FactMeasures.signatures(atLeast: 100) },
    StylisedFact(
      "Some relief by day 14", published: "happened, day 14", in: 0.1...1,
      by: "article a3, seed", measured: "futures with partial or full relief by then", .output,
      gives: 0.44,
      within: 0.12, .agrees
    ) { try FactMeasures.within(14, "partial_relief", "order_lifted") },
    StylisedFact(
      "Experts find a bypass", published: "1 (0.95–1)", in: 0.95...1,
      by: "UK AISI: in every system tested, published",
      measured: "futures in which anybody finds one in a year, nothing scripted", .output,
      gives: 1, within: 0.03, .agrees
    ) { try FactMeasures.bypassFound() },
  ]

  // MARK: Defence

  static let defence: [StylisedFact] = [
    StylisedFact(
      "Known-exploited flaws, last instance fixed", published: "43 days (32–60)", in: 32...60,
      by: "DBIR 2026: median to full resolution, published",
      measured: "median days from finding to fixing everywhere, organisations of `other-us`"
        + " outside the partners, any flaw", .set, gives: 85, within: 5, .misses,
      remark: "43 days are the work that waits on day 0; triage, and draws in which more is found"
        + " than fixed, come on top"
    ) { try FactMeasures.medianRepair("other-us") },
    StylisedFact(
      "The same, flaws simulated one by one", published: "43 days (32–60)", in: 32...60,
      by: "the same",
      measured: "the same where a simulated flaw stands for one and not for four", .set, gives: 73,
      within: 5, .misses,
      remark: "lots explain a small part of the miss"
    ) { try FactMeasures.medianRepair("other-us", oneByOne: true) },
    StylisedFact(
      "Known-exploited instances open after 28 days", published: "0.35 (0.27–0.40)",
      in: 0.27...0.40, by: "Qualys in DBIR 2026, published",
      measured: "flaws not yet fixed everywhere 28 days after finding: last instances, not"
        + " instances", .output, gives: 0.83, within: 0.05, .differs,
      remark: "the last of many instances is fixed much later than most"
    ) { try FactMeasures.open(after: 28, "other-us") },
    StylisedFact(
      "Any flaw closed, open source", published: "90 days (60–120)", in: 60...120,
      by: "Cyentia and Kenna P2P vol. 2, 2019, published",
      measured: "median days from finding to fixing, maintainers outside the partners", .set,
      gives: 112, within: 10, .agrees
    ) { try FactMeasures.medianRepair("open-source") },
    StylisedFact(
      "Validated findings of a partner a day", published: "4.0 (1.8–6.1)", in: 1.8...6.1,
      by: "Glasswing: 4.4 (2.0–6.7), of which 0.906 true, published by the vendor",
      measured: "`flaws_found` by partners in 30 days of `none`", .input, gives: 4.1, within: 0.4,
      .agrees
    ) { try FactMeasures.findings() },
    StylisedFact(
      "Validated findings patched by day 45", published: "0.089 (0.05–0.20)", in: 0.05...0.20,
      by: "97 of 1,094, groundy 2026-05, published",
      measured: "what partners fix in 45 days, backlog included, by what they find", .input,
      gives: 0.116, within: 0.02, .agrees
    ) { try FactMeasures.fixedToFound() },
    StylisedFact(
      "The same findings patched by day 45", published: "0.089 (0.05–0.20)", in: 0.05...0.20,
      by: "the same", measured: "findings since day 0 that are fixed on day 45", .output,
      gives: 0.0003,
      within: 0.01, .misses,
      remark: "a queue in order of arrival begins with the backlog; no finding is urgent"
    ) { try FactMeasures.fixedOfFound() },
    StylisedFact(
      "Fixes in a month with the best model, by those without", published: "13.7 (10–20)",
      in: 10...20, by: "Mozilla, April 2026: 423 and 31, published",
      measured: "findings of partners in a month, by those in a dark month", .input, gives: 11.3,
      within: 1, .agrees,
      remark: "the floor of finding is taken from it; fixes stand for findings"
    ) { try FactMeasures.uplift() },
    StylisedFact(
      "Flaws that others find too", published: "0.15 a year (0.057–0.30)", in: 0.057...0.30,
      by: "RAND 2017; Herr, Schneier and Morris 2017, recalled",
      measured: "latent flaws that attackers weaponize in a year of `none`", .input, gives: 0.108,
      within: 0.02, .agrees
    ) { try FactMeasures.rediscovered() },
  ]
}
