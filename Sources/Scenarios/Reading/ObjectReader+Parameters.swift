import JSON5
import Stochastics

extension ObjectReader {
  /// Reads a number or its distribution.
  ///
  /// - Parameters:
  ///   - key: the key under which it stands.
  ///   - quantity: the unit, and the values that are possible; of a distribution all must be.
  ///   - meaning: what the number is, in words.
  public func parameter(_ key: String, _ quantity: Quantity, meaning: String) -> Parameter {
    record(key, .number, meaning, required: true, quantity: quantity)
    let node = ask(key, expected: "\(meaning) (\(quantity.described))")
    return parameter(key, node, quantity, meaning: meaning)
  }

  /// Reads a number or its distribution, where it may be left out.
  public func optionalParameter(
    _ key: String, _ quantity: Quantity, meaning: String
  ) -> Parameter? {
    record(key, .number, meaning, required: false, quantity: quantity)
    return ask(key, expected: nil).map { parameter(key, $0, quantity, meaning: meaning) }
  }

  /// Reads a number or its distribution, where a fixed number stands for what is left out.
  ///
  /// - Parameters:
  ///   - key: the key under which it may stand.
  ///   - quantity: the unit, and the values that are possible; of a distribution all must be.
  ///   - meaning: what the number is, in words.
  ///   - standing: the number that stands.
  ///   - evidence: what that number rests on.
  ///   - source: where it was found.
  public func parameter(
    _ key: String, _ quantity: Quantity, meaning: String, default standing: Double,
    evidence: Evidence, source: String
  ) -> Parameter {
    record(key, .number, meaning, required: false, quantity: quantity)
    if let node = ask(key, expected: nil) {
      return parameter(key, node, quantity, meaning: meaning)
    }
    precondition(quantity.complaint(about: standing) == nil, "a default that is not possible")
    let grade: [(String, Node)] = [
      ("value", .number(standing)), ("evidence", .string(evidence.rawValue)),
      ("source", .string(source)),
    ]
    keep(default: .object(grade), key)
    return findings.register(
      ParameterEntry(
        address: address(of: key), meaning: meaning, quantity: quantity,
        distribution: .fixed(standing), evidence: evidence, source: source, note: nil,
        position: nil))
  }

  /// Reads a whole number that is the same in every draw; the lowest possible if it cannot be read.
  ///
  /// It is a parameter like any other, so that it is listed and can be set.
  public func integer(
    _ key: String, in range: ClosedRange<Int>, meaning: String, unit: String = "count"
  ) -> Int {
    let quantity = whole(range, unit: unit)
    record(key, .integer, meaning, required: true, quantity: quantity)
    let node = ask(key, expected: "\(meaning) (\(quantity.described))")
    return integer(key, node, range, quantity, meaning: meaning) ?? range.lowerBound
  }

  /// Reads a whole number that is the same in every draw, where one stands for what is left out.
  public func integer(
    _ key: String, in range: ClosedRange<Int>, meaning: String, unit: String = "count",
    default standing: Int
  ) -> Int {
    let quantity = whole(range, unit: unit)
    record(key, .integer, meaning, required: false, quantity: quantity)
    let node = ask(key, expected: nil)
    if node == nil { keep(default: .integer(standing), key) }
    return integer(key, node ?? .integer(standing), range, quantity, meaning: meaning) ?? standing
  }

  /// The largest value that a parameter can take; nothing if it has none or could not be read.
  public func latest(_ parameter: Parameter) -> Double? {
    end(of: parameter) { $0.upperBound }
  }

  /// The smallest value that a parameter can take; nothing if it has none or could not be read.
  public func earliest(_ parameter: Parameter) -> Double? {
    end(of: parameter) { $0.lowerBound }
  }
}

extension ObjectReader {
  private func end(
    of parameter: Parameter, _ end: (ClosedRange<Double>) -> Double
  ) -> Double? {
    let entry = findings.entries[parameter.index]
    guard !findings.failed.contains(entry.address), entry.position != nil else { return nil }
    let value = end(entry.distribution.support)
    return value.isFinite ? value : nil
  }

  private func parameter(
    _ key: String, _ node: Node?, _ quantity: Quantity, meaning: String, isStructural: Bool = false
  ) -> Parameter {
    let leaf = node.flatMap { read(key, $0, quantity) }
    // What stands around a number grades it; its own source goes before that around it.
    let grade = leaf.flatMap { leaf in
      leaf.evidence == nil ? scope.grade(ofNumberAt: leaf.position) : nil
    }
    return findings.register(
      ParameterEntry(
        address: address(of: key), meaning: meaning, quantity: quantity,
        distribution: leaf?.distribution ?? .fixed(quantity.placeholder),
        evidence: leaf?.evidence ?? grade?.evidence, source: leaf?.source ?? grade?.source,
        note: leaf?.note, position: node?.position, isStructural: isStructural))
  }

  private func integer(
    _ key: String, _ node: Node?, _ range: ClosedRange<Int>, _ quantity: Quantity, meaning: String
  ) -> Int? {
    let parameter = parameter(key, node, quantity, meaning: meaning, isStructural: true)
    let entry = findings.entries[parameter.index]
    guard let node, !findings.failed.contains(entry.address) else { return nil }
    guard let constant = entry.distribution.fixedValue else {
      reject(key, node, expected: "one whole number", remedy: "it cannot be uncertain")
      return nil
    }
    // The text is exact where the number, from 2^53 on, is not.
    let value = node.integer ?? Int(exactly: constant)
    guard let value, range.contains(value) else {
      reject(key, node, expected: "\(quantity.limits) exactly")
      return nil
    }
    return value
  }

  private func whole(_ range: ClosedRange<Int>, unit: String) -> Quantity {
    Quantity(
      unit: unit, bounds: Double(range.lowerBound)...Double(range.upperBound), integral: true)
  }

  private func read(_ key: String, _ node: Node, _ quantity: Quantity) -> NumberLeaf? {
    let full = address(of: key)
    var reading = NumberReading(address: full, quantity: quantity)
    let leaf = reading.read(node)
    findings.problems += reading.problems
    if leaf == nil { findings.fail(full) }
    return leaf
  }
}
