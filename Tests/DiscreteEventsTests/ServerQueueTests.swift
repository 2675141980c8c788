import DiscreteEvents
import Testing

@Suite("A queue before servers")
struct ServerQueueTests {
  @Test("serves at once while a server is idle, then in the order of arrival")
  func order() {
    var queue = ServerQueue(servers: 2)
    #expect([1, 2, 3, 4].map { queue.arrive($0) } == [true, true, false, false])
    #expect(queue.inService == 2)
    #expect(queue.waiting == 2)
    #expect(queue.first == 3)
    #expect([queue.release(), queue.release()] == [3, 4])
    #expect(queue.inService == 2)
    #expect([queue.release(), queue.release()] == [nil, nil])
    #expect(queue.isEmpty)
  }

  @Test("makes everyone wait when there is no server")
  func noServer() {
    var queue = ServerQueue(servers: 0)
    #expect(queue.arrive(1) == false)
    #expect(queue.count == 1)
  }

  @Test("keeps the order while its ring turns and grows", arguments: 0..<20)
  func growth(seed: Int) {
    var stream = TestStream(seed: seed)
    var queue = ServerQueue(servers: 1, reservingCapacity: 1)
    var oracle: [Int32] = []
    _ = queue.arrive(-1)
    for id in Int32(0)..<2_000 {
      // More arrivals at first, more departures later.
      if stream.below(10) < (id < 1_000 ? 7 : 4) {
        #expect(queue.arrive(id) == false)
        oracle.append(id)
      } else if !oracle.isEmpty {
        #expect(queue.release() == oracle.removeFirst())
      }
      #expect(queue.waiting == oracle.count)
    }
  }

  @Test("is as new after removeAll")
  func reuse() {
    var queue = ServerQueue(servers: 1)
    for id in Int32(0)..<50 { _ = queue.arrive(id) }
    queue.removeAll()
    #expect(queue.isEmpty)
    #expect(queue.first == nil)
    #expect(queue.arrive(7) == true)
    #expect(queue.arrive(8) == false)
    #expect(queue.release() == 8)
  }

  @Test("stops a program that ends a service nobody has")
  func mistake() async {
    await #expect(processExitsWith: .failure) {
      var queue = ServerQueue(servers: 1)
      _ = queue.release()
    }
  }
}
