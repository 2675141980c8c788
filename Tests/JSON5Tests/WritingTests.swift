import JSON5
import Testing

@Suite("Writing")
struct WritingTests {
  @Test("the layout is that of ECMAScript's JSON.stringify")
  func layout() {
    let node = Node.object([
      ("name", .string("x")), ("list", .array([.integer(1), .array([]), .object([])])),
      ("inner", .object([("on", .bool(true)), ("off", .bool(false)), ("none", .null)])),
    ])
    #expect(
      node.json(indent: 2) == """
        {
          "name": "x",
          "list": [
            1,
            [],
            {}
          ],
          "inner": {
            "on": true,
            "off": false,
            "none": null
          }
        }
        """)
    #expect(
      node.json(indent: 0)
        == #"{"name":"x","list":[1,[],{}],"inner":{"on":true,"off":false,"none":null}}"#)
    #expect(Node.array([.integer(1)]).json(indent: 1) == "[\n 1\n]")
  }

  @Test(
    "numbers are the shortest decimals that read back as the same",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-3, "-3"), (0.1, "0.1"), (1.5, "1.5"),
      (1e15, "1000000000000000"),
      (1e-7, "1e-07"), (1e100, "1e+100"), (1.0 / 3, "0.3333333333333333"),
      (.infinity, "null"), (.nan, "null"),
    ])
  func numbers(value: Double, json: String) {
    #expect(Node.number(value).json() == json)
  }

  @Test("whole numbers are exact over the whole range", arguments: [Int.min, -1, 0, 1, Int.max])
  func integers(value: Int) {
    let json = Node.integer(value).json()
    #expect(json == String(value))
    #expect(JSON5Reader.parse(json, file: 0).node?.integer == value)
  }

  @Test("texts are escaped where JSON demands it, and only there")
  func escapes() {
    let text = "\"\\/\u{08}\u{0C}\n\r\t\u{0}\u{1F}\u{7F}é😀\u{2028}"
    #expect(
      Node.string(text).json()
        == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7F}é😀\u{2028}\"")
  }

  @Test("what is written reads back as the same, and is written as the same bytes")
  func roundTrips() throws {
    for seed in UInt64(1)...300 {
      var dice = Dice(seed: seed)
      let document = randomNode(depth: 5, &dice)
      let json = document.json(indent: Int(seed % 4))
      let (read, problems) = JSON5Reader.parse(json, file: 0)
      #expect(problems.isEmpty, "seed \(seed)")
      let node = try #require(read, "seed \(seed)")
      #expect(isSame(node, document), "seed \(seed)")
      #expect(node.json(indent: Int(seed % 4)) == json, "seed \(seed)")
    }
  }

  @Test("the same document written with every freedom of JSON5 reads as the same")
  func freedoms() throws {
    for seed in UInt64(1)...300 {
      var dice = Dice(seed: seed)
      let document = randomNode(depth: 4, &dice)
      let text = loosely(document, &dice)
      let (read, problems) = JSON5Reader.parse(text, file: 0)
      #expect(problems.isEmpty, "seed \(seed)")
      #expect(isSame(try #require(read, "seed \(seed)"), document), "seed \(seed)")
    }
  }
}

private func isSame(_ a: Node, _ b: Node) -> Bool {
  switch (a.value, b.value) {
  case (.null, .null): true
  case (.bool(let x), .bool(let y)): x == y
  case (.number(let x, _), .number(let y, _)): x == y
  case (.string(let x), .string(let y)): Array(x.utf8) == Array(y.utf8)
  case (.array(let x), .array(let y)):
    x.count == y.count && zip(x, y).allSatisfy { isSame($0, $1) }
  case (.object(let x), .object(let y)):
    x.count == y.count && zip(x, y).allSatisfy { $0.name == $1.name && isSame($0.node, $1.node) }
  default: false
  }
}

private func randomText(_ dice: inout Dice) -> String {
  let alphabet = Array("ab-_.$ \"'\\/\n\r\t\u{0}\u{1F}éß漢😀\u{2028}{}[]:,0".unicodeScalars)
  var text = ""
  for _ in 0..<dice.below(8) { text.unicodeScalars.append(alphabet[dice.below(alphabet.count)]) }
  return text
}

private func randomNumber(_ dice: inout Dice) -> Double {
  switch dice.below(4) {
  case 0: return Double(dice.below(2000) - 1000)
  case 1: return Double(dice.below(100_000)) / 1000
  default:
    let value = Double(bitPattern: dice.next())
    return value.isFinite && value != 0 ? value : 0.25
  }
}

private func randomNode(depth: Int, _ dice: inout Dice) -> Node {
  switch dice.below(depth > 0 ? 8 : 5) {
  case 0: return .null
  case 1: return .bool(dice.below(2) == 0)
  case 2: return .number(randomNumber(&dice))
  case 3: return .integer(Int(truncatingIfNeeded: dice.next()))
  case 4: return .string(randomText(&dice))
  case 5: return .array((0..<dice.below(5)).map { _ in randomNode(depth: depth - 1, &dice) })
  default:
    var members: [(String, Node)] = []
    for _ in 0..<dice.below(5) {
      let name = randomText(&dice)
      if members.contains(where: { $0.0 == name }) { continue }
      members.append((name, randomNode(depth: depth - 1, &dice)))
    }
    return .object(members)
  }
}

/// The document with comments, single quotes, signs, commas at the end, and odd blanks.
private func loosely(_ node: Node, _ dice: inout Dice) -> String {
  let blanks = ["", " ", "\n", "/* , */", "// ] }\n", "\r\n", "\u{FEFF}", "\u{2003}"]
  func blank() -> String { blanks[dice.below(blanks.count)] }
  func list(_ items: [String], _ open: String, _ close: String) -> String {
    let comma = !items.isEmpty && dice.below(2) == 0 ? "," + blank() : ""
    return open + items.joined(separator: ",") + comma + close
  }
  switch node.value {
  case .null, .bool: return blank() + node.json() + blank()
  case .number(let value, _):
    return blank() + (value > 0 && dice.below(2) == 0 ? "+" : "") + node.json() + blank()
  case .string(let text): return blank() + singlyQuoted(text) + blank()
  case .array(let elements):
    return list(elements.map { loosely($0, &dice) }, blank() + "[", blank() + "]" + blank())
  case .object(let members):
    let items = members.map { member in
      let isPlain = !member.name.isEmpty && member.name.allSatisfy { "ab_$".contains($0) }
      let name = isPlain ? member.name : singlyQuoted(member.name)
      return blank() + name + blank() + ":" + loosely(member.node, &dice)
    }
    return list(items, blank() + "{", blank() + "}" + blank())
  }
}

private func singlyQuoted(_ text: String) -> String {
  var result = "'"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "'", "\\": result += "\\" + String(scalar)
    case "\n": result += "\\n"
    case "\r": result += "\\x0d"
    case "\0": result += "\\u0000"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}
