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
      text.ranges("Market disruption, % of spend", 0),
      text.ranges("Defender capability loss, %", 1),
    ]
    sections += [
      text.drivers("Market disruption", 0),
      text.drivers("Defender capability loss", 1),
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
    let addresses = findings.design.addresses
    let swept = addresses.map { "\nSwept: \($0)\(range(of: $0))" }.joined()
    let seed = addresses.contains("seed") ? "" : ", seed \(findings.seed)"
    let length =
      addresses.contains("horizon_days") ? "" : ", \(Figures.plain(findings.horizonDays)) days"
    let changes = findings.changes.map { "\nChanged: \($0)" }.joined()
    return """
      \(findings.title)
      \(Figures.grouped(points.count)) \(noun), \(Figures.grouped(told.replications)) \
      replications\(failed)\(seed)\(length) from \(findings.startDate)\(changes)\(swept)
      Differences to no action; means over the futures of an experiment
      """
  }

  private func range(of address: String) -> String {
    let values = column(address)
    guard let low = values.min(), let high = values.max() else { return "" }
    let unit = findings.swept.first { $0.address == address }?.unit ?? ""
    let tail = unit.isEmpty ? "" : " (\(unit))"
    if low == high { return " = \(Figures.plain(low))\(tail)" }
    let isWhole = values.allSatisfy { $0.rounded() == $0 }
    let word: (Double) -> String = { isWhole ? Figures.plain($0) : Figures.short($0) }
    return ", \(word(low)) to \(word(high))\(tail)"
  }

  private func column(_ address: String) -> [Double] {
    guard let place = findings.design.addresses.firstIndex(of: address) else { return [] }
    return points.map { point in
      let values = findings.design.values(of: point.experiment)
      return values[values.startIndex + place]
    }
  }

  /// The spread over experiments, how sure each is, and how often each regime is clearly the worst.
  private func ranges(_ heading: String, _ outcome: Int) -> String {
    var table = TextTable([
      (heading, .left), ("lowest", .estimate), ("median", .right), ("highest", .estimate),
      ("±", .right), ("worst in, %", .right),
    ])
    for (regime, id) in findings.regimes.enumerated() {
      let found = points.map { ($0.experiment, $0.mean(regime, outcome)) }.filter { !$0.1.isNaN }
      guard let low = found.min(by: { $0.1 < $1.1 }), let high = found.max(by: { $0.1 < $1.1 })
      else { continue }
      table.add([
        id, "\(Figures.short(low.1)) (#\(low.0))", Figures.short(median(found.map(\.1))),
        "\(Figures.short(high.1)) (#\(high.0))",
        Figures.short(median(points.map { $0.halfWidth(regime, outcome) }.filter { !$0.isNaN })),
        worst(regime, outcome),
      ])
    }
    return table.lines().joined(separator: "\n")
  }

  private func median(_ values: [Double]) -> Double {
    Quantiles.type7(sorted: values.sorted(), 0.5) ?? .nan
  }

  /// The share of experiments in which a regime is clearly the worst of those compared.
  private func worst(_ regime: Int, _ outcome: Int) -> String {
    let compared = points.count { $0.compared > 1 }
    guard compared > 0 else { return "–" }
    return Figures.short(
      100 * Double(points.count { $0.isWorst(regime, outcome) }) / Double(compared))
  }

  /// Rank correlations of an outcome with what was swept, the strongest first.
  private func drivers(_ heading: String, _ outcome: Int) -> String? {
    guard points.count >= 5 else { return nil }
    var rows: [(address: String, strengths: [Double?])] = []
    for address in findings.design.addresses {
      let values = column(address)
      rows.append(
        (
          address,
          findings.regimes.indices.map { regime in
            RankCorrelation.spearman(values, points.map { $0.mean(regime, outcome) })
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
    var notes = [
      "#: the experiment, as in experiments.csv; ±: half the 95 % interval of an experiment's mean,"
        + "\n  the median over experiments"
    ]
    if points.contains(where: { $0.compared > 1 }) {
      notes.append(
        "Worst in: share of experiments in which the theory has the highest mean, and the 95 %"
          + "\n  intervals of its differences to all others leave no doubt")
    }
    let fewest = points.map(\.replications).min() ?? 0
    if fewest < 30 {
      notes.append(
        "Few futures an experiment (\(fewest)): much of what differs between experiments may be of"
          + "\n  these futures alone, which all experiments share")
    }
    return notes.joined(separator: "\n")
  }
}
