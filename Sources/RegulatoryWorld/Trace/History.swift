import ExportControls

/// One world of one replication as a timeline that can be read.
public struct History: Sendable {
  /// One thing that happened, or several alike told together.
  public struct Line: Sendable {
    /// Number of the line, from 1.
    public let number: Int
    /// Days from day 0.
    public let day: Double
    /// Day of the last of several alike; the same day for one.
    public let lastDay: Double
    /// Who acts: a lab, cloud, segment or group by its id, or `regulator`, `court`, `attackers`.
    public let actor: String
    /// Kind of event.
    public let event: String
    /// What happened, in words.
    public let text: String
    /// Number of the line that led to it; nil where nothing in the world did.
    public let cause: Int?
    /// The rules on which it rests, the deciding one first; often none.
    public let grounds: [Citation]
    /// Whether many alike are told together.
    public let isTally: Bool
    /// How many pools of seats or flaws of the simulation it tells of.
    ///
    /// An agent has up to two pools, of foreign persons and of all others.
    public let count: Int
    /// How many organisations or flaws these stand for; 0 for a single event.
    public let represents: Double
    /// The model that users leave or lose, by id.
    public let from: String?
    /// The model that users take, by id.
    public let to: String?
  }

  /// Id of the regime, or `none`.
  public let regime: String
  /// In order of day; what happened on one day in the order in which it did.
  public let lines: [Line]

  init(_ recorder: Recorder, regime: String, names: Storyteller) {
    self.regime = regime
    let order = recorder.entries.indices.sorted {
      (recorder.entries[$0].day, $0) < (recorder.entries[$1].day, $1)
    }
    var numbers = [Int](repeating: 0, count: order.count)
    for (position, entry) in order.enumerated() { numbers[entry] = position + 1 }
    lines = order.map { index in
      let entry = recorder.entries[index]
      let telling = entry.happening.told(by: names)
      let models = entry.happening.models
      return Line(
        number: numbers[index], day: entry.day, lastDay: entry.lastDay, actor: telling.actor,
        event: telling.event, text: telling.text,
        cause: entry.cause < 0 ? nil : numbers[Int(entry.cause)], grounds: telling.grounds,
        isTally: telling.isTally, count: entry.count,
        represents: telling.isTally ? entry.represents : 0,
        from: models.from.map { names.model($0) }, to: models.to.map { names.model($0) })
    }
  }
}

extension Happening {
  /// The models between which users move.
  fileprivate var models: (from: Int32?, to: Int32?) {
    if case .demand(.poolsChange(_, _, let from, let to)) = self {
      return (from < 0 ? nil : from, to < 0 ? nil : to)
    }
    if case .release(.adopted(_, let model)) = self { return (nil, model) }
    return (nil, nil)
  }
}
