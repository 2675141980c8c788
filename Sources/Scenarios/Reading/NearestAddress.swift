/// What to do about an address that does not exist, as far as that can be told.
///
/// - Parameters:
///   - name: what was written.
///   - known: the addresses that would be right.
/// - Returns: the nearest address as a question; failing that, one of which only the end or the
///   beginning was written; or what there is in a group that was taken for a number.
public func addressRemedy(for name: String, among known: [String]) -> String? {
  let inside = known.filter { $0.hasPrefix(name + ".") }
  if let first = inside.first {
    return inside.count == 1
      ? "did you mean '\(first)'?"
      : "it holds \(inside.count) numbers; write the address of one, such as \(first)"
  }
  if let near = nearestName(to: name, among: known) { return "did you mean '\(near)'?" }
  let ending = known.filter { $0.hasSuffix("." + name) }
  switch ending.count {
  case 0: return onlyName(beginning: name, among: known).map { "did you mean '\($0)'?" }
  case 1: return "did you mean '\(ending[0])'?"
  default: return "write the whole address, such as \(ending[0])"
  }
}
