/// A claim on one scheduled event, by which it can be cancelled or moved.
///
/// A handle is plain data and owns nothing. Once its event has fired, was cancelled, or the
/// calendar was emptied, the handle is stale and every operation with it answers `false` or
/// `nil`; it never comes to mean a later event (the same slot must be used 2³² times before a
/// stale handle could be mistaken). A handle means nothing to another calendar.
public struct EventHandle: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let slot: UInt32
  @usableFromInline let generation: UInt32

  @inlinable
  init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }

  /// A handle that is never pending.
  @inlinable public static var none: EventHandle { EventHandle(slot: 0, generation: 0) }
}
