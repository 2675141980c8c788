/// Published figures beside those of the model.
///
/// Sources and ranges are those of the scenario files. A figure may move by Monte Carlo error where
/// chance is drawn anew, and by less than a tenth where an unlike process changes; a row whose
/// figure moves further is to be looked at, not merely changed.
enum FactTable {
  static let rows = market + moving + licences + weeks + defence

  // MARK: The market

  static let market: [StylisedFact] = [
    StylisedFact(
      "A new flagship after 30 days", published: "0.45 (0.25–0.60)", in: 0.25...0.60,
      by: "Menlo mid-2025 by way of mondaymomentum, published",
      measured: "share of spend on `fable-5` on day 30, of users of its lab, no action",
      .input, gives: 0.38, within: 0.03, .agrees
    ) { try FactMeasures.adoption(by: 30) },
    StylisedFact(
      "A new flagship after 3 days", published: "0.058 (0.03–0.10)", in: 0.03...0.10,
      by: "derived from the last at a constant hazard",
      measured: "the same on day 3, the day of the order", .input, gives: 0.045, within: 0.01,
      .agrees
    ) { try FactMeasures.adoption(by: 3) },
    StylisedFact(
      "Change of primary vendor, no shock", published: "0.11 a year (0.05–0.20)",
      in: 0.05...0.20, by: "Menlo 2025, published",
      measured: "switches per dollar of spend in the first year of `none`, consumers among them",
      .set, gives: 0.098, within: 0.015, .agrees
    ) { try FactMeasures.switching() },
    StylisedFact(
      "Upgrade with the same vendor", published: "0.66 a year", in: 0.56...0.76,
      by: "Menlo 2025, published",
      measured: "adoptions of a newer model of one's own vendor, per dollar, in `none`",
      .output, gives: 0.57, within: 0.05, .differs,
      remark:
        "adoptions and not firms are counted, and two vendors bring out a flagship in the year"
    ) { try FactMeasures.upgrading() },
    StylisedFact(
      "Anthropic's share of firms' spend", published: "0.34 (0.18–0.40)", in: 0.18...0.40,
      by: "a16z 0.18, Ramp 0.34, Menlo 0.40, 2025–26, published, definitions differ",
      measured: "spend of firms and agencies that an order on day 0 takes from its models",
      .input, gives: 0.30, within: 0.02, .agrees,
      remark: "labs' totals are put in, and segments differ by place alone"
    ) { try FactMeasures.enterpriseShare(of: "anthropic") },
    StylisedFact(
      "OpenAI's share of firms' spend", published: "0.35 (0.27–0.56)", in: 0.27...0.56,
      by: "Menlo 0.27, Ramp 0.32, a16z 0.53–0.56, 2026, published or recalled",
      measured: "the same, of OpenAI's", .input, gives: 0.36, within: 0.02, .agrees
    ) { try FactMeasures.enterpriseShare(of: "openai") },
    StylisedFact(
      "Consumers of Claude in the United States", published: "0.22 (0.20–0.35)", in: 0.20...0.35,
      by: "Anthropic Economic Index, August 2025, by way of insideaimedia, published",
      measured: "persons among Anthropic's consumers on day 0", .output, gives: 0.26, within: 0.02,
      .agrees,
      remark: "from assumed numbers of users, 40 and 140 million"
    ) { try FactMeasures.consumersInUS(of: "anthropic") },
  ]

  // MARK: Moving

