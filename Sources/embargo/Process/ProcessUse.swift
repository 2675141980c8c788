#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What this process has used of the machine since it began.
enum ProcessUse {
  /// Seconds of processor time, of all threads.
  static var seconds: Double {
    let usage = usage
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The most bytes of memory that it had at once.
  static var peakBytes: Int {
    #if canImport(Darwin)
      Int(usage.ru_maxrss)
    #else
      Int(usage.ru_maxrss) * 1024
    #endif
  }

  private static var usage: rusage {
    var usage = rusage()
    #if canImport(Glibc)
      let own = __rusage_who_t(RUSAGE_SELF.rawValue)
    #else
      let own = RUSAGE_SELF
    #endif
    getrusage(own, &usage)
    return usage
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

/// The disk on which a folder lies or will lie.
enum Disk {
  /// How many bytes a file has; 0 where there is none.
  static func size(of path: String) -> Int {
    var file = stat()
    return stat(path, &file) == 0 ? Int(file.st_size) : 0
  }

  /// The nearest folder above a path that is there, and how many bytes are free on its disk; nil
  /// where the system does not say.
  static func free(at path: String) -> (folder: String, bytes: Int)? {
    var folder = path
    while Machine.realPath(folder) == nil {
      guard let slash = folder.lastIndex(of: "/") else { return free(at: ".") }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0 else { return nil }
    let (bytes, overflow) = Int(disk.f_bavail).multipliedReportingOverflow(by: Int(disk.f_frsize))
    return (folder, overflow ? .max : bytes)
  }
}
