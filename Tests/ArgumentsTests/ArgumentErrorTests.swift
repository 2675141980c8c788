import Arguments
import Testing

@Suite("A wrong command line")
struct ArgumentErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var error: ArgumentError
    var words: String
    var testDescription: String { line }

    init(_ line: String, _ error: ArgumentError, _ words: String) {
      self.line = line
      self.error = error
      self.words = words
    }
  }

  static let sendUsage = "courier send PARCEL [CITY]"

  static let commands = [
    Case(
      "", .missingCommand(program: "courier", commands: ["send", "track", "compare", "cities"]),
      "courier needs a command: send, track, compare, cities. 'courier --help' explains them."),
    Case(
      "sned box", .unknownCommand("sned", program: "courier", nearest: "send"),
      "'sned' is not a command of courier; did you mean 'send'? 'courier --help' lists them."),
    Case(
      "deliver", .unknownCommand("deliver", program: "courier", nearest: nil),
      "'deliver' is not a command of courier. 'courier --help' lists them."),
    Case(
      "help trakc", .unknownCommand("trakc", program: "courier", nearest: "track"),
      "'trakc' is not a command of courier; did you mean 'track'? 'courier --help' lists them."),
    Case(
      "--quiet send box", .optionBeforeCommand("--quiet", program: "courier"),
      "The command comes before its options: write 'courier COMMAND --quiet'."),
  ]

  static let options = [
    Case(
      "send box --wieght 3",
      .unknownOption("--wieght", command: "courier send", nearest: "--weight", elsewhere: []),
      "'courier send' has no option --wieght; did you mean '--weight'? "
        + "'courier send --help' lists them."),
    Case(
      "send box --zzz=3",
      .unknownOption("--zzz", command: "courier send", nearest: nil, elsewhere: []),
      "'courier send' has no option --zzz. 'courier send --help' lists them."),
    Case(
      "send box --history",
      .unknownOption(
        "--history", command: "courier send", nearest: nil, elsewhere: ["courier track"]),
      "'courier send' has no option --history; it belongs to 'courier track'."),
    Case(
      "send box -quiet",
      .unknownOption("-quiet", command: "courier send", nearest: "--quiet", elsewhere: []),
      "'courier send' has no option -quiet; did you mean '--quiet'? "
        + "'courier send --help' lists them."),
    Case(
      "send box --copies", .missingValue(option: "--copies", valueName: "N"),
      "--copies needs a value: write '--copies N'; "
        + "a value that begins with a dash is written '--copies=N'."),
    Case(
      "send box --copies --quiet", .missingValue(option: "--copies", valueName: "N"),
      "--copies needs a value: write '--copies N'; "
        + "a value that begins with a dash is written '--copies=N'."),
    Case(
      "send --label= box", .missingValue(option: "--label", valueName: "WORD"),
      "--label needs a value: write '--label WORD'; "
        + "a value that begins with a dash is written '--label=WORD'."),
    Case(
      "send --label -- box", .missingValue(option: "--label", valueName: "WORD"),
      "--label needs a value: write '--label WORD'; "
        + "a value that begins with a dash is written '--label=WORD'."),
    Case(
      "send box --quiet=no", .unexpectedValue(option: "--quiet", text: "no"),
      "--quiet takes no value: write '--quiet' without '=no'."),
    Case(
      "send box --copies 1 --copies=2",
      .repeatedOption(option: "--copies", first: "1", second: "2"),
      "--copies is given twice, as '1' and '2': leave one out."),
  ]

  static let arguments = [
    Case(
      "send --quiet", .missingArgument("PARCEL", command: "courier send", usage: sendUsage),
      "'courier send' needs PARCEL: write 'courier send PARCEL [CITY]'."),
    Case(
      "track",
      .missingArgument("NUMBER", command: "courier track", usage: "courier track NUMBER..."),
      "'courier track' needs NUMBER: write 'courier track NUMBER...'."),
    Case(
      "compare",
      .missingOption(
        option: "--tariff", command: "courier compare", usage: "courier compare --tariff NAME"),
      "'courier compare' needs --tariff: write 'courier compare --tariff NAME'."),
    Case(
      "send box Oslo Rome",
      .surplusArgument("Rome", command: "courier send", usage: sendUsage, nearest: nil),
      "'Rome' is one argument too many for 'courier send'. Write 'courier send PARCEL [CITY]'."),
    Case(
      "send box Oslo quiet",
      .surplusArgument("quiet", command: "courier send", usage: sendUsage, nearest: "--quiet"),
      "'quiet' is one argument too many for 'courier send'; did you mean '--quiet'? "
        + "Write 'courier send PARCEL [CITY]'."),
  ]

  static let values = [
    Case(
      "send box --copies 0",
      .badValue("--copies", text: "0", expected: "a whole number from 1 to 99", nearest: nil),
      "'0' will not do for --copies. It must be a whole number from 1 to 99."),
    Case(
      "send box --copies 1.5",
      .badValue("--copies", text: "1.5", expected: "a whole number from 1 to 99", nearest: nil),
      "'1.5' will not do for --copies. It must be a whole number from 1 to 99."),
    Case(
      "send box --weight nan",
      .badValue("--weight", text: "nan", expected: "a number from 0.1 to 40", nearest: nil),
      "'nan' will not do for --weight. It must be a number from 0.1 to 40."),
    Case(
      "send box --speed expres",
      .badValue(
        "--speed", text: "expres", expected: "slow, usual or express", nearest: "express"),
      "'expres' will not do for --speed; did you mean 'express'? "
        + "It must be slow, usual or express."),
    Case(
      "send box --day tomorrow",
      .badValue("--day", text: "tomorrow", expected: "a day such as 2026-06-30", nearest: nil),
      "'tomorrow' will not do for --day. It must be a day such as 2026-06-30."),
    Case(
      "track 1 x 3",
      .badValue("NUMBER", text: "x", expected: "a whole number from 1 on", nearest: nil),
      "'x' will not do for NUMBER. It must be a whole number from 1 on."),
    Case(
      "cities nort",
      .badValue("REGION", text: "nort", expected: "north or south", nearest: "north"),
      "'nort' will not do for REGION; did you mean 'north'? It must be north or south."),
  ]

  @Test(
    "is answered with what is wrong and what to do",
    arguments: commands + options + arguments + values)
  func errors(_ example: Case) {
    #expect(throws: example.error) { try courier.parse(words(example.line)) }
    #expect(example.error.description == example.words)
  }

  @Test(
    "is answered with the nearest word only when one is near",
    arguments: [
      ("ab", nil), ("a", nil), ("alphabte", "alphabet"), ("alpahbet", "alphabet"),
      ("lphabet", "alphabet"), ("Alphabet", "alphabet"), ("alphaxyz", nil), ("be", "beta"),
      ("bexa", "beta"), ("bxxa", nil), ("alp", nil), ("alphab", "alphabet"), ("alphax", "alpha"),
    ])
  func nearest(word: String, expected: String?) {
    let program = Program(
      name: "p", summary: "", version: "",
      commands: ["alphabet", "alpha", "beta"].map { Command(name: $0, summary: "") })
    #expect(throws: ArgumentError.unknownCommand(word, program: "p", nearest: expected)) {
      try program.parse([word])
    }
  }
}
