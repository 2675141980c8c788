/// A Swift file, its text and what the compiler sees of it.
struct SwiftFile {
  /// The path from the root of the package.
  let path: String
  let text: String
  /// The code without comments and without the text of string literals.
  let tokens: [Token]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    tokens = Token.all(in: CodeMask.code(of: text))
  }

  /// The module the file belongs to: the folder below Sources or Tests.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  func finding(line: Int, _ message: String) -> Finding {
    Finding(path: path, line: line, message: message)
  }
}

/// Something that stands where it must not.
struct Finding: CustomStringConvertible {
  let path: String
  let line: Int
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}
