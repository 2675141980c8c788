extension Unicode.Scalar {
  /// Whether a line comment ends here and a string may not go on (ECMAScript 5.1, section 7.3).
  var endsLine: Bool {
    switch value {
    case 0x0A, 0x0D, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether this may stand between tokens (JSON5, section 8).
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0xA0, 0xFEFF, 0x2028, 0x2029: true
    case ..<0x80: false
    default: properties.generalCategory == .spaceSeparator
    }
  }

  /// Whether a bare word ends before this.
  var endsWord: Bool {
    switch self {
    case ":", ",", "{", "}", "[", "]", "\"", "'", "/", "=", ";", "#", "(", ")", "`": true
    case "\u{2018}"..."\u{201F}": true
    default: isBlank || value < 0x20
    }
  }

  /// Whether an unquoted name may begin with this (ECMAScript 5.1, section 7.6).
  var startsName: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "$", "_": return true
    case "\0"..."\u{7F}": return false
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default: return false
    }
  }

  /// Whether an unquoted name may go on with this.
  var continuesName: Bool {
    switch self {
    case "0"..."9", "\u{200C}", "\u{200D}": return true
    case "\0"..."\u{7F}": return startsName
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return true
    default: return startsName
    }
  }
}
