import JSON5

/// Changes to single addresses of a tree, as given by `--set ADDRESS=VALUE`.
struct Settings {
  private(set) var tree: Node
  private(set) var problems: [Problem] = []
  private(set) var implied: Set<String> = []

  /// The number under which positions name the settings; each is one line.
  private let file: Int

  init(tree: Node, file: Int) {
    self.tree = tree
    self.file = file
  }

  mutating func apply(_ path: String, _ value: String, line: Int) {
    let start = SourcePosition(file: file, line: line, column: 1)
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !names.contains(""), names.count <= Limits.standard.nesting else {
      note(
        "\(shown(path)) is not an address", address: "",
        remedy: "write names with dots between them, as in labs.anthropic.foreign_staff_share",
        at: start)
      return
    }
    guard names != ["extends"] else {
      note(
        "extends cannot be set, because files are read before settings", address: path, remedy: nil,
        at: start)
      return
    }
    let shift = path.unicodeScalars.count + 1
    guard let node = parse(value, path: path, line: line, shift: shift) else { return }
    if let edited = edited(tree, names[...], to: node, address: "", at: start) {
      implied.remove(path)
      tree = edited
    }
  }

  /// The value, with positions in the text `ADDRESS=VALUE`.
  private mutating func parse(_ value: String, path: String, line: Int, shift: Int) -> Node? {
    let (node, found) = JSON5Reader.parse(value, file: file)
    if found.isEmpty, let node { return node.moved(line: line, shift: shift) }
    let start = SourcePosition(file: file, line: line, column: 1 + shift)
    if isBareWord(value) { return Node(.string(value), at: start) }
    guard !value.isEmpty else {
      note("no value is given for \(path)", address: path, remedy: "write \(path)=VALUE", at: start)
      return nil
    }
    if let remedy = SettingRemedy.of(value) {
      note("\(shown(value)) is no value", address: path, remedy: remedy, at: start)
      return nil
    }
    for problem in found {
      note(
        problem.message, address: path, remedy: problem.remedy,
        at: problem.position.moved(line: line, shift: shift))
    }
    return nil
  }

  /// Ids, dates and names of events are words: they hold no blanks, quotes, brackets or commas.
  private func isBareWord(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
        default: false
        }
      }
  }

  /// The tree with one address changed; nothing if that is not possible.
  private mutating func edited(
    _ node: Node, _ names: ArraySlice<String>, to value: Node, address: String,
    at start: SourcePosition
  ) -> Node? {
    guard let name = names.first else { return value }
    let inside = address.isEmpty ? name : address + "." + name
    switch node.value {
    case .object(var members):
      if names.count == 1 { return overlaid(node, name, value, address: address, at: start) }
      if let index = members.firstIndex(where: { $0.name == name }) {
        guard
          let child = edited(
            members[index].node, names.dropFirst(), to: value, address: inside, at: start)
        else { return nil }
        members[index].node = child
      } else {
        let empty = Node(.object([]), at: start)
        guard
          let child = edited(empty, names.dropFirst(), to: value, address: inside, at: start)
        else { return nil }
        implied.insert(inside)
        members.append(Member(name, at: start, node: child))
      }
      return Node(.object(members), at: node.position)
    case .array(var elements):
      guard let index = Int(name), elements.indices.contains(index) else {
        note(
          "\(address) has no element \(shown(name))", address: inside,
          remedy: elements.isEmpty ? "it is empty" : "it has 0 to \(elements.count - 1)",
          at: start)
        return nil
      }
      guard
        let child = edited(
          elements[index], names.dropFirst(), to: value, address: inside, at: start)
      else { return nil }
      elements[index] = child
      return Node(.array(elements), at: node.position)
    case .null, .bool, .number, .string:
      note(
        "\(address) is \(node.value.described), and has no \(shown(name)) in it", address: inside,
        remedy: "set \(address) as a whole", at: start)
      return nil
    }
  }

  private mutating func overlaid(
    _ node: Node, _ name: String, _ value: Node, address: String, at start: SourcePosition
  ) -> Node {
    var merging = Merging()
    let overlay = Node(.object([Member(name, at: start, node: value)]), at: node.position)
    let result = merging.merge(overlay, onto: node, address: address)
    problems += merging.problems
    return result
  }

  private mutating func note(
    _ message: String, address: String, remedy: String?, at position: SourcePosition
  ) {
    problems.append(
      Problem(position: position, address: address, message: message, remedy: remedy))
  }
}

extension SourcePosition {
  /// The position within `ADDRESS=VALUE` of a position within `VALUE`.
  fileprivate func moved(line: Int, shift: Int) -> SourcePosition {
    SourcePosition(file: file, line: line, column: self.line == 1 ? column + shift : column)
  }
}

extension Node {
  fileprivate func moved(line: Int, shift: Int) -> Node {
    let place = position.moved(line: line, shift: shift)
    switch value {
    case .array(let elements):
      return Node(.array(elements.map { $0.moved(line: line, shift: shift) }), at: place)
    case .object(let members):
      let moved = members.map { member in
        Member(
          member.name, at: member.namePosition.moved(line: line, shift: shift),
          node: member.node.moved(line: line, shift: shift))
      }
      return Node(.object(moved), at: place)
    case .null, .bool, .number, .string: return Node(value, at: place)
    }
  }
}
