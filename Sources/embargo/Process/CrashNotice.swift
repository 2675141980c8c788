#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is still said when a check inside the program fails: a trap cannot be caught, but the
/// signal it ends in can be answered.
enum CrashNotice {
  /// The notice, laid out beforehand, since a signal handler may not allocate.
  ///
  /// Set before the threads start and never again, hence safe to read from any of them.
  nonisolated(unsafe) private static var text = UnsafeRawBufferPointer(start: nil, count: 0)

  /// Prepares the notice with the command that shows the fault again.
  static func install(replay: String, kept: String) {
    let notice = """

      This is a bug in embargo \(Version.program); please report it with this command:
        \(replay)
      Finished rows are kept in \(kept).

      """
    let bytes = Array(notice.utf8)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    text = UnsafeRawBufferPointer(copy)
    for number in [SIGILL, SIGTRAP] {
      signal(number) { _ in
        _ = write(STDERR_FILENO, CrashNotice.text.baseAddress, CrashNotice.text.count)
        _exit(70)
      }
    }
  }
}
