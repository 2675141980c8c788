import JSON5

/// What `plan` says to programs; every name carries its unit.
enum PlanData {
  /// Rows of name and value.
  static func csv(_ outlook: Outlook) -> String {
    var rows = figures(outlook).map { [$0.name, Figures.plain($0.value)] }
    for file in outlook.estimate.files {
      let stem = file.name.map { $0 == "." ? "_" : String($0) }.joined()
      if let count = file.rows { rows.append(["\(stem)_rows", "\(count)"]) }
      rows.append(["\(stem)_bytes", Figures.plain(About.rounded(file.bytes))])
    }
    return CommaSeparated.lines([["name", "value"]] + rows)
  }

  /// One object.
  static func json(_ outlook: Outlook) -> String {
    let files = outlook.estimate.files.map { file in
      Node.object(
        [("file", .string(file.name))] + (file.rows.map { [("rows", .integer($0))] } ?? [])
          + [("bytes", number(About.rounded(file.bytes)))])
    }
    let node = Node.object(
      [("scenario", .string(outlook.run.description.scenarioName))]
        + figures(outlook).map { ($0.name, number($0.value)) }
        + (outlook.fits.map { [("fits_on_disk", .bool($0))] } ?? [])
        + [("folder", .string(outlook.run.path)), ("files", .array(files))])
    return node.json() + "\n"
  }

  private static func number(_ value: Double) -> Node {
    Int(exactly: value).map(Node.integer) ?? .number(value)
  }

  private static func figures(_ outlook: Outlook) -> [(name: String, value: Double)] {
    let (plan, estimate) = (outlook.run.plan, outlook.estimate)
    var figures: [(name: String, value: Double)] = [
      ("experiments", Double(plan.experiments)),
      ("replications_per_experiment", Double(estimate.replications)),
      ("replications", Double(estimate.counts.rows)),
      ("threads", Double(plan.jobs)),
      ("wall_seconds", About.rounded(estimate.wallSeconds)),
      ("processor_seconds", About.rounded(estimate.processorSeconds)),
      ("peak_memory_bytes", About.rounded(estimate.memoryBytes)),
      ("result_bytes", About.rounded(estimate.resultBytes)),
      ("journal_bytes", About.rounded(estimate.journalBytes)),
    ]
    if let disk = outlook.disk { figures.append(("free_disk_bytes", Double(disk.bytes))) }
    if let shards = outlook.hourlyShards { figures.append(("shards_of_an_hour", Double(shards))) }
    if let precision = outlook.precision {
      figures.append(("fewest_replications", Double(precision.range.lowerBound)))
      figures.append(("most_replications", Double(precision.range.upperBound)))
    }
    if let most = outlook.most {
      figures += [
        ("limit_replications", Double(plan.replications)),
        ("limit_wall_seconds", About.rounded(most.wallSeconds)),
        ("limit_result_bytes", About.rounded(most.resultBytes)),
      ]
    }
    return figures + [
      ("sampled_replications", Double(outlook.measured.costs.count)),
      ("sampled_seconds", About.rounded(outlook.measured.sampled.seconds)),
    ]
  }
}
