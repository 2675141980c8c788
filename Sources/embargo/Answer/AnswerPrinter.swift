/// Prints an answer and decides how to leave.
enum AnswerPrinter {
  static func tell(
    _ findings: Findings, _ format: Format, isQuiet: Bool, remark: String
  ) throws(Failure) -> ExitCode {
    let text =
      switch (format, findings.isSweep) {
      case (.table, false): AnswerText.text(findings)
      case (.csv, false): AnswerData.csv(findings)
      case (.json, false): AnswerData.json(findings)
      case (.table, true): SweepText.text(findings)
      case (.csv, true): SweepData.csv(findings)
      case (.json, true): SweepData.json(findings)
      }
    do throws(Failure) {
      try StandardStreams.answer(text)
    } catch {
      throw Failure(error.code, "\(error.message)\nThe tables are in \(findings.folder)")
    }
    if !isQuiet { StandardStreams.remark("embargo: \(remark)\n") }
    guard let first = findings.told.firstFailure else { return .done }
    let (failed, all) = (findings.told.failed, findings.told.replications)
    StandardStreams.remark(
      "embargo: \(Figures.grouped(failed)) of \(Figures.grouped(all)) replications failed, the"
        + " first with: \(first.message)\n"
        + "\(findings.folder)/failures.csv has all of them, with commands that show them again\n")
    return .partial
  }
}
