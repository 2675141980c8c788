/// A queue before a number of equal servers: first come, first served.
///
/// It knows who waits and how many are served, and no clock: the model schedules the ends of
/// service. Customers are known by an `Int32` of the model's choice.
///
/// Waiting customers lie in a ring that doubles when it is full. All operations are O(1), the
/// growth spread over the arrivals.
public struct ServerQueue: Sendable {
  /// How many can be served at once.
  public private(set) var servers: Int
  @usableFromInline var busy = 0
  /// A power of two in length.
  @usableFromInline var ring: [Int32]
  @usableFromInline var head = 0
  @usableFromInline var length = 0

  /// Makes an empty queue.
  ///
  /// - Parameters:
  ///   - servers: How many can be served at once, not negative; with none, all wait for ever.
  ///   - capacity: How many waiting to make room for; more make the ring grow.
  public init(servers: Int, reservingCapacity capacity: Int = 16) {
    if servers < 0 { refuse(servers: servers) }
    self.servers = servers
    var size = 1
    while size < capacity { size *= 2 }
    ring = Array(repeating: 0, count: size)
  }

  /// How many are being served.
  @inlinable public var inService: Int { busy }

  /// How many wait.
  @inlinable public var waiting: Int { length }

  /// How many are here, served or waiting.
  @inlinable public var count: Int { busy + length }

  /// Whether nobody is here.
  @inlinable public var isEmpty: Bool { busy + length == 0 }

  /// Who is to be served next, `nil` when nobody waits.
  @inlinable public var first: Int32? { length == 0 ? nil : ring[head] }

  /// Lets a customer in.
  ///
  /// - Returns: Whether service starts now, so that the model schedules its end.
  @inlinable
  public mutating func arrive(_ id: Int32) -> Bool {
    if busy < servers {
      busy += 1
      return true
    }
    if length == ring.count { grow() }
    ring[(head &+ length) & (ring.count &- 1)] = id
    length += 1
    return false
  }

  /// Ends a service; the server goes on with the one who has waited longest.
  ///
  /// - Returns: Whose service starts now, `nil` when nobody waited and the server falls idle.
  @inlinable
  public mutating func release() -> Int32? {
    if busy == 0 { refuseRelease() }
    if length == 0 {
      busy -= 1
      return nil
    }
    let id = ring[head]
    head = (head &+ 1) & (ring.count &- 1)
    length -= 1
    return id
  }

  /// Empties the queue for the next replication, keeping its capacity.
  ///
  /// - Parameter servers: How many can be served at once from now on, not negative; as many as
  ///   before if nothing is said.
  public mutating func removeAll(servers: Int? = nil) {
    if let servers, servers < 0 { refuse(servers: servers) }
    busy = 0
    head = 0
    length = 0
    self.servers = servers ?? self.servers
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    var larger: [Int32] = []
    larger.reserveCapacity(ring.count * 2)
    larger.append(contentsOf: ring[head...])
    larger.append(contentsOf: ring[..<head])
    larger.append(contentsOf: repeatElement(0, count: ring.count))
    ring = larger
    head = 0
  }
}

// `fatalError`, since a `precondition` says nothing in an optimized build.

@usableFromInline
@inline(never)
func refuse(servers: Int) -> Never {
  fatalError("A queue cannot have \(servers) servers")
}

@usableFromInline
@inline(never)
func refuseRelease() -> Never {
  fatalError("A service ended while nobody was being served")
}
