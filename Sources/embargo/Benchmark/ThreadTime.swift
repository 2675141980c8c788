#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Processor time of the calling thread, which others on the machine disturb least.
enum ThreadTime {
  /// Nanoseconds since the thread began.
  static var nanoseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  /// Nanoseconds that some work takes.
  static func of(_ work: () throws -> Void) rethrows -> Double {
    let start = nanoseconds
    try work()
    return nanoseconds - start
  }
}
