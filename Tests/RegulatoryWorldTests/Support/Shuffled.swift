import Foundation
import JSON5
import Stochastics

/// The scenario files once more, with the keys of every object in another order.
enum Shuffled {
  /// Writes the shuffled June directive and its baseline to a folder of their own for as long as
  /// `body` runs with the path of the directive.
  static func withFiles(order seed: UInt64, _ body: (_ path: String) throws -> Void) throws {
    var numbers = StreamKey(seed: seed).child("order").stream()
    try ScenarioCopies.withFiles(
      { text in
        guard let node = JSON5Reader.parse(text, file: 0).node else { throw Unreadable() }
        return Shuffled.shuffle(node, &numbers).json()
      }, body)
  }

  private struct Unreadable: Error {}

  private static func shuffle(_ node: Node, _ numbers: inout RandomStream) -> Node {
    switch node.value {
    case .object(let members):
      var rest = members
      var mixed: [Member] = []
      while !rest.isEmpty {
        let place = Int(numbers.uniform() * Double(rest.count))
        var member = rest.remove(at: place)
        member.node = shuffle(member.node, &numbers)
        mixed.append(member)
      }
      return Node(.object(mixed), at: node.position)
    case .array(let elements):
      return Node(.array(elements.map { shuffle($0, &numbers) }), at: node.position)
    case .null, .bool, .number, .string: return node
    }
  }
}

/// The scenario files once more, with another text.
enum ScenarioCopies {
  /// Writes the June directive and its baseline, changed, to a folder of their own for as long as
  /// `body` runs with the path of the directive.
  static func withFiles(
    _ change: (_ text: String) throws -> String, _ body: (_ path: String) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "embargo-\(UUID())")
    let folder = root.appending(path: "Scenarios")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    for name in ["baseline.json5", "june-2026-directive.json5"] {
      let source = URL(filePath: Question.root + "/Scenarios/" + name)
      let text = try String(contentsOf: source, encoding: .utf8)
      try change(text).write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }
    try body(folder.appending(path: "june-2026-directive.json5").path())
  }
}
