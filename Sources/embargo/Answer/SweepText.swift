import Experiments
import Stochastics

/// The answer of a sweep as people read it: how far the headlines go over its experiments, which
/// theory comes out worst, and what moves them.
struct SweepText {
  private let findings: Findings

  /// The lines of the answer.
  static func text(_ findings: Findings) -> String {
    let text = SweepText(findings: findings)
    var sections = [
      text.heading,
      text.ranges("Market disruption, % of spend", Headline.disruptionShare),
      text.ranges("Defender capability loss, %", Headline.defenders),
    ]
    sections += [
      text.drivers("Market disruption", Headline.disruptionShare),
      text.drivers("Defender capability loss", Headline.defenders),
    ].compactMap { $0 }
    sections += [PrecisionText.text(findings)].compactMap { $0 }
    sections.append(text.footnotes)
    sections.append(Headline.disclaimer + "\nTables: \(findings.folder)")
    return sections.joined(separator: "\n\n") + "\n"
  }

  private var points: [PointFinding] { findings.told.points }

  private var heading: String {
    let told = findings.told
    let failed = told.failed > 0 ? " (\(Figures.grouped(told.failed)) failed)" : ""
    let noun = points.count == 1 ? "experiment" : "experiments"
    let swept = findings.design.addresses.map { "\nSwept: \($0)\(range(of: $0))" }.joined()
    let changes = findings.changes.map { "\nChanged: \($0)" }.joined()
    return """
      \(findings.title)
      \(Figures.grouped(points.count)) \(noun), \(Figures.grouped(told.replications)) \
      replications\(failed), seed \(findings.seed), \(Figures.plain(findings.horizonDays)) days \
      from \(findings.startDate)\(changes)\(swept)
      Differences to no action; means over the futures of an experiment
      """
  }

  private func range(of address: String) -> String {
    let values = column(address)
    guard let low = values.min(), let high = values.max() else { return "" }
    return low == high
      ? " = \(Figures.plain(low))" : ", \(Figures.short(low)) to \(Figures.short(high))"
  }

  private func column(_ address: String) -> [Double] {
    guard let place = findings.design.addresses.firstIndex(of: address) else { return [] }
    return points.map { point in
      let values = findings.design.values(of: point.experiment)
      return values[values.startIndex + place]
    }
  }

  /// The spread over experiments, and how often each regime is the worst of those compared.
  private func ranges(_ heading: String, _ outcome: String) -> String {
    var table = TextTable([
      (heading, .left), ("lowest", .estimate), ("median", .right), ("highest", .estimate),
      ("worst in, %", .right),
    ])
    for regime in findings.regimes {
      let found = points.compactMap { point in
        point.mean(regime, outcome).flatMap { $0.isNaN ? nil : (point.experiment, $0) }
      }
      guard let low = found.min(by: { $0.1 < $1.1 }), let high = found.max(by: { $0.1 < $1.1 })
      else { continue }
      let median = Quantiles.type7(sorted: found.map(\.1).sorted(), 0.5) ?? .nan
      table.add([
        regime, "\(Figures.short(low.1)) (#\(low.0))", Figures.short(median),
        "\(Figures.short(high.1)) (#\(high.0))", worst(regime, outcome),
      ])
    }
    return table.lines().joined(separator: "\n")
  }

  /// The share of experiments in which a regime is the worst; ties are split.
  private func worst(_ regime: String, _ outcome: String) -> String {
    var (share, compared) = (0.0, 0)
    for point in points {
      let means = findings.regimes.compactMap { point.mean($0, outcome) }
      guard means.count == findings.regimes.count, means.count > 1, let most = means.max(),
        let own = point.mean(regime, outcome)
      else { continue }
      compared += 1
      if own == most { share += 1 / Double(means.count { $0 == most }) }
    }
    return compared == 0 ? "–" : Figures.short(100 * share / Double(compared))
  }

  /// Rank correlations of an outcome with what was swept, the strongest first.
  private func drivers(_ heading: String, _ outcome: String) -> String? {
    guard points.count >= 10 else { return nil }
    var rows: [(address: String, strengths: [Double?])] = []
    for address in findings.design.addresses {
      let values = column(address)
      rows.append(
        (
          address,
          findings.regimes.map { regime in
            RankCorrelation.spearman(values, points.map { $0.mean(regime, outcome) ?? .nan })
          }
        ))
    }
    let strongest = rows.sorted { strength($0.strengths) > strength($1.strengths) }.prefix(10)
    guard strongest.contains(where: { strength($0.strengths) > 0 }) else { return nil }
    var table = TextTable(
      [("\(heading): rank correlation with", .left)] + findings.regimes.map { ($0, .right) })
    for row in strongest {
      table.add(
        [row.address] + row.strengths.map { $0.map { Figures.fixed($0, decimals: 2) } ?? "–" })
    }
    return table.lines().joined(separator: "\n")
  }

  private func strength(_ correlations: [Double?]) -> Double {
    correlations.compactMap { $0?.magnitude }.max() ?? 0
  }

  private var footnotes: String {
    var notes = ["#: the experiment, as in experiments.csv"]
    if findings.regimes.count > 1 && findings.design.regimes.isEmpty {
      notes.append(
        "Worst in: share of experiments in which the theory has the highest mean of those compared")
    }
    return notes.joined(separator: "\n")
  }
}
