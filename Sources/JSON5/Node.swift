/// A value together with the place where it is written.
public struct Node: Sendable {
  /// What stands there.
  public var value: Value

  /// Where its first character stands.
  public var position: SourcePosition

  /// Makes a node.
  public init(_ value: Value, at position: SourcePosition = .nowhere) {
    self.value = value
    self.position = position
  }
}

/// What a JSON5 text can say.
public indirect enum Value: Sendable {
  /// The word `null`.
  case null

  /// The words `true` and `false`.
  case bool(Bool)

  /// A finite number, and the text that gave it.
  ///
  /// The text keeps whole numbers above 2^53 exact, which the value alone cannot.
  case number(Double, text: String)

  /// A text, with its escapes resolved.
  case string(String)

  /// A list.
  case array([Node])

  /// An object; from the reader, names are unique and in the order of the text.
  case object([Member])
}

/// A name and its value within an object.
public struct Member: Sendable {
  /// The name, with its escapes resolved.
  public var name: String

  /// Where the name is written.
  public var namePosition: SourcePosition

  /// The value.
  public var node: Node

  /// Makes a member.
  public init(_ name: String, at namePosition: SourcePosition = .nowhere, node: Node) {
    self.name = name
    self.namePosition = namePosition
    self.node = node
  }
}

extension Value {
  /// The kind of value in words, with its article: `a number`, `an object`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
