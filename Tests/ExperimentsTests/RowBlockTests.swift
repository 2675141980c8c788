import Experiments
import Testing

@Suite struct RowBlockTests {
  private let rows = [
    ReplicationRow(
      replication: 4, draw: 2, parameters: [1, 2], outcomes: [3, .nan], timeline: [5]),
    ReplicationRow(replication: 5, draw: 2, parameters: [1, 2], outcomes: [], failure: "broke"),
    ReplicationRow(replication: 6, draw: 3, parameters: [7, 8], outcomes: [9, 10]),
  ]

  @Test("rows come out as they went in, whole or failed, with a timeline or without")
  func rowsAreKept() {
    let block = RowBlock(rows)
    #expect(block.count == 3 && "\(Array(block))" == "\(rows)")
    #expect(block[1].failure == "broke" && block[2].failure == nil)
    #expect(block[0].timeline.count == 1 && block[2].timeline.isEmpty)
    #expect(block[2].outcomes[1] == 10)
  }

  @Test("a row stays what it was when its block goes on")
  func copies() {
    var block = RowBlock(rows.prefix(1))
    let row = block[0]
    for number in 5..<50 { block.append(replication: number, draw: 9, outcomes: [0, 0]) }
    #expect("\(row)" == "\(rows[0])" && "\(block[0])" == "\(rows[0])")
  }
}
