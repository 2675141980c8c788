import JSON5
import Stochastics

/// A number as it is written: itself, or an object with its distribution and evidence.
struct NumberLeaf {
  var distribution: Distribution
  var evidence: Evidence?
  var source: String?
  var note: String?

  /// Where the number itself is written; its file is the one whose claims hold for it.
  var position: SourcePosition

  /// Where the number in a node is written.
  static func position(of node: Node) -> SourcePosition {
    let shape = node.members?.first { DistributionShape(rawValue: $0.name) != nil }
    return shape?.namePosition ?? node.position
  }
}

/// One attempt to read a number.
struct NumberReading {
  let address: String
  let quantity: Quantity
  private(set) var problems: [Problem] = []

  init(address: String, quantity: Quantity) {
    self.address = address
    self.quantity = quantity
  }

  /// The number; nothing if it is none or cannot be what it should be, which is then noted.
  mutating func read(_ node: Node) -> NumberLeaf? {
    guard let members = node.members else { return plain(node) }
    checkKeys(members)
    guard let (shape, member) = shape(in: members, of: node) else { return nil }
    guard let form = shape.shape(of: member.node) else {
      note(
        "\(address).\(shape.rawValue) is not as it should be", remedy: "write \(shape.form)",
        at: member.node.position)
      return nil
    }
    guard let distribution = distribution(form, members, at: member.node.position),
      isPossible(form, distribution, at: member.node.position)
    else { return nil }
    var leaf = NumberLeaf(distribution: distribution, position: member.namePosition)
    grade(&leaf, members)
    return problems.isEmpty ? leaf : nil
  }

  private mutating func plain(_ node: Node) -> NumberLeaf? {
    guard let number = node.number, number.isFinite else {
      note(
        "\(address) must be a number (\(quantity.described)), but is \(node.value.described)",
        remedy: remedy(inPlaceOf: node), at: node.position)
      return nil
    }
    if let complaint = quantity.complaint(about: number) {
      note("\(address) \(complaint)", remedy: quantity.remedy(for: number), at: node.position)
      return nil
    }
    return NumberLeaf(distribution: .fixed(number), position: node.position)
  }

