/// Quantiles of numbers that pass by once: exact while they are few, then to 0.1 %.
///
/// Up to ``exactLimit`` numbers are kept as they are, equal ones once while no more than 64
/// different ones came. Beyond, each is counted in a bin named by
/// its sign, exponent and 9 leading bits of its mantissa: 512 bins to an octave, whose middle is
/// within 2⁻¹⁰ (0.098 %) of anything in it. Zero has its own bin, infinities theirs, and subnormal
/// numbers (below 2.2 · 10⁻³⁰⁸) lose the guarantee. Counts are whole numbers, so every answer
/// depends on which numbers came, never on their order or on how sketches were merged.
public struct QuantileSketch: Sendable {
  /// How many numbers are kept exactly.
  public static let exactLimit = 16_384

  /// As long as no more different numbers came than this, each is kept once, with its count.
  private static let fewLimit = 64

  /// How many numbers were added.
  public private(set) var count = 0
  private var least = Double.infinity
  private var greatest = -Double.infinity
  /// The different numbers in rising order, while they are few; then `values` is empty.
  private var few: [(value: Double, times: Int)] = []
  private var values: [Double] = []
  private var bins = OctaveCounts()

  /// An empty sketch.
  public init() {}

  /// Whether the numbers are all still kept, so that quantiles are exact.
  public var isExact: Bool { count <= QuantileSketch.exactLimit }

  /// The smallest number, always exact; nil of none.
  public var min: Double? { count > 0 ? least : nil }

  /// The largest number, always exact; nil of none.
  public var max: Double? { count > 0 ? greatest : nil }

  /// How many numbers and counters the sketch keeps in memory.
  ///
  /// Two for each number that came while those are few, else ``count`` up to ``exactLimit``; from
  /// there on 512 for each octave that occurs, however many numbers come.
  public var kept: Int { 2 * few.count + values.count + bins.size }

  /// Adds one number, which may be infinite but not NaN; zero has no sign.
  public mutating func add(_ value: Double) {
    precondition(!value.isNaN, "a quantile of something that is not a number")
    let value = value == 0 ? 0 : value
    count += 1
    least = Swift.min(least, value)
    greatest = Swift.max(greatest, value)
    if !isExact {
      spill()
      bins.add(QuantileSketch.bin(of: value))
    } else if !values.isEmpty || !addToFew(value) {
      append(value)
    }
  }

  /// False if the number is one too many.
  private mutating func addToFew(_ value: Double) -> Bool {
    var (low, high) = (0, few.count)
    while low < high {
      let middle = (low + high) / 2
      if few[middle].value < value { low = middle + 1 } else { high = middle }
    }
    if low < few.count, few[low].value == value {
      few[low].times += 1
      return true
    }
    guard few.count < QuantileSketch.fewLimit else { return false }
    few.insert((value, 1), at: low)
    return true
  }

  private mutating func append(_ value: Double) {
    if values.isEmpty {
      values = fewAtLength
      few = []
    }
    // Growing step by step would leave as much again behind in pieces.
    if values.count == 1024 { values.reserveCapacity(QuantileSketch.exactLimit) }
    values.append(value)
  }

  /// The numbers that are few, each as often as it came.
  private var fewAtLength: [Double] {
    few.flatMap { repeatElement($0.value, count: $0.times) }
  }

  /// Adds all numbers of another sketch.
  public mutating func merge(_ other: QuantileSketch) {
    count += other.count
    least = Swift.min(least, other.least)
    greatest = Swift.max(greatest, other.greatest)
    values += fewAtLength + other.values + other.fewAtLength
    few = []
    bins.merge(other.bins)
    if !isExact { spill() }
  }

  /// The type 7 quantile at `p` from 0 to 1; nil of no numbers.
  public func quantile(_ p: Double) -> Double? { quantiles([p]).first }

  /// The type 7 quantiles at several points, for one sorting; empty of no numbers.
  public func quantiles(_ points: [Double]) -> [Double] {
    guard count > 0 else { return [] }
    if isExact {
      let sorted = values.isEmpty ? fewAtLength : values.sorted()
      return points.compactMap { Quantiles.type7(sorted: sorted, $0) }
    }
    let ladder = Ladder(bins)
    return points.map { point in
      let place = Quantiles.Place(count: count, point)
      return place.between(clamped(ladder[place.below]), clamped(ladder[place.above]))
    }
  }

  private func clamped(_ value: Double) -> Double {
    Swift.min(Swift.max(value, least), greatest)
  }

  /// Counts what was kept exactly.
  private mutating func spill() {
    if !values.isEmpty {
      for value in values { bins.add(QuantileSketch.bin(of: value)) }
      values = []
    }
    if !few.isEmpty {
      for (value, times) in few {
        bins.add(QuantileSketch.bin(of: value), times: UInt32(times))
      }
      few = []
    }
  }

  /// A number that rises with the value: 0 for zero, mirrored for negative values.
  private static func bin(of value: Double) -> Int32 {
    if value == 0 { return 0 }
    let size = Int32(truncatingIfNeeded: value.magnitude.bitPattern >> 43) + 1
    return value < 0 ? -size : size
  }

  fileprivate static func middle(of bin: Int32) -> Double {
    if bin == 0 { return 0 }
    let low = Double(bitPattern: UInt64(bin.magnitude - 1) << 43)
    let middle =
      low.isInfinite
      ? low : Double(bitPattern: low.bitPattern | 1 << 42)
    return bin < 0 ? -middle : middle
  }
}

/// The bins in rising order, with the count of all numbers up to each.
private struct Ladder {
  private var bins: [Int32] = []
  private var totals: [Int] = []

  init(_ counts: OctaveCounts) {
    var total = 0
    counts.forEach { bin, number in
      total += Int(number)
      bins.append(bin)
      totals.append(total)
    }
  }

  /// The representative of the number of this rank, counted from 0.
  subscript(rank: Int) -> Double {
    var (low, high) = (0, totals.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if totals[middle] > rank { high = middle } else { low = middle + 1 }
    }
    return QuantileSketch.middle(of: bins[low])
  }
}
