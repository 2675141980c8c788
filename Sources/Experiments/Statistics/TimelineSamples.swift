import Stochastics

/// The timelines of the first replications, kept whole: few enough for exact quantiles.
struct TimelineSamples {
  private let layout: RowLayout
  private var rows: [[Double]] = []

  init(_ layout: RowLayout) {
    self.layout = layout
  }

  mutating func add(_ timeline: RowValues) {
    guard !timeline.isEmpty else { return }
    precondition(timeline.count == layout.timelineCount, "a timeline of another layout")
    rows.append(Array(timeline))
  }

  /// Every regime, series and day, in that order; nothing if no replication kept a timeline.
  func points() -> [TimelinePoint] {
    guard !rows.isEmpty else { return [] }
    var points: [TimelinePoint] = []
    points.reserveCapacity(layout.timelineCount)
    for regime in layout.regimes {
      for series in layout.series {
        for day in layout.days {
          points.append(point(points.count, regime, series.id, day))
        }
      }
    }
    return points
  }

  private func point(
    _ index: Int, _ regime: String, _ series: String, _ day: Double
  ) -> TimelinePoint {
    var moments = Moments()
    var values: [Double] = []
    for row in rows where !row[index].isNaN {
      values.append(row[index])
      moments.add(row[index])
    }
    values.sort()
    return TimelinePoint(
      regime: regime, series: series, day: day, n: values.count, mean: moments.mean ?? .nan,
      quantiles: Quintet(
        values: Quintet.probabilities.map { Quantiles.type7(sorted: values, $0) ?? .nan }))
  }
}
