import Scenarios

/// What a sweep varies: a number of the scenario, and the values that it takes.
public struct Factor: Sendable, Equatable {
  /// The values that a factor takes.
  public enum Values: Sendable, Equatable {
    /// Every value between two ends, which belong to it; whole numbers only if the quantity is
    /// whole.
    case range(ClosedRange<Double>)
    /// These values and no others.
    case levels([Double])
  }

  /// The dotted address of the number.
  public let address: String
  /// What the number measures.
  public let quantity: Quantity
  /// The values that it takes.
  public let values: Values

  /// A factor that takes every value of a range, whose ends are possible values of the quantity.
  public init(_ address: String, _ quantity: Quantity, range: ClosedRange<Double>) {
    precondition(
      quantity.complaint(about: range.lowerBound) == nil
        && quantity.complaint(about: range.upperBound) == nil,
      "\(address) cannot take the ends of its range")
    self.address = address
    self.quantity = quantity
    values = .range(range)
  }

  /// A factor that takes some values, at least one, all of them possible values of the quantity.
  public init(_ address: String, _ quantity: Quantity, levels: [Double]) {
    precondition(
      !levels.isEmpty && levels.allSatisfy { quantity.complaint(about: $0) == nil },
      "\(address) cannot take its levels")
    self.address = address
    self.quantity = quantity
    values = .levels(levels)
  }
}

extension Factor {
  /// Evenly spaced values of a range, its ends among them; the levels if it has levels.
  ///
  /// Whole quantities take the nearest whole numbers, each once, so that there can be fewer.
  func steps(_ samples: Int) -> [Double] {
    switch values {
    case .levels(let levels): return levels
    case .range(let range):
      precondition(
        (2...Design.largestCount).contains(samples), "a range gives 2 to 1,000,000 values")
      var steps: [Double] = []
      for index in 0..<samples {
        let step = Factor.between(range, index, of: samples - 1)
        let value = quantity.integral ? step.rounded() : step
        if steps.last != value { steps.append(value) }
      }
      return steps
    }
  }

  /// The value at a probability u, with 0 ≤ u < 1: linear in u, in steps for a whole quantity.
  ///
  /// A whole number n is what 1/(hi − lo + 1) of all probabilities lead to.
  func value(at u: Double, in range: ClosedRange<Double>) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let span = high - low
    if quantity.integral { return min((low + (span + 1) * u).rounded(.down), high) }
    // The second form is for ranges wider than the largest number.
    let value = span.isFinite ? low + span * u : low * (1 - u) + high * u
    return min(max(value, low), high)
  }

  /// The `index`-th of `parts` equal steps from one end of a range to the other.
  private static func between(_ range: ClosedRange<Double>, _ index: Int, of parts: Int) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    if index == 0 { return low }
    if index == parts { return high }
    let sum = low * Double(parts - index) + high * Double(index)
    if sum.isFinite { return min(max(plain(sum / Double(parts)), low), high) }
    let part = Double(index) / Double(parts)
    return min(max(low * (1 - part) + high * part, low), high)
  }

  /// A number within two roundings of a value that is written with far fewer digits, if there is
  /// one: the steps from 0.1 to 0.4 are 0.2 and 0.3, not 0.20000000000000004, so that people who
  /// look for a row by its value find it.
  private static func plain(_ value: Double) -> Double {
    let length = value.description.utf8.count
    let near = [value.nextUp, value.nextDown, value.nextUp.nextUp, value.nextDown.nextDown]
    return near.first { $0.description.utf8.count < length - 3 } ?? value
  }
}
