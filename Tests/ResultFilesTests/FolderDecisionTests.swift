import ResultFiles
import Testing

@Suite struct FolderDecisionTests {
  private static let equal = Occupant.result(differences: [])
  private static let other = Occupant.result(differences: ["seed 1, not 2"])
  private static let none = FolderOptions()
  private static let force = FolderOptions(force: true)
  private static let resume = FolderOptions(resume: true)
  private static let both = FolderOptions(force: true, resume: true)

  private static func refusal(_ path: String, _ reason: Refusal.Reason) -> FolderDecision {
    .refuse(Refusal(path: path, reason: reason))
  }

  private static let unfinished = refusal("R.part", .unfinished)
  private static let otherPart = refusal("R.part", .otherInputs(["seed 1, not 2"]))
  private static let otherResult = refusal("R", .otherInputs(["seed 1, not 2"]))
  private static let foreign = refusal("R", .foreign)
  private static let foreignPart = refusal("R.part", .foreign)

  @Test(
    "every row of the folder rules",
    arguments: [
      // DIR, DIR.part, then what happens with no option, --force, --resume and both.
      (.nothing, .nothing, [.start, .start, .start, .start]),
      (.nothing, equal, [unfinished, .start, .resume, .resume]),
      (.nothing, other, [unfinished, .start, otherPart, .start]),
      (.nothing, .foreign, [foreignPart, foreignPart, foreignPart, foreignPart]),
      (equal, .nothing, [.nothingToDo, .start, .nothingToDo, .start]),
      (equal, equal, [.nothingToDo, .start, .nothingToDo, .resume]),
      (equal, other, [.nothingToDo, .start, .nothingToDo, .start]),
      (equal, .foreign, [.nothingToDo, foreignPart, .nothingToDo, foreignPart]),
      (other, .nothing, [otherResult, .start, otherResult, .start]),
      (other, equal, [otherResult, .start, otherResult, .resume]),
      (other, other, [otherResult, .start, otherResult, .start]),
      (other, .foreign, [otherResult, foreignPart, otherResult, foreignPart]),
      (.foreign, .nothing, [foreign, foreign, foreign, foreign]),
      (.foreign, equal, [foreign, foreign, foreign, foreign]),
    ] as [(Occupant, Occupant, [FolderDecision])])
  func rules(finished: Occupant, part: Occupant, expected: [FolderDecision]) {
    let options = [Self.none, Self.force, Self.resume, Self.both]
    let decisions = options.map {
      FolderDecision.decide(at: "R", finished: finished, part: part, options: $0)
    }
    #expect(decisions == expected)
  }

  @Test("refusals say what is there and what would help")
  func words() {
    #expect("\(Refusal(path: "R.part", reason: .unfinished))".contains("--resume"))
    #expect("\(Refusal(path: "R", reason: .otherInputs(["seed 1, not 2"])))".contains("seed 1"))
  }
}
