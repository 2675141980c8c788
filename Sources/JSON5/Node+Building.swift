extension Node {
  /// A `null`.
  public static let null = Node(.null)

  /// A truth value.
  public static func bool(_ value: Bool) -> Node {
    Node(.bool(value))
  }

  /// A number; one that is not finite has no form in JSON and becomes `null`.
  public static func number(_ value: Double) -> Node {
    value.isFinite ? Node(.number(value, text: shortest(value))) : .null
  }

  /// A whole number, exact over the whole range of `Int`.
  public static func integer(_ value: Int) -> Node {
    Node(.number(Double(value), text: String(value)))
  }

  /// A text.
  public static func string(_ value: String) -> Node {
    Node(.string(value))
  }

  /// A list.
  public static func array(_ elements: [Node]) -> Node {
    Node(.array(elements))
  }

  /// An object with its members in the order given.
  ///
  /// - Precondition: no name stands twice.
  public static func object(_ members: [(String, Node)]) -> Node {
    precondition(Set(members.map(\.0)).count == members.count, "a name stands twice")
    return Node(.object(members.map { Member($0.0, node: $0.1) }))
  }
}

extension Node {
  /// The members, if this is an object.
  public var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The elements, if this is a list.
  public var elements: [Node]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  /// The text, if this is one.
  public var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The number, if this is one.
  public var number: Double? {
    if case .number(let number, _) = value { number } else { nil }
  }

  /// The whole number, if this is one that an `Int` holds, whatever way it is written.
  public var integer: Int? {
    guard case .number(let number, let text) = value else { return nil }
    if let exact = Int(text) { return exact }
    // Not `Int(exactly:)`, which calls the C library's `trunc`; this module links none.
    guard number >= -0x1p63, number < 0x1p63 else { return nil }
    let whole = Int(number)
    return Double(whole) == number ? whole : nil
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    if case .bool(let truth) = value { truth } else { nil }
  }

  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = value { true } else { false }
  }

  /// The value under a name, if this is an object that has it; searches the members in order.
  public subscript(name: String) -> Node? {
    members?.first { $0.name == name }?.node
  }
}
