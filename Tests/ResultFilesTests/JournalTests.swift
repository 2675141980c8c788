import Experiments
import FoundationEssentials
import ResultFiles
import Testing

@Suite struct JournalTests {
  private static let plan = Fake.plan(7, blockSize: 2)

  /// Writes the first rows of a run, and leaves it there.
  private func interrupt(_ path: String, after count: Int) throws {
    var folder = try Fake.open(path, Fake.description(Self.plan))
    for first in stride(from: 1, through: count, by: 2) {
      try folder.append(
        RowBlock((first...min(first + 1, count)).map { Fake.row($0, fails: true) }))
    }
  }

  /// Lays a journal's first bytes out as an interrupted run.
  private func lay(_ path: String, _ journal: Data, _ manifest: Data) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: path + ".part", withIntermediateDirectories: true)
    try manifest.write(to: URL(filePath: path + ".part/manifest.json"))
    try journal.write(to: URL(filePath: path + ".part/journal"))
  }

  @Test("cut off at any byte, a journal is taken up where it is sound, to the same bytes")
  func truncated() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try interrupt(path, after: 7)
    let journal = try Data(contentsOf: URL(filePath: path + ".part/journal"))
    let manifest = try Data(contentsOf: URL(filePath: path + ".part/manifest.json"))
    var reused: [Int] = []
    var whole = 0
    for length in 0...journal.count {
      try lay(path, journal.prefix(length), manifest)
      var folder = try Fake.open(path, Fake.description(Self.plan), .init(resume: true))
      reused.append(folder.reused)
      if folder.dropped == 0 { whole += 1 }
      var schedule = folder.schedule
      _ = try Runner.run(Fake.source(fails: true), Self.plan, &schedule) {
        try folder.append($0)
      }
      let again = try Data(contentsOf: URL(filePath: path + ".part/journal"))
      #expect(again == journal, "cut after \(length) bytes")
    }
    #expect(reused == reused.sorted())
    // Nothing is dropped where the file is empty, or ends with the header or one of four records.
    #expect(whole == 6)
    #expect(Set(reused) == [0, 2, 4, 6, 7])
    #expect(reused.last == 7)
  }

  @Test("cut off anywhere, a run is taken up to the same tables", arguments: 0..<12)
  func resumed(twelfth: Int) throws {
    let scratch = try Scratch()
    try Fake.run(scratch.path + "/whole", Self.plan, fails: true)
    let path = scratch.path + "/r"
    try interrupt(path, after: 7)
    let journal = try Data(contentsOf: URL(filePath: path + ".part/journal"))
    let manifest = try Data(contentsOf: URL(filePath: path + ".part/manifest.json"))
    try lay(path, journal.prefix(journal.count * twelfth / 11), manifest)
    try Fake.run(path, Self.plan, fails: true, options: .init(resume: true))
    #expect(try Fake.files(path) == Fake.files(scratch.path + "/whole"))
  }

  @Test("a byte that changed ends the sound part", arguments: [150, 200, 400, 600])
  func changed(position: Int) throws {
    let scratch = try Scratch()
    try Fake.run(scratch.path + "/whole", Self.plan, fails: true)
    let path = scratch.path + "/r"
    try interrupt(path, after: 7)
    var journal = try Data(contentsOf: URL(filePath: path + ".part/journal"))
    journal[position] ^= 1
    try journal.write(to: URL(filePath: path + ".part/journal"))
    let run = try Fake.run(path, Self.plan, fails: true, options: .init(resume: true))
    #expect(try #require(run).reused < 7)
    #expect(try Fake.files(path) == Fake.files(scratch.path + "/whole"))
  }

  @Test("an interrupted run is not begun again unasked, and not taken up with other inputs")
  func refused() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try interrupt(path, after: 4)
    let unasked = #expect(throws: ResultError.self) { try Fake.run(path, Self.plan) }
    #expect(unasked == .occupied(Refusal(path: path + ".part", reason: .unfinished)))
    let other = #expect(throws: ResultError.self) {
      try Fake.run(path, Fake.plan(8), options: .init(resume: true))
    }
    #expect(
      other
        == .occupied(
          Refusal(path: path + ".part", reason: .otherInputs(["replications 7, not 8"]))))
    let run = try Fake.run(path, Self.plan, fails: true, options: .init(resume: true))
    #expect(run?.reused == 4)
    #expect(try Fake.text(path + "/runtime.json").contains("\"replications_reused\": 4"))
  }

  @Test("--force begins an interrupted run anew")
  func forced() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try interrupt(path, after: 4)
    #expect(try Fake.run(path, Self.plan, options: .init(force: true))?.reused == 0)
  }

  @Test("--resume with nothing there starts")
  func nothing() throws {
    let scratch = try Scratch()
    let run = try Fake.run(scratch.path + "/r", Self.plan, options: .init(resume: true))
    #expect(run?.reused == 0)
  }

  @Test("a run may go on with other threads and blocks")
  func otherThreads() throws {
    let scratch = try Scratch()
    try Fake.run(scratch.path + "/whole", Self.plan, fails: true)
    let path = scratch.path + "/r"
    try interrupt(path, after: 3)
    let plan = Fake.plan(7, blockSize: 3, jobs: 2)
    #expect(try Fake.run(path, plan, fails: true, options: .init(resume: true))?.reused == 3)
    #expect(try Fake.files(path) == Fake.files(scratch.path + "/whole"))
  }
}
