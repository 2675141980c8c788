/// The rank of an event among those at the same time: the lower one fires first.
///
/// Four ranks have names, and any other `UInt8` is a rank too, so that a model can put its own
/// ranks between them.
public struct Priority: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The rank as a number; lower fires first.
  public var rawValue: UInt8

  /// Makes a rank from its number; every number is valid.
  @inlinable
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Before everything else at its time.
  @inlinable public static var first: Priority { Priority(rawValue: 0) }
  /// Before ordinary events.
  @inlinable public static var early: Priority { Priority(rawValue: 64) }
  /// The rank of an event that names none.
  @inlinable public static var normal: Priority { Priority(rawValue: 128) }
  /// After ordinary events.
  @inlinable public static var late: Priority { Priority(rawValue: 192) }

  /// Whether the left rank fires before the right one.
  @inlinable
  public static func < (left: Priority, right: Priority) -> Bool {
    left.rawValue < right.rawValue
  }
}
