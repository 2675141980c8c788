/// Why a value will not do.
public struct ValueFault: Error, Sendable, Hashable {
  /// What is wrong, as the rest of a sentence that begins with an address.
  public let message: String
  /// What would be right, where that can be said.
  public let remedy: String?

  /// Makes a fault.
  public init(_ message: String, remedy: String?) {
    self.message = message
    self.remedy = remedy
  }
}

extension Quantity {
  /// The value that a text gives, as it stands in a cell or after an equals sign.
  ///
  /// - Throws: what is wrong with it, and what was probably meant.
  public func value(of text: String) throws(ValueFault) -> Double {
    guard let value = DecimalNumber.read(text) else { throw fault(inPlaceOfNumber: text) }
    guard value.isFinite else {
      throw ValueFault(
        "cannot be \(shown(text)), which is too large", remedy: "numbers reach to about 1.8e308")
    }
    if let fault = fault(of: value) { throw fault }
    return value
  }

  /// What is wrong with a value; nothing if it is possible.
  public func fault(of value: Double) -> ValueFault? {
    guard let complaint = complaint(about: value) else { return nil }
    let isFraction = value.isFinite && bounds.contains(value)
    return ValueFault(complaint, remedy: isFraction ? wholeRemedy(for: value) : remedy(for: value))
  }

  /// The two nearest whole numbers, so far as they are possible.
  private func wholeRemedy(for value: Double) -> String? {
    let near = [value.rounded(.down), value.rounded(.up)].filter(bounds.contains).map { shown($0) }
    return near.isEmpty ? nil : "write " + near.joined(separator: " or ")
  }

  private func fault(inPlaceOfNumber text: String) -> ValueFault {
    let plain = self == .number ? "write a number" : "write a number (\(described))"
    if text.isEmpty { return ValueFault("has no value", remedy: plain) }
    let kind = NumberSlip.isMissing(text) ? "a finite number" : "a number"
    return ValueFault(
      "must be \(kind), but is \(shown(text))",
      remedy: NumberSlip.remedy(for: text, quantity: self) ?? plain)
  }
}
