/// The points of a sweep: a value at each of some addresses, and perhaps a regime, for each point.
///
/// Points are counted from 1, as the experiments are that they become.
public struct Design: Sendable, Equatable {
  /// How many points a design may have.
  public static let largestCount = 1_000_000

  /// A plain run: one point at which nothing is changed.
  public static let single = Design(addresses: [], values: [], count: 1)

  /// The dotted addresses, in the order of the columns.
  public let addresses: [String]
  /// The regime of each point, empty for all those of the scenario; no elements at all if the
  /// design says nothing of regimes.
  public let regimes: [String]
  /// How many points there are.
  public let count: Int
  private let values: [Double]

  /// A design; a shape that does not fit is a programmer's error.
  ///
  /// - Parameters:
  ///   - addresses: what differs from point to point, each once.
  ///   - values: point by point, one for each address.
  ///   - regimes: one for each point, or none at all.
  ///   - count: how many points there are.
  public init(addresses: [String], values: [Double], regimes: [String] = [], count: Int) {
    precondition((1...Design.largestCount).contains(count), "a design has 1 to 1,000,000 points")
    precondition(values.count == count * addresses.count, "a point has a value at each address")
    precondition(regimes.isEmpty || regimes.count == count, "each point has a regime, or none has")
    self.addresses = addresses
    self.values = values
    self.regimes = regimes
    self.count = count
  }

  /// The values of a point, in the order of the addresses; takes the same time for every point.
  public func values(of point: Int) -> ArraySlice<Double> {
    precondition((1...count).contains(point), "a point that the design does not have")
    return values[(point - 1) * addresses.count..<point * addresses.count]
  }

  /// The only regime of a point; nil for all those of the scenario.
  public func regime(of point: Int) -> String? {
    precondition((1...count).contains(point), "a point that the design does not have")
    guard !regimes.isEmpty, !regimes[point - 1].isEmpty else { return nil }
    return regimes[point - 1]
  }
}
