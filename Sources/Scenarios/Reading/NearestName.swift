/// The known name that someone most likely meant.
///
/// Near is what one slip in three letters leads to, at least one and at most four: a letter left
/// out, put in, exchanged for another or for its neighbour (Damerau 1964; the optimal string
/// alignment distance). Capital letters count as small ones.
///
/// - Parameters:
///   - name: what was written.
///   - known: the names that would be right; of equally near ones the first is taken.
/// - Returns: the nearest, or nothing if none is near.
public func nearestName(to name: String, among known: [String]) -> String? {
  let letters = Array(name.lowercased().unicodeScalars.prefix(200))
  var best: (name: String, distance: Int)?
  for candidate in known {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(200))
    let allowed = min(4, max(1, max(letters.count, other.count) / 3))
    guard abs(letters.count - other.count) <= allowed else { continue }
    let distance = alignmentDistance(letters, other)
    guard distance <= allowed, distance < min(letters.count, other.count) else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.name
}

/// The least number of slips that turn one into the other.
private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var older = [Int](repeating: 0, count: b.count + 1)
  var old = Array(0...b.count)
  for i in a.indices {
    var new = [i + 1]
    for j in b.indices {
      var least = min(old[j] + (a[i] == b[j] ? 0 : 1), old[j + 1] + 1, new[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, older[j - 1] + 1) }
      new.append(least)
    }
    (older, old) = (old, new)
  }
  return old[b.count]
}

/// The only known name that begins with what was written and goes on with a unit or the like.
///
/// `spend` is short for `spend_usd_per_year` where nothing else begins so.
func onlyName(beginning name: String, among known: [String]) -> String? {
  let longer = known.filter { $0.hasPrefix(name.lowercased() + "_") }
  return longer.count == 1 ? longer[0] : nil
}
