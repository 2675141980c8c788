import ExportControls

/// Where two histories of one future part, and what each has that the other has not.
///
/// Lines are compared by what they say, by day, actor, words and grounds, and never by their
/// number or the number of their cause, since what comes between shifts both. Of many told
/// together the beginning is compared: that such a line goes on longer in one world is a
/// consequence whose own day is not told.
public struct HistoryDifference: Sendable {
  /// What one history has and the other has not.
  public struct Side: Sendable {
    /// Its own lines where the two part; none if it goes on there as before.
    public let first: [History.Line]
    /// Its own lines behind, in order.
    public let after: [History.Line]
  }

  /// Day on which the histories part; nil if they are equal.
  public let day: Double?
  /// Lines before that day, the same in both; all lines where nothing differs.
  public let common: [History.Line]
  /// How many lines of many told together begin alike in both, but tell of other numbers.
  public let unequalTallies: Int
  /// The first history's side.
  public let a: Side
  /// The second history's side.
  public let b: Side

  /// Compares two histories of one future.
  public init(_ a: History, _ b: History) {
    var places: [Identity: [Int]] = [:]
    for (index, line) in b.lines.enumerated().reversed() {
      places[Identity(line), default: []].append(index)
    }
    var common: [History.Line] = []
    var ownA: [History.Line] = []
    var isShared = [Bool](repeating: false, count: b.lines.count)
    var unequal: [(a: History.Line, b: History.Line)] = []
    for line in a.lines {
      guard let place = places[Identity(line)]?.popLast() else {
        ownA.append(line)
        continue
      }
      isShared[place] = true
      common.append(line)
      if !HistoryDifference.haveEqualNumbers(line, b.lines[place]) {
        unequal.append((line, b.lines[place]))
      }
    }
    var ownB = zip(b.lines, isShared).filter { !$1 }.map(\.0)
    if ownA.isEmpty && ownB.isEmpty {
      (ownA, ownB) = (unequal.map(\.a), unequal.map(\.b))
    }
    let day = [ownA.first?.day, ownB.first?.day].compactMap { $0 }.min()
    self.day = day
    self.common = common.filter { $0.day < day ?? .infinity }
    unequalTallies = unequal.count
    self.a = HistoryDifference.side(ownA, of: a, partingOn: day)
    self.b = HistoryDifference.side(ownB, of: b, partingOn: day)
  }

  private static func haveEqualNumbers(_ a: History.Line, _ b: History.Line) -> Bool {
    a.lastDay == b.lastDay && a.count == b.count && a.represents == b.represents
  }

  /// The lines on the day of parting that follow from none of the others, and all behind them.
  private static func side(
    _ own: [History.Line], of history: History, partingOn day: Double?
  ) -> Side {
    let numbers = Set(own.map(\.number))
    func followsFromOwn(_ line: History.Line) -> Bool {
      var next = line.cause
      while let number = next {
        if numbers.contains(number) { return true }
        next = history.lines[number - 1].cause
      }
      return false
    }
    let first = own.filter { $0.day == day && !followsFromOwn($0) }
    let roots = Set(first.map(\.number))
    return Side(first: first, after: own.filter { !roots.contains($0.number) })
  }

  /// What makes two lines one.
  private struct Identity: Hashable {
    let day: Double
    let actor: String
    let event: String
    let text: String
    let grounds: [Citation]

    init(_ line: History.Line) {
      day = line.day
      actor = line.actor
      event = line.event
      text = line.text
      grounds = line.grounds
    }
  }
}
