import Experiments
import Testing

@Suite struct ShardTests {
  @Test(
    "shards of any number of rows hold each row once, in order, and differ by one at most",
    arguments: [1, 2, 3, 7, 64, 1000])
  func cut(count: Int) {
    for total in [0, 1, 2, 6, 7, 8, 63, 64, 65, 999, 1600, 1_000_003] {
      var next = 0
      var sizes: Set<Int> = []
      for index in 1...count {
        let rows = Shard(index: index, of: count).rows(of: total)
        #expect(rows.lowerBound == next)
        #expect(rows.upperBound == total * index / count)
        next = rows.upperBound
        sizes.insert(rows.count)
      }
      #expect(next == total)
      #expect(sizes.max()! - sizes.min()! <= 1)
    }
  }

  @Test("a total as large as a word holds is cut without overflow")
  func large() {
    let total = Int.max - 5
    #expect(Shard(index: 999_999, of: 1_000_000).rows(of: total).upperBound < total)
    #expect(Shard(index: 1_000_000, of: 1_000_000).rows(of: total).upperBound == total)
  }

  @Test("rows are numbered by experiment, then by replication")
  func keys() {
    let plan = RunPlan(experiments: 3, seed: 1, replications: 4)
    #expect(plan.rows == 0..<12)
    let keys = plan.rows.map(plan.key(ofRow:))
    #expect(keys == keys.sorted() && Set(keys).count == 12)
    #expect(keys.first == RowKey(experiment: 1, replication: 1))
    #expect(keys[4] == RowKey(experiment: 2, replication: 1))
    #expect(keys.map(plan.row) == Array(0..<12))
  }

  @Test("the shards of a plan make its rows, and none of another's", arguments: [1, 2, 7])
  func made(count: Int) throws {
    let whole = try rows(RunPlan(experiments: 5, seed: 5, replications: 12, perDraw: 3))
    #expect(whole.count == 60)
    var joined: [String] = []
    for index in 1...count {
      joined += try rows(
        RunPlan(
          experiments: 5, seed: 5, replications: 12, perDraw: 3,
          shard: Shard(index: index, of: count), jobs: 2, blockSize: 3))
    }
    #expect(joined == whole)
  }

  private func rows(_ plan: RunPlan) throws -> [String] {
    var rows: [String] = []
    let end = try Runner.run(Fake.sweep(plan), plan) { rows += $0.map { "\($0)" } }
    #expect(end == .complete)
    return rows
  }
}
