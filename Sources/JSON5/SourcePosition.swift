/// A place in one of the texts that were read.
public struct SourcePosition: Hashable, Sendable {
  /// The index of the text, as the caller of the reader numbers them.
  public var file: Int

  /// The line, counted from 1; `\n`, `\r\n` and `\r` each end one.
  public var line: Int

  /// The column, counted from 1 in Unicode scalars.
  public var column: Int

  /// Makes a position.
  public init(file: Int, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The position of what no text holds, such as nodes built in code.
  public static let nowhere = SourcePosition(file: -1, line: 0, column: 0)
}

extension SourcePosition: Comparable {
  /// Orders by text, then line, then column.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
