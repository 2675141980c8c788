extension JSON5Reader {
  /// A piece of a text in the form in which a message may show it: in single quotes, cut where it
  /// is long, and with nothing in it that would move a terminal's cursor.
  public static func shown(_ text: some StringProtocol) -> String {
    var result = "'"
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == 60 {
        result += "…"
        break
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
        .surrogate:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}

/// The same, for the messages of this module.
func shown(_ text: some StringProtocol) -> String {
  JSON5Reader.shown(text)
}
