import Arguments

/// `--set`, which several commands take.
enum SettingOption {
  static let option = Option.value(
    "set", "ADDRESS=VALUE", "changes one entry of the scenario",
    .custom(
      expected: "ADDRESS=VALUE, such as regulator.licensing_officers=200",
      isValid: { setting($0) != nil }),
    isRepeatable: true)

  /// The settings of a line, in their order.
  static func settings(_ line: ParsedCommand) -> [(path: String, value: String)] {
    line.values("set").compactMap(setting)
  }

  private static func setting(_ text: String) -> (path: String, value: String)? {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
    let address = trimmed(text[..<equals])
    return address.isEmpty ? nil : (address, trimmed(text[text.index(after: equals)...]))
  }

  /// Blanks around the equals sign belong to neither side of it.
  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
