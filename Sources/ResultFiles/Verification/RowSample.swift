import Experiments

/// Some rows of a result, spread over all its experiments, the first and the last among them.
///
/// A function of the result's inputs and of the number of rows alone, so that the same check always
/// looks at the same rows, and a larger one at others too.
struct RowSample: Sendable {
  /// The numbers of the rows, in rising order.
  let numbers: [Int]

  /// - Parameters:
  ///   - size: how many rows to choose; a few more or fewer where experiments are short.
  ///   - extents: the rows there are.
  ///   - identity: the identity of the inputs.
  init(_ size: Int, of extents: RowExtents, identity: String) {
    let segments = extents.segments
    guard size < extents.rows, let first = segments.first, let last = segments.last else {
      numbers = segments.flatMap(Array.init)
      return
    }
    let dice = Dice(identity: identity, size: size)
    var numbers: [Int] = []
    if size < segments.count {
      // An experiment out of each stretch of them, and a row of it.
      for stretch in RowSample.stretches(of: 0..<segments.count, count: size) {
        let experiment = stretch.lowerBound + dice.roll(2 * numbers.count, stretch.count)
        let rows = segments[experiment]
        numbers.append(rows.lowerBound + dice.roll(2 * numbers.count + 1, rows.count))
      }
    } else {
      // A row out of each stretch of each experiment.
      for (index, rows) in segments.enumerated() {
        let share = size * (index + 1) / segments.count - size * index / segments.count
        for stretch in RowSample.stretches(of: rows, count: min(share, rows.count)) {
          numbers.append(stretch.lowerBound + dice.roll(numbers.count, stretch.count))
        }
      }
    }
    numbers[numbers.count - 1] = last.upperBound - 1
    numbers[0] = first.lowerBound
    self.numbers = numbers
  }

  /// A range cut into stretches that are as equal as can be.
  private static func stretches(of range: Range<Int>, count: Int) -> [Range<Int>] {
    (0..<count).map { index in
      let bounds = [index, index + 1].map { range.lowerBound + range.count * $0 / count }
      return bounds[0]..<bounds[1]
    }
  }
}

/// Numbers that look as if they were thrown, but hang on the inputs alone.
private struct Dice {
  let identity: String
  let size: Int

  /// A number from 0 up to, but not with, `sides`.
  func roll(_ index: Int, _ sides: Int) -> Int {
    let digits = SHA256.hexadecimal("\(identity) \(size) \(index)").prefix(15)
    return (Int(digits, radix: 16) ?? 0) % sides
  }
}
