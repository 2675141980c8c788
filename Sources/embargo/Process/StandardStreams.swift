#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output, for answers, and standard error, for progress and problems.
enum StandardStreams {
  /// Makes writing safe, before anything else happens.
  ///
  /// A reader that goes away must not end the program, and a standard descriptor that is closed
  /// must not be given to the next file that is opened, which the answer would then be written to.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
  }

  /// Writes an answer.
  ///
  /// - Throws: a failure if the text is lost for another reason than that nobody reads it.
  static func answer(_ text: String) throws(Failure) {
    guard let reason = write(text, to: STDOUT_FILENO), reason != EPIPE else { return }
    throw Failure(
      .cannotWrite, "embargo: cannot write to standard output: \(String(cString: strerror(reason)))"
    )
  }

  /// Writes whole lines to standard error, as they are; that they can be lost is no problem.
  static func remark(_ text: String) {
    _ = write(text, to: STDERR_FILENO)
  }

  /// Writes everything; the error number if that is not possible.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Columns of the terminal that standard output is, if it is one.
  static var answerWidth: Int? { width(STDOUT_FILENO) }

  /// Columns of the terminal that standard error is, if it is one.
  static var remarkWidth: Int? { width(STDERR_FILENO) }

  private static func width(_ descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}

/// Ends the program.
func leave(with code: ExitCode) -> Never {
  exit(code.rawValue)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
