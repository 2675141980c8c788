/// Exponential and normal numbers by the ziggurat: 99 % of draws cost one word and one comparison.
///
/// The layer comes from the low 8 bits and the place in it from the upper 52 of the same word, so
/// the two are independent (the flaw of the first ziggurats that Doornik found).
///
/// Sources: Marsaglia and Tsang, *The Ziggurat Method for Generating Random Variables*, Journal of
/// Statistical Software 5 (2000); Doornik, *An Improved Ziggurat Method* (2005).
extension RandomStream {
  /// An exponential number of mean 1.
  @inlinable @inline(__always)
  public mutating func exponential() -> Double {
    let word = next()
    let layer = Int(truncatingIfNeeded: word & 0xff)
    let x = openUnit(word) * ExponentialLayers.edges[layer]
    if x < ExponentialLayers.edges[layer &+ 1] { return x }
    // A copy goes out of line, so that the state itself can stay in registers.
    var state = self
    defer { self = state }
    return state.exponential(atEdgeOf: layer, x)
  }

  /// A standard normal number.
  @inlinable @inline(__always)
  public mutating func normal() -> Double {
    let word = next()
    let layer = Int(truncatingIfNeeded: word & 0xff)
    let size = openUnit(word) * NormalLayers.edges[layer]
    // Bit 8 becomes the sign, without a branch that no processor could predict.
    let sign = (word & 0x100) << 55
    if size < NormalLayers.edges[layer &+ 1] { return Double(bitPattern: size.bitPattern ^ sign) }
    var state = self
    defer { self = state }
    return Double(bitPattern: state.normal(atEdgeOf: layer, size).bitPattern ^ sign)
  }

  /// Decides about a place that only part of its layer reaches, and starts again if it is outside.
  @usableFromInline @inline(never)
  mutating func exponential(atEdgeOf layer: Int, _ x: Double) -> Double {
    // Beyond the base strip the law is the same law again, shifted by the strip's width.
    if layer == 0 { return ExponentialLayers.edges[1] + exponential() }
    let below = ExponentialLayers.heights[layer]
    let above = ExponentialLayers.heights[layer + 1]
    let height = below + uniform() * (above - below)
    return height < Elementary.exp(-x) ? x : exponential()
  }

  /// The same for the size of a normal number.
  @usableFromInline @inline(never)
  mutating func normal(atEdgeOf layer: Int, _ x: Double) -> Double {
    if layer == 0 { return normalTail() }
    let below = NormalLayers.heights[layer]
    let above = NormalLayers.heights[layer + 1]
    let height = below + uniform() * (above - below)
    return height < Elementary.exp(-0.5 * x * x) ? x : normal().magnitude
  }

  /// A normal number given that it exceeds the last edge: Marsaglia's rejection (1964).
  private mutating func normalTail() -> Double {
    let start = NormalLayers.edges[1]
    while true {
      let excess = exponential() / start
      if 2 * exponential() > excess * excess { return start + excess }
    }
  }
}
