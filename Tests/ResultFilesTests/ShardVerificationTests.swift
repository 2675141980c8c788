import Experiments
import FoundationEssentials
import ResultFiles
import Testing

@Suite("Checking a shard by making it again") struct ShardVerificationTests {
  private static let plan = RunPlan(
    seed: 7, replications: 24, perDraw: 2, shard: Shard(index: 2, of: 3), timelineReplications: 5)

  /// A shard's folder, written from rows that may be others than those of the fake study.
  private func write(
    _ path: String, change: @escaping @Sendable (ReplicationRow) -> ReplicationRow = { $0 }
  ) throws -> ResultDescription {
    let description = try Fake.description(Self.plan)
    var folder = try Fake.open(path, description)
    var schedule = folder.schedule
    let source = RowSource(layouts: description.layouts) {
      { $1.append(change(Fake.row($0.replication, fails: true))) }
    }
    _ = try Runner.run(source, Self.plan, &schedule) { try folder.append($0) }
    try folder.finish(Fake.runtime) { _ in }
    return description
  }

  private func check(
    _ path: String, _ description: ResultDescription, _ choice: Verification.Choice = .all
  ) throws -> (answers: [String], rows: [String], rerun: Int) {
    let verification = Verification(path, of: description)
    _ = try verification.compareAnswers()
    let step = try verification.compareRows(Fake.source(fails: true), choice, jobs: 2)
    return (
      verification.answerDifferences.first.map(\.description),
      verification.rowDifferences.first.map(\.description), step.rows
    )
  }

  @Test("An untouched shard has no difference", arguments: [Verification.Choice.all, .some(3)])
  func untouched(choice: Verification.Choice) throws {
    let scratch = try Scratch()
    let found = try check(scratch.path + "/x", write(scratch.path + "/x"), choice)
    #expect(found.answers == [] && found.rows == [])
    #expect(found.rerun == (choice == .all ? 8 : 3))
  }

  @Test("Rows are compared bit by bit")
  func rows() throws {
    let scratch = try Scratch()
    let description = try write(scratch.path + "/x") { row in
      var outcomes = Array(row.outcomes)
      switch row.replication {
      case 9: outcomes[6] = outcomes[6].nextUp
      case 11: outcomes[0] = -0.0
      case 15:
        return ReplicationRow(
          replication: 15, draw: row.draw, parameters: Array(row.parameters),
          outcomes: Array(Fake.row(15, fails: false).outcomes))
      default: return row
      }
      return ReplicationRow(
        replication: row.replication, draw: row.draw, parameters: Array(row.parameters),
        outcomes: outcomes)
    }
    let found = try check(scratch.path + "/x", description)
    // The file is as such rows are written, so only running them again tells.
    #expect(found.answers == [])
    #expect(found.rows.count == 3)
    #expect(found.rows[0].contains("replication 9: cost_level_usd under output is "))
    #expect(
      found.rows[1].contains("replication 11: cost_usd under none is -0.0, but should be 0.0"))
    #expect(found.rows[2].contains("replication 15: status is ok, but should be failed: broke"))
  }

  @Test("A shard whose records are cut short, or go on, is not whole")
  func records() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/x"
    let description = try write(path)
    let file = URL(filePath: path + "/rows.bin")
    let bytes = try Data(contentsOf: file)
    try bytes.dropLast(3).write(to: file)
    let short = try check(path, description)
    #expect(
      short.answers.contains("rows.bin, experiment_id 1, replication 16: the row is missing"))
    try (bytes + [1, 2, 3]).write(to: file)
    #expect(try check(path, description).answers.contains { $0.hasPrefix("rows.bin") })
  }
}
