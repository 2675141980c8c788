/// The known word that is probably meant by a mistyped one, `nil` when none is near.
///
/// Near is a beginning of at least two letters that only one known word has, or at most one
/// mistake in three letters: a letter too many, missing, wrong, or two of them exchanged. Among
/// equally near words the first one is taken.
func nearest(to word: String, among known: [String]) -> String? {
  let letters = Array(word.lowercased())
  let stem = letters.drop { $0 == "-" }
  if stem.count >= 2 {
    let longer = known.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    if longer.count == 1 { return longer[0] }
  }
  var best: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(letters, Array(candidate.lowercased()))
    let length = min(stem.count, candidate.drop { $0 == "-" }.count)
    if distance > max(1, length / 3) || distance >= length { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// How many mistakes part two words: letters too many, missing, wrong or exchanged with the next.
///
/// The restricted distance of F. J. Damerau ("A technique for computer detection and correction
/// of spelling errors", *Communications of the ACM* 7, 1964), by dynamic programming.
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1..<(left.count + 1) {
    var current = [row]
    for column in 1..<(right.count + 1) {
      let isSame = left[row - 1] == right[column - 1]
      var cost = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      let isExchange =
        row > 1 && column > 1
        && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
      if isExchange { cost = min(cost, beforeLast[column - 2] + 1) }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
