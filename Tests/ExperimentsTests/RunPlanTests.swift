import Experiments
import Testing

@Suite struct RunPlanTests {
  @Test(
    "replication k uses draw ⌊(k − 1) / M⌋ + 1",
    arguments: [
      (1, 1, 1), (7, 1, 7), (1, 4, 1), (4, 4, 1), (5, 4, 2), (8, 4, 2), (9, 4, 3),
    ])
  func draw(replication: Int, perDraw: Int, expected: Int) {
    let plan = RunPlan(seed: 1, replications: 10, perDraw: perDraw)
    #expect(plan.draw(of: replication) == expected)
  }

  @Test(
    "blocks hold 64 replications, fewer where there are few",
    arguments: [(1, 1), (511, 1), (512, 2), (1000, 3), (16_384, 64), (1_000_000, 64)])
  func blocks(count: Int, size: Int) {
    #expect(RunPlan(seed: 1, replications: count).blockSize(for: count) == size)
  }

  @Test("threads decide nothing about the cut into blocks")
  func jobs() {
    let sizes = [1, 2, 8].map {
      RunPlan(seed: 1, replications: 500, jobs: $0).blockSize(for: 500)
    }
    #expect(Set(sizes).count == 1)
  }
}
