import JSON5

extension ObjectReader {
  /// Reads a text; it may be empty.
  public func string(_ key: String, meaning: String) -> String {
    record(key, .text, meaning, required: true)
    return ask(key, expected: meaning + ", a text").flatMap { text(key, $0) } ?? ""
  }

  /// Reads a text that may be left out.
  public func optionalString(_ key: String, meaning: String) -> String? {
    record(key, .text, meaning, required: false)
    return ask(key, expected: nil).flatMap { text(key, $0) }
  }

  /// Reads `true` or `false`.
  public func boolean(_ key: String, meaning: String) -> Bool {
    record(key, .truth, meaning, required: true)
    return ask(key, expected: meaning + ", true or false").flatMap { truth(key, $0) } ?? false
  }

  /// Reads `true` or `false`, where one of them stands for what is left out.
  public func boolean(_ key: String, meaning: String, default standing: Bool) -> Bool {
    record(key, .truth, meaning, required: false)
    guard let node = ask(key, expected: nil) else {
      keep(default: .bool(standing), key)
      return standing
    }
    return truth(key, node) ?? standing
  }

  /// Reads a date, written `yyyy-mm-dd`.
  public func date(_ key: String, meaning: String) -> CivilDate {
    record(key, .date, meaning, required: true)
    let node = ask(key, expected: meaning + ", a date such as \"2026-06-09\"")
    guard let node else { return .unixEpoch }
    if let date = node.string.flatMap(CivilDate.init(iso:)) { return date }
    reject(key, node, expected: "a date", remedy: "write it as in \"2026-06-09\"")
    return .unixEpoch
  }

  /// Reads a list of texts.
  public func strings(_ key: String, meaning: String) -> [String] {
    record(key, .texts, meaning, required: true)
    return ask(key, expected: meaning + ", a list of texts").map { texts(key, $0) } ?? []
  }

  /// Reads a list of texts that may be left out.
  public func optionalStrings(_ key: String, meaning: String) -> [String]? {
    record(key, .texts, meaning, required: false)
    return ask(key, expected: nil).map { texts(key, $0) }
  }

  /// Reads one of the words that a type knows; the first of them if it cannot be read.
  public func choice<E: RawRepresentable & CaseIterable>(
    _ key: String, _ type: E.Type, meaning: String
  ) -> E where E.RawValue == String {
    record(key, .choice, meaning, required: true, choices: words(type))
    let node = ask(key, expected: meaning + ", " + oneOf(type))
    if let choice = node.flatMap({ self.choice(key, $0, type, path: [key]) }) { return choice }
    goAdrift()
    return first(of: type)
  }

  /// Reads one of the words that a type knows, where it may be left out.
  public func optionalChoice<E: RawRepresentable & CaseIterable>(
    _ key: String, _ type: E.Type, meaning: String
  ) -> E? where E.RawValue == String {
    record(key, .choice, meaning, required: false, choices: words(type))
    guard let node = ask(key, expected: nil) else { return nil }
    if let choice = choice(key, node, type, path: [key]) { return choice }
    goAdrift()
    return nil
  }

  /// Reads one of the words that a type knows, where one of them stands for what is left out.
  public func choice<E: RawRepresentable & CaseIterable>(
    _ key: String, _ type: E.Type, meaning: String, default standing: E
  ) -> E where E.RawValue == String {
    if let choice = optionalChoice(key, type, meaning: meaning) { return choice }
    if node(key) == nil { keep(default: .string(standing.rawValue), key) }
    return standing
  }

  /// Reads a list of words that a type knows; those that it does not know are left out.
  public func choices<E: RawRepresentable & CaseIterable>(
    _ key: String, _ type: E.Type, meaning: String
  ) -> [E] where E.RawValue == String {
    record(key, .texts, meaning, required: true, choices: words(type))
    guard
      let node = ask(key, expected: meaning + ", a list of " + words(type).joined(separator: ", "))
    else { return [] }
    guard let elements = node.elements else {
      reject(
        key, node, expected: "a list", remedy: "write it as in [\"\(first(of: type).rawValue)\"]")
      return []
    }
    return elements.enumerated().compactMap { index, element in
      choice(key, element, type, path: [key, String(index)])
    }
  }
}

extension ObjectReader {
  func keep(default node: Node, _ key: String) {
    if !isVoid { findings.keep(default: node, at: address(of: key)) }
  }

  private func text(_ key: String, _ node: Node) -> String? {
    if let text = node.string { return text }
    reject(key, node, expected: "a text", remedy: "write it in quotes")
    return nil
  }

  private func truth(_ key: String, _ node: Node) -> Bool? {
    if let truth = node.bool { return truth }
    reject(key, node, expected: "true or false")
    return nil
  }

  private func texts(_ key: String, _ node: Node) -> [String] {
    guard let elements = node.elements else {
      let own = node.string.flatMap { isPlain($0) ? "[\"\($0)\"]" : nil }
      reject(
        key, node, expected: "a list of texts",
        remedy: "write it as in " + (own ?? "[\"one\", \"two\"]"))
      return []
    }
    return elements.enumerated().compactMap { index, element in
      if let text = element.string { return text }
      reject("\(key).\(index)", element, expected: "a text", remedy: "write it in quotes")
      return nil
    }
  }

  /// Whether a text can be shown in double quotes as it stands.
  private func isPlain(_ text: String) -> Bool {
    shown(text) == "'\(text)'" && !text.unicodeScalars.contains("\"")
  }

  private func choice<E: RawRepresentable & CaseIterable>(
    _ key: String, _ node: Node, _ type: E.Type, path: [String]
  ) -> E? where E.RawValue == String {
    guard let text = node.string else {
      reject(path.joined(separator: "."), node, expected: "a text", remedy: oneOf(type))
      return nil
    }
    if let choice = E(rawValue: text) { return choice }
    let near = nearestName(to: text, among: words(type))
    let full = address(of: path.joined(separator: "."))
    findings.fail(full)
    note(
      "\(full) cannot be \(shown(text))",
      remedy: near.map { "did you mean '\($0)'?" } ?? "write " + oneOf(type),
      at: node.position, address: full)
    return nil
  }

  private func words<E: RawRepresentable & CaseIterable>(_ type: E.Type) -> [String]
  where E.RawValue == String {
    type.allCases.map(\.rawValue)
  }

  private func oneOf<E: RawRepresentable & CaseIterable>(_ type: E.Type) -> String
  where E.RawValue == String {
    let words = words(type)
    let shown = words.prefix(12).joined(separator: ", ")
    return "one of " + shown + (words.count > 12 ? ", …" : "")
  }

  private func first<E: CaseIterable>(of type: E.Type) -> E {
    guard let first = type.allCases.first else { preconditionFailure("a type without cases") }
    return first
  }
}
