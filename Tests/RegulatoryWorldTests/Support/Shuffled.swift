import Foundation
import JSON5
import Stochastics

/// The scenario files once more, with the keys of every object in another order.
struct Shuffled: ~Copyable {
  /// The shuffled June directive; its baseline lies beside it.
  let path: String
  private let folder: URL

  /// Writes the files to a folder of their own, which goes when the value does.
  init(order seed: UInt64) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "embargo-\(UUID().uuidString)/Scenarios")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var numbers = StreamKey(seed: seed).child("order").stream()
    for name in ["baseline.json5", "june-2026-directive.json5"] {
      let source = URL(filePath: Question.root + "/Scenarios/" + name)
      let text = try String(contentsOf: source, encoding: .utf8)
      guard let node = JSON5Reader.parse(text, file: 0).node else { throw Unreadable(name: name) }
      let shuffled = Shuffled.shuffle(node, &numbers)
      try shuffled.json().write(
        to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }
    path = folder.appending(path: "june-2026-directive.json5").path()
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  private struct Unreadable: Error { let name: String }

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
