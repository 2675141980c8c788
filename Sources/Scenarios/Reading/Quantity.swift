/// What a number of a scenario measures, and which values are possible.
public struct Quantity: Sendable, Hashable {
  /// The unit, in words.
  public var unit: String

  /// The possible values; an infinite end means that there is no limit on that side.
  public let bounds: ClosedRange<Double>

  /// Whether only whole numbers are possible.
  public var integral: Bool

  /// Makes a quantity; an end at the largest finite number is none, as an infinite one is.
  public init(unit: String, bounds: ClosedRange<Double>, integral: Bool = false) {
    let largest = Double.greatestFiniteMagnitude
    let low = bounds.lowerBound <= -largest ? -.infinity : bounds.lowerBound
    let high = bounds.upperBound >= largest ? .infinity : bounds.upperBound
    self.unit = unit
    self.bounds = low...high
    self.integral = integral
  }

  /// A part of a whole, from 0 to 1.
  public static let share = Quantity(unit: "share", bounds: 0...1)
  /// A probability, from 0 to 1.
  public static let probability = Quantity(unit: "probability", bounds: 0...1)
  /// A length of time in days.
  public static let days = atLeastZero("days")
  /// A length of time in hours.
  public static let hours = atLeastZero("hours")
  /// An amount of money in US dollars.
  public static let usd = atLeastZero("USD")
  /// A flow of money in US dollars a year.
  public static let usdPerYear = atLeastZero("USD per year")
  /// A rate per day.
  public static let perDay = atLeastZero("per day")
  /// A rate per year.
  public static let perYear = atLeastZero("per year")
  /// A multiple of something, from 0.
  public static let ratio = atLeastZero("ratio")
  /// A number of floating-point operations.
  public static let flop = atLeastZero("FLOP")
  /// Any number, without a unit.
  public static let number = Quantity(unit: "number", bounds: -.infinity ... .infinity)
  /// A whole number from 0.
  public static let count = count(0...)

  /// A whole number from `lowest`.
  public static func count(_ bounds: PartialRangeFrom<Double>) -> Quantity {
    Quantity(unit: "count", bounds: bounds.lowerBound ... .infinity, integral: true)
  }

  /// A whole number within bounds.
  public static func count(_ bounds: ClosedRange<Double>) -> Quantity {
    Quantity(unit: "count", bounds: bounds, integral: true)
  }

  /// The same quantity, with other bounds.
  public func within(_ bounds: ClosedRange<Double>) -> Quantity {
    Quantity(unit: unit, bounds: bounds, integral: integral)
  }

  /// The same quantity, from a lowest value.
  public func within(_ bounds: PartialRangeFrom<Double>) -> Quantity {
    within(bounds.lowerBound ... .infinity)
  }

  private static func atLeastZero(_ unit: String) -> Quantity {
    Quantity(unit: unit, bounds: 0 ... .infinity)
  }
}

extension Quantity {
  /// What is wrong with a value, as the rest of a sentence that begins with its address; nothing if
  /// it is possible.
  public func complaint(about value: Double) -> String? {
    if !value.isFinite { return "must be a finite number" }
    if !bounds.contains(value) { return "must be \(limits), but is \(shown(value))" }
    if integral, !isWhole(value) { return "must be a whole number, but is \(shown(value))" }
    return nil
  }

  /// What kind of slip probably led to an impossible value.
  func remedy(for value: Double) -> String? {
    guard bounds == 0...1, value > 1, value <= 100 else { return nil }
    return "a \(unit) is written from 0 to 1, so that 45 in a hundred are 0.45"
  }

  /// The bounds in words, after `must be`.
  var limits: String {
    switch (bounds.lowerBound.isFinite, bounds.upperBound.isFinite) {
    case (true, true): "from \(shown(bounds.lowerBound)) to \(shown(bounds.upperBound))"
    case (true, false): "at least \(shown(bounds.lowerBound))"
    case (false, true): "at most \(shown(bounds.upperBound))"
    case (false, false): "any number"
    }
  }

  /// The quantity in words, for someone who has to supply it.
  var described: String {
    let kind = integral ? "\(unit), a whole number" : unit
    return limits == "any number" ? kind : "\(kind), \(limits)"
  }

  /// A possible value, for readings that fail in any case.
  var placeholder: Double {
    if bounds.lowerBound.isFinite { return bounds.lowerBound }
    return bounds.upperBound.isFinite ? bounds.upperBound : 0
  }

  /// The nearest possible value, which is finite.
  func nearest(_ value: Double) -> Double {
    let largest = Double.greatestFiniteMagnitude
    let whole = integral ? value.rounded() : value
    return min(max(whole, bounds.lowerBound, -largest), bounds.upperBound, largest)
  }
}

/// Whether a number is whole, as from 2^52 on every one is.
func isWhole(_ value: Double) -> Bool {
  value.rounded() == value
}