  /// How to say what was probably meant by something that is no number.
  private func remedy(inPlaceOf node: Node) -> String? {
    switch node.value {
    case .bool: return quantity.bounds == 0...1 ? "write 1 for true and 0 for false" : nil
    case .array:
      if let ends = numbers(node, 2) {
        return "a range is written { uniform: [\(shown(ends[0])), \(shown(ends[1]))] }"
      }
      return numbers(node, 3) == nil
        ? nil : "a range with a likeliest value is written { triangular: [LOW, MODE, HIGH] }"
    case .string(let text):
      if Double(text) != nil { return "write it without quotes" }
      if CivilDate(iso: text) != nil { return "days are counted from start_date, which is day 0" }
      guard text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return nil }
      return "write the number alone"
        + (quantity.integral ? "" : ", or a range as in { uniform: [LOW, HIGH] }")
    case .null, .number, .object: return nil
    }
  }

  /// The one shape that the object gives.
  private mutating func shape(
    in members: [Member], of node: Node
  ) -> (DistributionShape, Member)? {
    let shapes = members.compactMap { member in
      DistributionShape(rawValue: member.name).map { ($0, member) }
    }
    if shapes.count > 1 {
      let names = shapes.map(\.0.rawValue).joined(separator: " and ")
      note(
        "\(address) gives more than one distribution: \(names)", remedy: "keep one of them",
        at: shapes[1].1.namePosition)
      return nil
    }
    if shapes.isEmpty, problems.isEmpty {
      let names = DistributionShape.allCases.map(\.rawValue).joined(separator: ", ")
      note(
        "\(address) must be a number (\(quantity.described)), but is an object without one",
        remedy: "write a number, or an object with one of \(names)", at: node.position)
    }
    return shapes.first
  }

  private mutating func checkKeys(_ members: [Member]) {
    let extras = ["truncate", "evidence", "source", "note"]
    let known = DistributionShape.allCases.map(\.rawValue) + extras
    for member in members where !known.contains(member.name) && !member.name.hasPrefix("$") {
      let near = nearestName(to: member.name, among: known)
      note(
        "unknown key \(shown(member.name)) in \(address)",
        remedy: near.map { "did you mean '\($0)'?" }
          ?? "keys of a number: " + known.joined(separator: ", "),
        at: member.namePosition)
    }
  }

  private mutating func distribution(
    _ form: Distribution.Shape, _ members: [Member], at position: SourcePosition
  ) -> Distribution? {
    var bounds: (low: Double, high: Double)?
    if let truncation = members.first(where: { $0.name == "truncate" })?.node {
      guard let ends = numbers(truncation, 2) else {
        note(
          "\(address).truncate is not as it should be", remedy: "write truncate: [LOW, HIGH]",
          at: truncation.position)
        return nil
      }
      bounds = (ends[0], ends[1])
    }
    do throws(DistributionError) {
      guard let bounds else { return try Distribution(form) }
      return try Distribution(form, from: bounds.low, to: bounds.high)
    } catch {
      note("\(address) \(error.words)", remedy: nil, at: position)
      return nil
    }
  }

  /// Whether everything that the distribution can give is possible.
  private mutating func isPossible(
    _ form: Distribution.Shape, _ distribution: Distribution, at position: SourcePosition
  ) -> Bool {
    if let value = distribution.fixedValue {
      guard let complaint = quantity.complaint(about: value) else { return true }
      note("\(address) \(complaint)", remedy: quantity.remedy(for: value), at: position)
      return false
    }
    let (support, bounds) = (distribution.support, quantity.bounds)
    guard bounds.contains(support.lowerBound), bounds.contains(support.upperBound) else {
      let outside = outside(support)
      note("\(address) \(outside.message)", remedy: outside.remedy, at: position)
      return false
    }
    guard quantity.integral, let fraction = listed(form).first(where: { !isWhole($0) }) else {
      return true
    }
    note(
      "\(address) must be a whole number, but can be \(shown(fraction))", remedy: nil,
      at: position)
    return false
  }

  private func listed(_ form: Distribution.Shape) -> [Double] {
    switch form {
    case .discrete(let values, _): values
    case .empirical(let values): values
    case .constant, .uniform, .triangular, .pert, .normal, .lognormal, .beta: []
    }
  }

  private func outside(_ support: ClosedRange<Double>) -> (message: String, remedy: String) {
    let bounds = quantity.bounds
    let low = bounds.lowerBound.isFinite ? shown(bounds.lowerBound) : "LOWEST"
    let high = bounds.upperBound.isFinite ? shown(bounds.upperBound) : "HIGHEST"
    let reach: String
    switch (bounds.lowerBound.isFinite, bounds.upperBound.isFinite) {
    case (true, false): reach = "fall below \(low)"
    case (false, true): reach = "rise above \(high)"
    case (true, true), (false, false): reach = "fall outside \(low)…\(high)"
    }
    let isBounded = support.lowerBound.isFinite && support.upperBound.isFinite
    let range =
      isBounded
      ? ": it runs from \(shown(support.lowerBound)) to \(shown(support.upperBound))" : ""
    return ("can \(reach)\(range)", "add truncate: [\(low), \(high)]")
  }

  private mutating func grade(_ leaf: inout NumberLeaf, _ members: [Member]) {
    for member in members {
      switch member.name {
      case "evidence": leaf.evidence = text(member).flatMap { evidence($0, member) }
      case "source": leaf.source = text(member)
      case "note": leaf.note = text(member)
      default: break
      }
    }
  }

  private mutating func text(_ member: Member) -> String? {
    if let text = member.node.string { return text }
    note(
      "\(address).\(member.name) must be a text, but is \(member.node.value.described)",
      remedy: "write it in quotes", at: member.node.position)
    return nil
  }

  private mutating func evidence(_ text: String, _ member: Member) -> Evidence? {
    if let evidence = Evidence(rawValue: text) { return evidence }
    note(
      Evidence.complaint(about: text, address: "\(address).evidence"),
      remedy: Evidence.remedy(for: text), at: member.node.position)
    return nil
  }

  private mutating func note(_ message: String, remedy: String?, at position: SourcePosition) {
    problems.append(
      Problem(position: position, address: address, message: message, remedy: remedy))
  }
}
