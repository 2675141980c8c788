import Stochastics
import Testing

@Suite("Sketches of quantiles")
struct QuantileSketchTests {
  static let points = [0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1]

  static func values(_ count: Int, seed: UInt64) -> [Double] {
    var stream = StreamKey(seed: seed).child("sketch").stream()
    return (0..<count).map { index in
      switch index % 10 {
      case 0: 0
      case 1, 2: -Elementary.exp(3 * stream.normal())
      case 3: Double(stream.below(5))
      case _: Elementary.exp(3 * stream.normal())
      }
    }
  }

  static func sketch(_ values: some Sequence<Double>) -> QuantileSketch {
    var sketch = QuantileSketch()
    for value in values { sketch.add(value) }
    return sketch
  }

  @Test("are exact up to the limit", arguments: [1, 2, 100, QuantileSketch.exactLimit])
  func exact(count: Int) {
    let values = Self.values(count, seed: 1)
    let sketch = Self.sketch(values)
    let sorted = values.sorted()
    #expect(sketch.isExact && sketch.count == count)
    for p in Self.points {
      #expect(sketch.quantile(p) == Quantiles.type7(sorted: sorted, p), "at \(p)")
    }
  }

  @Test("are within 0.1 % beyond the limit, of either sign and of zero")
  func beyond() throws {
    let values = Self.values(100_000, seed: 2)
    let sketch = Self.sketch(values)
    let sorted = values.sorted()
    #expect(!sketch.isExact)
    for step in 0...1000 {
      let p = Double(step) / 1000
      let exact = try #require(Quantiles.type7(sorted: sorted, p))
      let ours = try #require(sketch.quantile(p))
      #expect((ours - exact).magnitude <= 0.001 * exact.magnitude, "at \(p): \(ours), \(exact)")
    }
    #expect(sketch.min == sorted.first && sketch.max == sorted.last)
    #expect(sketch.quantile(0) == sorted.first && sketch.quantile(1) == sorted.last)
  }

  @Test(
    "depend on the values alone, not on order or merging", arguments: [500, 30_000, 60_000])
  func multiset(count: Int) {
    let values = Self.values(count, seed: 3)
    let forward = Self.sketch(values).quantiles(Self.points)
    var stream = StreamKey(seed: 4).stream()
    #expect(Self.sketch(values.shuffled(using: &stream)).quantiles(Self.points) == forward)
    for pieces in [2, 3, 50] {
      var merged = QuantileSketch()
      for piece in (0..<pieces).reversed() {
        let part = values.indices.filter { $0 % pieces == piece }.map { values[$0] }
        merged.merge(Self.sketch(part))
      }
      #expect(merged.count == count)
      #expect(merged.quantiles(Self.points) == forward, "\(pieces) pieces")
    }
  }

  @Test("turn from exact to counted between one value and the next, without a jump")
  func turning() throws {
    var sketch = Self.sketch((1...QuantileSketch.exactLimit).map { Double($0) })
    let before = try #require(sketch.quantile(0.5))
    sketch.add(8192)
    let after = try #require(sketch.quantile(0.5))
    #expect(sketch.count == QuantileSketch.exactLimit + 1 && !sketch.isExact)
    #expect(agree(before, after, within: 0.001))
  }

  @Test("of equal values are that value, on either side of the limit")
  func equal() {
    for count in [10, 20_000] {
      let sketch = Self.sketch(repeatElement(0.3, count: count))
      #expect(sketch.quantiles([0, 0.5, 1]) == [0.3, 0.3, 0.3])
    }
  }

  @Test("of nothing are missing, and infinite values rank at the ends")
  func ends() {
    #expect(QuantileSketch().quantile(0.5) == nil)
    #expect(QuantileSketch().quantiles([0.5]).isEmpty)
    #expect(QuantileSketch().min == nil && QuantileSketch().max == nil)
    let sketch = Self.sketch((0..<30_000).map { $0 % 3 == 0 ? .infinity : Double($0) })
    #expect(sketch.quantile(0.9) == .infinity)
    #expect(sketch.quantile(0.3).map { $0 < 30_000 } == true)
  }

  @Test("take memory for the octaves that occur, and none for more numbers")
  func memory() {
    var sketch = QuantileSketch()
    for index in 1...QuantileSketch.exactLimit { sketch.add(Double(index % 7000) - 3000) }
    #expect(sketch.kept == QuantileSketch.exactLimit)
    sketch.add(1)
    // Zero, and 1, 2, 4 … 2048 on either side, whose stretches are cut a counter beside an octave.
    let kept = sketch.kept
    #expect(kept <= 512 * (2 * 13 + 1))
    for index in 1...200_000 { sketch.add(Double(index % 7000) - 3000) }
    #expect(sketch.kept == kept)
    sketch.add(1e9)
    #expect(sketch.kept == kept + 512)
  }

  @Test("keep few different numbers once each, until they are many", arguments: [1, 64, 65, 200])
  func few(different: Int) {
    let values = (0..<5000).map { Double($0 * 31 % different) - 10 }
    let sketch = Self.sketch(values)
    #expect(sketch.kept == (different <= 64 ? 2 * different : 5000))
    let sorted = values.sorted()
    let exact = Self.points.map { Quantiles.type7(sorted: sorted, $0) }
    #expect(sketch.quantiles(Self.points) == exact)
    var merged = Self.sketch(values.prefix(700))
    merged.merge(Self.sketch(values.dropFirst(700)))
    #expect(merged.quantiles(Self.points) == exact)
    #expect(merged.count == 5000)
  }
}