  static let moving: [StylisedFact] = [
    StylisedFact(
      "Large firms with three model families", published: "0.81 (0.60–0.85)", in: 0.60...0.85,
      by: "a16z, Global 2000, n = 100, published",
      measured: "firms of `us-strategic` that leave a dark vendor within a week where all others"
        + " never would", .input, gives: 0.73, within: 0.04, .agrees
    ) { try FactMeasures.multiHomed() },
    StylisedFact(
      "Migration, several vendors", published: "2 days (0.1–7)", in: 0.1...7,
      by: "readysolutions 2026-06-15, published",
      measured: "median days from `pools_lose` to `pools_migrate`, large firms", .input, gives: 2.8,
      within: 0.3, .agrees
    ) { try FactMeasures.migration(multiHomed: true) },
    StylisedFact(
      "Migration, one vendor", published: "14 days (5–35)", in: 5...35,
      by: "aibizhub 1–3 weeks, truthvouch 3–6 weeks, published",
      measured: "the same for firms with one vendor that begin at once", .input, gives: 17.5,
      within: 2, .agrees
    ) { try FactMeasures.migration(multiHomed: false, patient: false) },
    StylisedFact(
      "Working elsewhere, one vendor", published: "14 days (5–35)", in: 5...35,
      by: "the same, for the move alone",
      measured: "the same, patience before the move included", .output, gives: 26.3, within: 2,
      .differs,
      remark: "whoever waits for the lift first is slower than the move"
    ) { try FactMeasures.migration(multiHomed: false) },
    StylisedFact(
      "Return within 30 days", published: "0.85 (0.60–0.95)", in: 0.60...0.95,
      by: "assumed: no measurement found",
      measured: "displaced spend back with the model it wants 30 days after the lift, June order"
        + " of 28 days", .input, gives: 0.998, within: 0.03, .misses,
      remark: "hardly anybody leaves the vendor, and whoever stayed returns at once; the parameter"
        + " is that of those who left"
    ) { try FactMeasures.returned(leaversAlone: false) },
    StylisedFact(
      "Return within 30 days, of those who left", published: "0.85 (0.60–0.95)",
      in: 0.60...0.95, by: "the same, for displaced use in all",
      measured: "the same of spend that had gone to another vendor", .input, gives: 0.74,
      within: 0.08, .differs
    ) { try FactMeasures.returned(leaversAlone: true) },
  ]

  // MARK: Licences

  static let licences: [StylisedFact] = [
    StylisedFact(
      "Licence reviews, all", published: "40 days (27–50)", in: 27...50,
      by: "Estevez by way of Reuters 2023-02-27; 27 in FY2008, 43 in CY2022, published",
      measured: "mean days from filing to answer, labs' applications", .set, gives: 38, within: 2,
      .agrees
    ) { try FactMeasures.reviewDays() },
    StylisedFact(
      "Licence reviews, China", published: "84 days (77–90)", in: 77...90,
      by: "77 in FY2022 (Estevez), 90 in CY2022 (Kendler), published",
      measured: "the same for persons of countries that are no allies", .output, gives: 37,
      within: 2, .misses,
      remark: "one time for all destinations; the countries here are no allies, China among them"
    ) { try FactMeasures.reviewDays("persons of other countries") },
    StylisedFact(
      "Licence reviews within 90 days", published: "all", in: 1...1,
      by: "15 CFR 750.4(a)(1), 2002 text, published", measured: "share of labs' applications",
      .input, gives: 1, within: 0, .agrees
    ) { try FactMeasures.reviews(within: 90) },
    StylisedFact(
      "Licences under review", published: "4,300", in: 2900...5300,
      by: "39,000 a year for 40 days, derived",
      measured: "load a year by mean days (Little's law); of the background load the office"
        + " simulates the officers' desks alone", .set, gives: 4050, within: 250, .agrees
    ) { try FactMeasures.underReview() },
    StylisedFact(
      "Ordinary licences approved", published: "0.84 (0.80–0.88)", in: 0.80...0.88,
      by: "FY2008 84 %, 2024–25 80–82 %, published",
      measured: "share of answers to customers in allied countries that approve", .input,
      gives: 0.83,
      within: 0.03, .agrees
    ) { try FactMeasures.approved("allied-enterprise") },
    StylisedFact(
      "Licences for China approved", published: "0.70 (0.60–0.74)", in: 0.60...0.74,
      by: "69.9 % FY2022 (Reuters), 74 % CY2022, published",
      measured: "the same in Brazil, which is no ally", .input, gives: 0.68, within: 0.03, .agrees,
      remark: "the share for China stands for all countries that are no allies"
    ) { try FactMeasures.approved("other-enterprise") },
    StylisedFact(
      "Denied, of those not approved", published: "0.15 (0.05–0.38)", in: 0.05...0.38,
      by: "FY2008 0.053, listed parties 0.38, published",
      measured: "denied by denied and returned, both groups of customers", .input, gives: 0.21,
      within: 0.05, .agrees
    ) { try FactMeasures.denied() },
  ]
}
