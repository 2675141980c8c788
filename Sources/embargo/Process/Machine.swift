import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program runs on; nothing of it touches a result.
enum Machine {
  /// Cores that this process may use.
  static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// The machine in a few words.
  static var words: String {
    var name = utsname()
    guard uname(&name) == 0 else { return "\(cores) cores" }
    let parts = [text(&name.sysname), text(&name.release), text(&name.machine)]
    return parts.joined(separator: " ") + ", \(cores) cores"
  }

  /// The path with links resolved; nil if nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func text<Characters>(_ field: inout Characters) -> String {
    withUnsafeBytes(of: &field) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
