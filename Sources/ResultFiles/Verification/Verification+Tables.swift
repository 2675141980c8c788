import Experiments
import JSON5

extension Verification {
  /// The first step for the tables of a whole result.
  func compareTables(
    _ cancellation: Cancellation, _ progress: (Int) -> Void
  ) throws(ResultError) -> (end: End, compared: [Compared]) {
    var compared: [ComparedTable] = []
    let timeline = description.tables.timeline.name
    let targets: TableTargets = { table throws(ResultError) in
      // The rows hold no timelines; running them again does.
      guard table.name != timeline else { return PassedOverTable() }
      let made = try ComparedTable(table, in: self.folder, .everything, self.log)
      compared.append(made)
      return made
    }
    var schedule = Schedule(description.plan, description.layouts)
    var replications = try ReplicationTables(description, to: targets)
    var answers = try AnswerTables(description, to: targets)
    var tabulations = Tabulations(description)
    var stored = try StoredRows(folder, of: description)
    var isInOrder = true
    while isInOrder, let row = try stored.next() {
      if cancellation.isCancelled { return (.cancelled, []) }
      isInOrder = !isOutOfPlace(row.key, schedule, in: description.tables.outcomes.file)
      guard isInOrder else { break }
      schedule.add(row)
      note(row)
      let row = row.of(draw: description.plan.draw(of: row.replication))
      try replications.add(row)
      if let answer = tabulations.add(row) { try answers.add(answer) }
      progress(extents.rows)
    }
    if isInOrder, let missing = schedule.next {
      log.add(
        Difference(
          description.tables.outcomes.file, key: RowNames.key(missing), row: missing, .rowMissing))
    }
    if let answer = tabulations.last() { try answers.add(answer) }
    _ = try replications.close()
    _ = try answers.close()
    _ = try description.writeExperiments(to: targets)
    let documents = try compareDocuments(
      description.tables.all, names: tableNames(compared), reached: schedule.precision)
    return (.complete, compared.filter { $0.rows > 0 }.map(\.compared) + documents)
  }

  /// The tables that there should be, with the timeline if it has one.
  private func tableNames(_ compared: [ComparedTable]) -> [String] {
    compared.filter(\.isThere).map(\.compared.file)
      + (hasTimelineTable ? [description.tables.timeline.file] : [])
  }

  /// Compares the documents that tell what the tables are and what they were made from.
  ///
  /// - Parameters:
  ///   - tables: the tables that the data package describes.
  ///   - names: the other files that there should be.
  func compareDocuments(
    _ tables: [Table], names: [String], reached: [PrecisionReached]
  ) throws(ResultError) -> [Compared] {
    let (scenario, manifest) = ("scenario.resolved.json", Manifest.file)
    let files = (names + [scenario, manifest]).sorted()
    let package = DataPackage.node(
      name: description.scenarioName, tables: tables, files: try storedFiles(files))
    return [
      try compare(description.resolvedScenario, scenario),
      try compare(description.manifest.node(reached: reached), manifest),
      try compare(package, DataPackage.file),
    ]
  }

  /// The files as they lie in the folder, with the hashes that they were found to have.
  private func storedFiles(_ names: [String]) throws(ResultError) -> [WrittenFile] {
    let bytes = try FileSystem.bytes(of: folder + "/" + DataPackage.file)
    let resources =
      JSON5Reader.parse(String(decoding: bytes, as: UTF8.self), file: 0).node?["resources"]?
      .elements ?? []
    var files: [WrittenFile] = []
    for name in names {
      let path = folder + "/" + name
      guard FileSystem.kind(path) == .other else { continue }
      let hash = resources.first { $0["path"]?.string == name }?["hash"]?.string
      // One that the package does not name was not looked at yet.
      let sha256 =
        if let hash {
          String(hash.dropFirst("sha256:".count))
        } else {
          try SHA256.hexadecimal(ofFile: path)
        }
      files.append(WrittenFile(name: name, bytes: FileSystem.size(of: path), sha256: sha256))
    }
    return files
  }

  private func compare(_ node: Node, _ name: String) throws(ResultError) -> Compared {
    let stored = try FileSystem.bytes(of: folder + "/" + name)
    let made = Array((node.json() + "\n").utf8)
    guard stored != made else { return Compared(file: name, rows: nil, differences: 0) }
    let (theirs, ours) = (lines(stored), lines(made))
    let number = zip(theirs, ours).prefix { $0 == $1 }.count
    func text(_ lines: [ArraySlice<UInt8>]) -> String {
      number < lines.count ? String(decoding: lines[number], as: UTF8.self) : "the end"
    }
    log.add(Difference(name, .line(number: number + 1, stored: text(theirs), made: text(ours))))
    return Compared(file: name, rows: nil, differences: 1)
  }

  private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }
}

extension ReplicationRow {
  /// The row with the draw that it should live in.
  fileprivate func of(draw: Int) -> ReplicationRow {
    guard draw != self.draw else { return self }
    return ReplicationRow(
      experiment: experiment, replication: replication, draw: draw, parameters: Array(parameters),
      outcomes: Array(outcomes), failure: failure)
  }
}

extension ComparedTable {
  var compared: Verification.Compared {
    Verification.Compared(file: name, rows: rows, differences: differences)
  }
}
