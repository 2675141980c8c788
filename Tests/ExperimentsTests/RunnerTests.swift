import Experiments
import Synchronization
import Testing

@Suite struct RunnerTests {
  private func run(
    _ plan: RunPlan, finished: Int = 0, pause: @escaping @Sendable (Int) -> Int = { _ in 0 }
  ) throws -> (rows: [ReplicationRow], answer: String) {
    let source = Fake.source(plan, pause: pause)
    var rows: [ReplicationRow] = []
    var tabulation = Tabulation(source.layouts.first, perDraw: plan.perDraw)
    var schedule = Schedule(plan, source.layouts)
    for number in 0..<finished { schedule.add(Fake.row(number + 1, plan)) }
    let end = try Runner.run(source, plan, &schedule) { block in
      for row in block {
        rows.append(row)
        tabulation.add(row)
      }
    }
    #expect(end == .complete)
    return (rows, "\(tabulation.answer())")
  }

  @Test(
    "rows and statistics are the same for any number of threads and any cut into blocks",
    arguments: [(1, 1), (2, 7), (3, 10), (8, 3), (8, 64)])
  func threads(jobs: Int, blockSize: Int) throws {
    let alone = try run(RunPlan(seed: 5, replications: 333, perDraw: 3))
    let plan = RunPlan(
      seed: 5, replications: 333, perDraw: 3, jobs: jobs, blockSize: blockSize)
    let together = try run(plan)
    #expect(together.rows.map(\.replication) == Array(1...333))
    #expect("\(together.rows)" == "\(alone.rows)")
    #expect(together.answer == alone.answer)
  }

  @Test("blocks that finish in another order are delivered in theirs")
  func disorder() throws {
    let plan = RunPlan(seed: 5, replications: 60, jobs: 4, blockSize: 2)
    let late = try run(plan) { $0 % 8 < 3 ? 3000 : 0 }
    #expect(late.rows.map(\.replication) == Array(1...60))
  }

  @Test("a run goes on after what is finished, wherever that ends", arguments: [0, 1, 29, 60])
  func finished(count: Int) throws {
    let plan = RunPlan(seed: 5, replications: 60, jobs: 2, blockSize: 8)
    #expect(try run(plan, finished: count).rows.map(\.replication) == Array(count + 1..<61))
  }

  @Test("workers run ahead of a slow sink by a bounded window only")
  func window() throws {
    let plan = RunPlan(seed: 5, replications: 400, jobs: 2, blockSize: 5)
    let started = Mutex(0)
    let source = RowSource(layouts: RowLayouts(Fake.world)) {
      { key, rows in
        started.withLock { $0 = max($0, key.replication) }
        rows.append(Fake.row(key.replication, plan))
      }
    }
    var ahead = 0
    _ = try Runner.run(source, plan) { rows in
      Fake.wait(microseconds: 500)
      ahead = max(ahead, started.withLock { $0 } - rows[0].replication)
    }
    #expect(ahead <= 4 * 2 * 5)
  }

  @Test("memory goes from block to block: 500 blocks lie in as many places as the window has")
  func memory() throws {
    let plan = RunPlan(
      seed: 5, replications: 2000, jobs: 2, timelineReplications: 0, blockSize: 4)
    var places: Set<UnsafePointer<Double>> = []
    _ = try Runner.run(Fake.source(plan), plan) { rows in
      if let place = rows[0].outcomes.withUnsafeBufferPointer({ $0.baseAddress }) {
        places.insert(place)
      }
    }
    // A block for each of the 4 · 2 slots and for whoever is at one: two threads and the caller.
    #expect(!places.isEmpty && places.count <= 4 * 2 + 3)
  }

  @Test("a sink may keep blocks, which stay as they were")
  func kept() throws {
    let plan = RunPlan(seed: 5, replications: 400, jobs: 2, blockSize: 4)
    var blocks: [RowBlock] = []
    _ = try Runner.run(Fake.source(plan), plan) { blocks.append($0) }
    let expected = (1...400).map { Fake.row($0, plan) }
    #expect("\(blocks.flatMap { Array($0) })" == "\(expected)")
  }

  @Test("an error of the sink stops the run and is thrown on", arguments: [1, 2, 8])
  func sinkError(jobs: Int) {
    struct Full: Error {}
    let plan = RunPlan(seed: 5, replications: 10_000, jobs: jobs, blockSize: 4)
    var delivered = 0
    #expect(throws: Full.self) {
      _ = try Runner.run(Fake.source(plan), plan) { rows in
        delivered += rows.count
        if delivered >= 40 { throw Full() }
      }
    }
    #expect(delivered == 40)
  }

  @Test("a cancelled run delivers a gapless beginning and says so", arguments: [1, 2, 8])
  func cancellation(jobs: Int) throws {
    let plan = RunPlan(seed: 5, replications: 100_000, jobs: jobs, blockSize: 4)
    let cancellation = Cancellation()
    var rows: [Int] = []
    let end = try Runner.run(Fake.source(plan), plan, cancellation: cancellation) { block in
      rows += block.map(\.replication)
      if rows.count == 80 { cancellation.cancel() }
    }
    #expect(end == .cancelled)
    #expect(rows == Array(1...rows.count))
    #expect(rows.count >= 80 && rows.count < 100_000)
  }

  @Test("a run cancelled beforehand delivers nothing")
  func cancelledBefore() throws {
    let plan = RunPlan(seed: 5, replications: 100, jobs: 3)
    let cancellation = Cancellation()
    cancellation.cancel()
    let end = try Runner.run(Fake.source(plan), plan, cancellation: cancellation) { _ in
      Issue.record("nothing was to be delivered")
    }
    #expect(end == .cancelled)
  }

  @Test("progress rises to the number of replications")
  func progress() throws {
    let plan = RunPlan(seed: 5, replications: 300, jobs: 2)
    var seen: [Int] = []
    _ = try Runner.run(Fake.source(plan), plan, progress: { seen.append($0) }) { _ in }
    #expect(seen == seen.sorted())
    #expect(seen.last == 300)
  }

  @Test("a failed replication is a row with its reason, and counted nowhere else")
  func failures() throws {
    let plan = RunPlan(seed: 5, replications: 120)
    var tabulation = Tabulation(Fake.world, perDraw: 1)
    for row in try run(plan).rows { tabulation.add(row) }
    let answer = tabulation.answer()
    #expect(answer.replications == 120)
    #expect(
      answer.failures == [
        ReplicationFailure(key: RowKey(replication: 50), message: "no 50"),
        ReplicationFailure(key: RowKey(replication: 100), message: "no 100"),
      ])
    #expect(answer.summary(regime: "a", outcome: "cost_usd")?.n == 118)
  }
}
