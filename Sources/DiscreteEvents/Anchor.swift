import Synchronization

/// Keeps a large model in its place.
///
/// A noncopyable struct whose parts could all be moved bit by bit is passed as a copy of these bits
/// to every routine that only reads it: some kilobytes for each such call of a large model. One
/// that holds an anchor stays where it is and is passed by its address. That is all it does.
///
/// ```swift
/// struct Network: ~Copyable, Model {
///   private let anchor = Anchor()
///   var stations: [Station]
///   // …
/// }
/// ```
///
/// Worth it from a few hundred bytes on; a model of a hundred is faster without.
public struct Anchor: ~Copyable {
  /// An atomic is never moved, and so neither is what holds it.
  private let unmoved = Atomic<UInt8>(0)

  /// Makes an anchor; it has no state.
  public init() {}
}
