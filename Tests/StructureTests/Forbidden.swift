/// What no library may hold, since results depend on the inputs alone and libraries neither speak
/// nor leave.
enum Forbidden {
  static let code: [(text: String, reason: String)] = [
    ("Date()", "the clock on the wall"),
    ("Date.now", "the clock on the wall"),
    ("ContinuousClock", "the clock on the wall"),
    ("SuspendingClock", "the clock on the wall"),
    (".random(", "chance without an address"),
    (".randomElement(", "chance without an address"),
    (".shuffle(", "chance without an address"),
    (".shuffled(", "chance without an address"),
    ("SystemRandomNumberGenerator", "chance without an address"),
    ("UUID()", "chance without an address"),
    (".hashValue", "a hash that differs from run to run"),
    ("Hasher()", "a hash that differs from run to run"),
    ("ProcessInfo", "the environment"),
    ("CommandLine", "the environment"),
  ]

  static let functions: [(name: String, reason: String)] = [
    ("getenv", "the environment"),
    ("clock_gettime", "the clock on the wall"),
    ("gettimeofday", "the clock on the wall"),
    ("rand", "chance without an address"),
    ("arc4random", "chance without an address"),
    ("drand48", "chance without an address"),
    ("print", "a library speaks"),
    ("debugPrint", "a library speaks"),
    ("dump", "a library speaks"),
    ("puts", "a library speaks"),
    ("fputs", "a library speaks"),
    ("exit", "a library leaves"),
    ("_exit", "a library leaves"),
    ("abort", "a library leaves"),
  ]

  /// Functions of the mathematical library whose last bit differs between machines, for `Double`;
  /// `f` and `l` at the end of a name mean the other widths.
  static let mathematics: Set<String> = {
    let names = [
      "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "erf",
      "erfc", "exp", "exp2", "exp10", "expm1", "hypot", "j0", "j1", "jn", "lgamma", "log", "log10",
      "log1p", "log2", "pow", "sin", "sincos", "sinh", "tan", "tanh", "tgamma", "y0", "y1", "yn",
    ]
    return Set(names.flatMap { [$0, $0 + "f", $0 + "l"] })
  }()

  /// What a library's file holds against these rules.
  ///
  /// - Parameter own: functions that the file's module declares itself, under any of these names.
  static func findings(in file: SwiftFile, own: Set<String> = []) -> [Finding] {
    var findings: [Finding] = []
    for (text, reason) in code {
      findings += file.lines(of: text).map { file.finding(line: $0, "\(text): \(reason)") }
    }
    for (name, reason) in functions {
      findings += file.linesCalling(free: name).map {
        file.finding(line: $0, "\(name)(): \(reason)")
      }
    }
    // Looking for each of a hundred names in each file would take long.
    let used = mathematics.intersection(file.tokens.map(\.text)).subtracting(own)
    for name in used.sorted() {
      findings += file.linesCalling(free: name).map {
        file.finding(line: $0, "\(name)(): its last bit differs between machines")
      }
    }
    return findings
  }
}
