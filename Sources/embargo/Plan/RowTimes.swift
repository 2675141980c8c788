import Experiments
import Synchronization

/// How long each of some rows took, in processor time of its thread and on the wall.
final class RowTimes: Sendable {
  /// One row's times, in seconds.
  struct Row {
    let key: RowKey
    /// Whether the thread came to this experiment with this row.
    let isTurn: Bool
    let processor: Double
    let wall: Double
  }

  private let rows = Mutex<[Row]>([])

  /// A source that keeps the times of its rows here.
  func observing(_ source: RowSource) -> RowSource {
    RowSource(layouts: source.layouts) {
      let simulate = source.makeWorker()
      var experiment = 0
      return { key, rows in
        let start = ContinuousClock.now
        let processor = ThreadTime.of { simulate(key, &rows) } / 1e9
        let row = Row(
          key: key, isTurn: key.experiment != experiment, processor: processor,
          wall: (ContinuousClock.now - start) / .seconds(1))
        experiment = key.experiment
        self.rows.withLock { $0.append(row) }
      }
    }
  }

  /// The rows so far.
  var all: [Row] { rows.withLock { $0 } }
}

/// What rows cost on the average.
struct RowCosts {
  /// Rows that the averages are taken of.
  let count: Int
  /// Processor seconds of a row without a timeline, and of one with it.
  let plain: Double
  let withTimeline: Double
  /// Processor seconds that a thread takes to come to an experiment, besides those of the row.
  let turn: Double
  /// The part of a core that a thread gets when all are at work.
  let share: Double

  /// - Parameter lastTimeline: replications up to this number have a timeline.
  init(_ rows: [RowTimes.Row], lastTimeline: Int) {
    func mean(_ rows: [RowTimes.Row]) -> Double? {
      rows.isEmpty ? nil : rows.reduce(0) { $0 + $1.processor } / Double(rows.count)
    }
    let steady = rows.filter { !$0.isTurn }
    let parts = (
      mean(steady.filter { $0.key.replication > lastTimeline }),
      mean(steady.filter { $0.key.replication <= lastTimeline })
    )
    let any = mean(steady) ?? mean(rows) ?? 0
    plain = parts.0 ?? any
    withTimeline = parts.1 ?? any
    let (plain, withTimeline) = (plain, withTimeline)
    let turns = rows.filter(\.isTurn)
    let excess = turns.map {
      $0.processor - ($0.key.replication <= lastTimeline ? withTimeline : plain)
    }
    turn = turns.isEmpty ? 0 : max(0, excess.reduce(0, +) / Double(turns.count))
    count = rows.count
    let wall = rows.reduce(0) { $0 + $1.wall }
    share = wall > 0 ? min(1, rows.reduce(0) { $0 + $1.processor } / wall) : 1
  }
}
