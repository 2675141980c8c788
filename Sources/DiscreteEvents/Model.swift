/// A system that moves from event to event.
///
/// The state of the system is the conforming value. It should be a struct, possibly
/// noncopyable: it is passed `inout`, and the whole loop is specialized for it.
public protocol Model: ~Copyable {
  /// What can happen, as plain data: usually a flat enum with small payloads.
  associatedtype Event: BitwiseCopyable

  /// Lets `event` happen at `calendar.now` and schedules what follows from it.
  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>)
}

/// Lets the events of a calendar happen in their order, up to and including those at `until`.
///
/// Afterwards the clock stands at `until` when that is finite, so that a run can be continued in
/// steps and averages can be closed at `calendar.now`; otherwise it stands at the last event.
/// A run in steps is the same, event by event, as a run in one go.
///
/// - Parameters:
///   - model: The system; its state is changed in place.
///   - calendar: The pending events, at least one of which the caller has scheduled.
///   - until: The last instant simulated, in the unit of the calendar, not before its clock.
@inlinable
public func simulate<M: Model & ~Copyable>(
  _ model: inout M, _ calendar: inout Calendar<M.Event>, until: Double
) {
  if !(until >= calendar.now) { refuse(until: until, clock: calendar.now) }
  while let event = calendar.next(before: until) {
    model.handle(event, &calendar)
  }
  if until < .infinity {
    calendar.advance(to: until)
  }
}

@usableFromInline
@inline(never)
func refuse(until: Double, clock: Double) -> Never {
  fatalError("A simulation with the clock at \(clock) cannot go on until \(until)")
}
