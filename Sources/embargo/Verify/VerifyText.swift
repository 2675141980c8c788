import ResultFiles

/// What `verify` says.
enum VerifyText {
  /// A title, the files without a difference, and a line for each of the others.
  static func lines(_ compared: [Verification.Compared], _ title: String) -> [String] {
    let equal = compared.filter { $0.differences == 0 }.map(words)
    let text =
      equal.isEmpty
      ? [] : Prose.lines(Prose.list(equal), head: "  equal: ", hanging: 4, width: Prose.width)
    let others = compared.filter { $0.differences > 0 }.map {
      "  \(words($0)): \(Figures.counted($0.differences, "difference"))"
    }
    return [title + ", and compared to the byte:"] + text + others
  }

  private static func words(_ compared: Verification.Compared) -> String {
    compared.rows.map { "\(compared.file) (\(Figures.counted($0, "row")))" } ?? compared.file
  }

  /// The differences that are told, those of rows first, and how many there are besides.
  static func differences(
    _ verification: Verification, _ description: ResultDescription
  ) -> String {
    let steps = [
      ("running rows again gives", verification.rowDifferences),
      ("what the stored rows say gives", verification.answerDifferences),
    ]
    return steps.filter { $0.1.count > 0 }.map { words, found in
      let more = found.count - found.first.count
      let text =
        ["embargo: \(words) \(Figures.counted(found.count, "difference")) to the files:"]
        + found.first.flatMap { told($0, verification.folder, description) }
        + (more > 0 ? ["and \(Figures.counted(more, "more difference"))"] : [])
      return text.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func told(
    _ difference: Difference, _ folder: String, _ description: ResultDescription
  ) -> [String] {
    ["\(folder)/\(difference)"]
      + (difference.row.map { ["   run it again: " + description.replay($0)] } ?? [])
  }
}
