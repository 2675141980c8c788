import Arguments
import Foundation
import Testing

@Suite("Completions")
struct CompletionTests {
  /// What bash offers for the last of some words.
  private func bash(_ words: [String]) throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "--norc", "-c",
      courier.completionScript(for: .bash) + """
        COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1)
        _courier 2>&1; printf '%s\\n' "${COMPREPLY[@]}"
        """,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(
    "in bash offer what may come next",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
    arguments: [
      (["courier", ""], ["send", "track", "compare", "cities", "help", "--help", "--version"]),
      (["courier", "s"], ["send"]),
      (["courier", "help", "t"], ["track"]),
      (["courier", "send", "--in"], ["--insured"]),
      (["courier", "send", "box", "--l"], ["--label"]),
      (["courier", "send", "--speed", ""], ["slow", "usual", "express"]),
      (["courier", "send", "--speed", "="], ["slow", "usual", "express"]),
      (["courier", "send", "--speed", "=", "e"], ["express"]),
      (["courier", "send", "--copies", ""], []),
      (["courier", "send", "/dev/nul"], ["/dev/null"]),
      (["courier", "send", "--receipt-folder-for-the-counter", "/us"], ["/usr"]),
      (["courier", "track", ""], []),
      (["courier", "track", "--"], ["--history", "--help"]),
      (["courier", "cities", "s"], ["south"]),
    ])
  func bashOffers(words: [String], expected: [String]) throws {
    #expect(try bash(words) == expected)
  }

  @Test("name every command and option in every shell", arguments: Shell.allCases)
  func complete(shell: Shell) {
    let script = courier.completionScript(for: shell)
    for command in courier.commands {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(shell == .fish ? "-l \(option.name)" : "--\(option.name)"))
      }
    }
  }

  static let awkward = Program(
    name: "it-s", summary: "", version: "",
    commands: [
      Command(
        name: "do", summary: "does what's asked",
        options: [.value("per", "N", "how many [of 'em]: a number", .integer(1...9))])
    ])

  @Test(
    "keep quotes, brackets and colons from the shell",
    arguments: [
      (Shell.zsh, #"'do:does what'\''s asked'"#),
      (Shell.zsh, #"'--per=[how many \[of '\''em\]\: a number]:N: '"#),
      (Shell.zsh, "compdef _it_s it-s"),
      (Shell.fish, #"-d 'does what\'s asked'"#),
      (Shell.fish, #"-l per -r -f -d 'how many [of \'em]: a number'"#),
      (Shell.bash, "complete -F _it_s it-s"),
    ])
  func quoting(shell: Shell, line: String) {
    #expect(Self.awkward.completionScript(for: shell).contains(line))
  }
}
