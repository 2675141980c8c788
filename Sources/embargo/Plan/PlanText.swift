import Experiments

/// What `plan` says to people.
enum PlanText {
  static func text(_ outlook: Outlook) -> String {
    var lines = [head(outlook), ""]
    var table = TextTable([("", .left), ("", .left)])
    for (name, words) in figures(outlook) { table.add(["  " + name, words]) }
    lines += table.lines().dropFirst()
    lines.append("")
    var files = TextTable([("  file", .left), ("rows", .right), ("about", .right)])
    for file in outlook.estimate.files {
      files.add([
        "  " + file.name, file.rows.map(Figures.grouped) ?? "", About.bytes(file.bytes),
      ])
    }
    lines += files.lines()
    lines.append("")
    lines += Prose.lines(basis(outlook), width: Prose.width)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func head(_ outlook: Outlook) -> String {
    let (plan, estimate) = (outlook.run.plan, outlook.estimate)
    let about = plan.precision == nil ? "" : "about "
    let replications = about + Figures.counted(estimate.replications, "replication")
    let rows = about + Figures.counted(estimate.counts.rows, "row")
    var head = plan.shard.map { "shard \($0.index) of \($0.count): " } ?? ""
    if plan.experiments > 1 { head += Figures.counted(plan.experiments, "experiment") + " × " }
    head += replications
    if plan.experiments > 1 || plan.shard != nil { head += ", \(rows)" }
    let regimes = outlook.run.sweep.layouts.first.regimes
    return Prose.lines(
      "\(head), under \(Prose.list(regimes))", indent: 0, hanging: 2, width: Prose.width
    ).joined(separator: "\n")
  }

  private static func figures(_ outlook: Outlook) -> [(String, String)] {
    let (plan, estimate) = (outlook.run.plan, outlook.estimate)
    let threads = Figures.counted(plan.jobs, "thread")
    var figures = [
      (
        "time",
        "\(About.duration(estimate.wallSeconds)) here with \(threads);"
          + " \(About.duration(estimate.processorSeconds)) of processor time"
      ),
      ("memory", "about \(About.bytes(estimate.memoryBytes)) at the most"),
      (
        "disk",
        "about \(About.bytes(estimate.resultBytes)) in \(outlook.run.path), and"
          + " \(About.bytes(estimate.journalBytes)) beside it until that is finished"
      ),
    ]
    if let disk = outlook.disk, let fits = outlook.fits {
      let free = About.bytes(Double(disk.bytes))
      figures.append(
        ("", "\(free) are free there: \(fits ? "enough" : "NOT ENOUGH")"))
    }
    if let shards = outlook.hourlyShards {
      figures.append(
        ("", "\(Figures.grouped(shards)) shards would take about an hour each on such a machine"))
    }
    return figures + precision(outlook)
  }

  private static func precision(_ outlook: Outlook) -> [(String, String)] {
    guard outlook.run.plan.precision != nil, let most = outlook.most else { return [] }
    let limit = Figures.grouped(outlook.run.plan.replications)
    let atMost =
      "at the most \(limit) an experiment: \(About.duration(most.wallSeconds)),"
      + " \(About.bytes(most.resultBytes + most.journalBytes)) on disk"
    guard let precision = outlook.precision else {
      return [("precision", "too few rows were sampled to say how many it takes"), ("", atMost)]
    }
    let (low, high) = (precision.range.lowerBound, precision.range.upperBound)
    return [
      (
        "precision",
        "\(Figures.grouped(low)) to \(Figures.grouped(high)) replications, by the spread of the"
          + " sample; the most for"
      ),
      ("", "\(precision.outcome) under \(precision.regime); what is rare can ask for more"),
      ("", atMost),
    ]
  }

  private static func basis(_ outlook: Outlook) -> String {
    let costs = outlook.measured.costs
    let sampled = Figures.grouped(costs.count)
    let each =
      costs.plain < 1
      ? "about \(Figures.plain(About.rounded(1000 * costs.plain))) ms" : About.duration(costs.plain)
    var checked = ""
    if let points = outlook.measured.reading.points, points.checked < points.all {
      checked =
        " Of \(Figures.grouped(points.all)) points the first \(Figures.grouped(points.checked))"
        + " were checked."
    }
    return
      "From \(sampled) replications made in \(About.duration(outlook.measured.sampled.seconds)),"
      + " \(each) of processor time each. Rows are counted; all else is an estimate.\(checked)"
  }
}
