/// Reads JSON5, and says of every mistake where it stands and what would be right.
///
/// The language is that of <https://spec.json5.org>, version 1.0.0, with one thing taken away:
/// `Infinity` and `NaN` are refused, because every number that is read must be finite.
public enum JSON5Reader {
  /// Reads one text.
  ///
  /// - Parameters:
  ///   - text: the text; a byte order mark at its beginning is passed over.
  ///   - file: the number under which positions name this text.
  ///   - limits: the largest text and the deepest nesting that are read.
  /// - Returns: the top-level value, and the problems in the order in which they were found. There
  ///   is a value in spite of problems that leave no doubt of what is meant: a missing or needless
  ///   comma, a wrong mark in place of a comma or colon, a name without its quotes, and a name that
  ///   stands twice, of which the first counts. Whoever reads the value can thus say at once what
  ///   is wrong with it. After any other mistake the value is missing; the reading goes on to find
  ///   more of them where it can.
  public static func parse(
    _ text: String, file: Int, limits: Limits = .standard
  ) -> (node: Node?, problems: [SyntaxProblem]) {
    var parser = Parser(text, file: file, limits: limits)
    let node = parser.document()
    return (node, parser.problems)
  }
}

/// How much is read before the reader refuses.
public struct Limits: Sendable {
  /// The largest text, in bytes of UTF-8.
  public var bytes: Int

  /// How many objects and lists may stand within each other.
  public var nesting: Int

  /// How many problems are listed before the reading ends.
  public var problems: Int

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - bytes: the largest text, in bytes of UTF-8.
  ///   - nesting: the reader calls itself once a level, so the stack must hold as many.
  ///   - problems: how many problems are listed before the reading ends.
  public init(bytes: Int = 4_000_000, nesting: Int = 64, problems: Int = 100) {
    self.bytes = bytes
    self.nesting = nesting
    self.problems = problems
  }

  /// Four megabytes, 64 levels, 100 problems.
  public static let standard = Limits()
}

/// A mistake in a text.
public struct SyntaxProblem: Hashable, Sendable {
  /// Where it is.
  public var position: SourcePosition

  /// What is wrong, as a part of a sentence.
  public var message: String

  /// What would be right, where that can be said.
  public var remedy: String?

  /// Makes a problem.
  public init(position: SourcePosition, message: String, remedy: String? = nil) {
    self.position = position
    self.message = message
    self.remedy = remedy
  }
}
