import Stochastics
import Testing

@Suite("Exponential and normal numbers by the ziggurat")
struct ZigguratTests {
  static let count = 200_000

  static func draw(
    _ seed: UInt64, _ next: (inout RandomStream) -> Double
  ) -> [Double] {
    var stream = StreamKey(seed: seed).child("ziggurat").stream()
    return (0..<count).map { _ in next(&stream) }
  }

  @Test("Exponential numbers follow 1 − exp(−x)", arguments: [1, 2] as [UInt64])
  func exponential(seed: UInt64) {
    let sample = Self.draw(seed) { $0.exponential() }
    let statistic = kolmogorov(sample) { -Elementary.expm1(-$0) }
    #expect(statistic < 2.2, "seed \(seed)")
    #expect(sample.allSatisfy { $0 > 0 })
  }

  @Test("Normal numbers follow Φ", arguments: [1, 2] as [UInt64])
  func normal(seed: UInt64) {
    let sample = Self.draw(seed) { $0.normal() }
    let statistic = kolmogorov(sample, Special.normalCDF)
    #expect(statistic < 2.2, "seed \(seed)")
  }

  @Test("Moments are those of the distributions, within 4.5 standard errors")
  func moments() throws {
    let n = Double(Self.count).squareRoot()
    let exponential = Moments(Self.draw(3) { $0.exponential() })
    #expect(try (#require(exponential.mean) - 1).magnitude * n < 4.5)
    #expect(try (#require(exponential.variance) - 1).magnitude * n / 8.0.squareRoot() < 4.5)
    let normal = Moments(Self.draw(4) { $0.normal() })
    #expect(try #require(normal.mean).magnitude * n < 4.5)
    #expect(try (#require(normal.variance) - 1).magnitude * n / 2.0.squareRoot() < 4.5)
    #expect(try #require(normal.skewness).magnitude * n / 6.0.squareRoot() < 4.5)
  }

  @Test("The tails beyond the last layer come as often as they should, and look as they should")
  func tails() {
    var stream = StreamKey(seed: 5).child("tails").stream()
    var exponentials: [Double] = []
    var normals: [Double] = []
    let draws = 4_000_000
    for _ in 0..<draws {
      let e = stream.exponential()
      if e > 7.7 { exponentials.append(e - 7.7) }
      let z = stream.normal()
      if z.magnitude > 3.66 { normals.append(z) }
    }
    for (name, found, share) in [
      ("exponential", exponentials.count, Elementary.exp(-7.7)),
      ("normal", normals.count, 2 * Special.normalCDF(-3.66)),
    ] {
      let expected = Double(draws) * share
      #expect((Double(found) - expected).magnitude < 4.5 * expected.squareRoot(), "\(name)")
    }
    #expect(kolmogorov(exponentials) { -Elementary.expm1(-$0) } < 2.2)
    let mass = Special.normalCDF(-3.66)
    #expect(kolmogorov(normals.map(\.magnitude)) { 1 - Special.normalCDF(-$0) / mass } < 2.2)
    let positive = Double(normals.count { $0 > 0 })
    let half = Double(normals.count) / 2
    #expect((positive - half).magnitude < 4.5 * (half / 2).squareRoot())
  }

  /// The tables are visible inside the package, because no feasible sample shows one wrong layer.
  @Test("All 256 layers have the same area under the density, and so has the base with its tail")
  func layers() {
    let r = ExponentialLayers.edges[1]
    let s = NormalLayers.edges[1]
    let normalTail = Special.normalCDF(-s) * (2 * Double.pi).squareRoot()
    let areas = (
      exponential: r * Elementary.exp(-r) + Elementary.exp(-r),
      normal: s * Elementary.exp(-0.5 * s * s) + normalTail
    )
    for layer in 0...256 {
      let (x, z) = (ExponentialLayers.edges[layer], NormalLayers.edges[layer])
      #expect(agree(ExponentialLayers.heights[layer], Elementary.exp(-x), within: 1e-14))
      #expect(agree(NormalLayers.heights[layer], Elementary.exp(-0.5 * z * z), within: 1e-14))
      if layer == 256 { break }
      let floors = layer == 0 ? (0, 0) : (Elementary.exp(-x), Elementary.exp(-0.5 * z * z))
      let roofs = (ExponentialLayers.heights[layer + 1], NormalLayers.heights[layer + 1])
      #expect(agree(x * (roofs.0 - floors.0), areas.exponential, within: 1e-11), "\(layer)")
      #expect(agree(z * (roofs.1 - floors.1), areas.normal, within: 1e-11), "\(layer)")
    }
    #expect(ExponentialLayers.edges[256] == 0 && NormalLayers.edges[256] == 0)
  }

  @Test("Each of 64 equally likely slices is hit equally often, whatever the layer")
  func slices() {
    var stream = StreamKey(seed: 6).child("slices").stream()
    var exponentials = [Int](repeating: 0, count: 64)
    var normals = exponentials
    for _ in 0..<1_000_000 {
      exponentials[Int(64 * -Elementary.expm1(-stream.exponential()))] += 1
      normals[min(63, Int(64 * Special.normalCDF(stream.normal())))] += 1
    }
    #expect(chiSquareTail(exponentials) > 1e-5)
    #expect(chiSquareTail(normals) > 1e-5)
  }
}
