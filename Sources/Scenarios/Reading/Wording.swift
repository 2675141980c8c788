import JSON5

/// A name in the form in which a message may show it.
func shown(_ text: some StringProtocol) -> String {
  JSON5Reader.shown(text)
}

/// A number as it is written: the shortest decimal, whole values without `.0`.
func shown(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

extension Value {
  /// The value in words, short enough for a message.
  var described: String {
    switch self {
    case .null, .bool, .array, .object: kind
    case .number(let number, _): shown(number)
    case .string(let text): "the text " + shown(text)
    }
  }
}

/// An address in a sentence; the empty one is the scenario itself.
func shownAddress(_ address: String) -> String {
  address.isEmpty ? "the scenario" : address
}
