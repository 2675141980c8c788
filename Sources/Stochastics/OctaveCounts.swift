/// How often whole numbers came, with a page of 512 counters for each stretch of 512 that occurs.
///
/// Nothing is hashed, and memory follows the spread of the numbers, never how many there were: 2 KB
/// for a stretch. A counter holds up to 2³² − 1; adding more traps.
struct OctaveCounts: Sendable {
  private static let length = 512
  /// Stretches that occur, in rising order, and where the page of each begins.
  private var stretches: [(number: Int32, page: Int)] = []
  private var counters: [UInt32] = []

  /// How many counters there are.
  var size: Int { counters.count }

  mutating func add(_ value: Int32, times: UInt32 = 1) {
    counters[page(of: value >> 9) + Int(value & 511)] += times
  }

  mutating func merge(_ other: OctaveCounts) {
    other.forEach { add($0, times: $1) }
  }

  /// Every number that came, in rising order.
  func forEach(_ body: (_ value: Int32, _ times: UInt32) -> Void) {
    for (number, page) in stretches {
      for offset in 0..<OctaveCounts.length where counters[page + offset] > 0 {
        body(number << 9 + Int32(offset), counters[page + offset])
      }
    }
  }

  /// Where the page of a stretch begins, which is made if need be.
  private mutating func page(of number: Int32) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].number < number { low = middle + 1 } else { high = middle }
    }
    if low < stretches.count, stretches[low].number == number { return stretches[low].page }
    let page = counters.count
    stretches.insert((number, page), at: low)
    counters.append(contentsOf: repeatElement(0, count: OctaveCounts.length))
    return page
  }
}
