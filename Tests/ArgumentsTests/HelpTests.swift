import Arguments
import Testing

@Suite("Help")
struct HelpTests {
  private func answer(_ line: String) throws -> String {
    switch try courier.parse(words(line)) {
    case .help(let text), .version(let text): return text
    case .run(let command): return "runs \(command.name)"
    }
  }

  @Test(
    "is given for a command wherever it is asked for",
    arguments: [
      "send --help", "send -h", "help send", "--help send", "-h send", "send box --help Oslo",
      "send --nonsense --weight -h", "send --weight heavy a b c d --help",
    ])
  func command(line: String) throws {
    #expect(try answer(line) == courier.help(for: courier.commands[0]))
  }

  @Test("is given for the program", arguments: ["--help", "-h", "help", "help --help"])
  func program(line: String) throws {
    #expect(try answer(line) == courier.help())
  }

  @Test("is not given behind two dashes")
  func twoDashes() throws {
    #expect(try answer("send -- --help") == "runs send")
    #expect(try answer("send -- --version") == "runs send")
  }

  @Test("yields to no version, and the version to nothing else", arguments: ["", "send "])
  func version(start: String) throws {
    #expect(try answer(start + "--version") == "courier 1.2.3\n")
    #expect(try answer(start + "--nonsense --version") == "courier 1.2.3\n")
    #expect(try answer(start + "--help --version") != "courier 1.2.3\n")
  }

  @Test("of a command reads so")
  func commandText() {
    #expect(
      courier.help(for: courier.commands[0]) == """
        Usage: courier send PARCEL [CITY] [OPTIONS]

        Sends a parcel; prints its number.

        The parcel leaves with the next tour. A parcel without a weight is weighed at the
        counter, which takes a while.

        Nothing is sent when anything is wrong.

        Arguments:
          PARCEL        the file that describes the parcel
          CITY          where it goes; without it, to the capital

        Options:
          --weight KG   the weight in kilogrammes (a number from 0.1 to 40; default: as weighed
                        at the counter)
          --copies N    how many equal parcels (a whole number from 1 to 99; default: 1)
          --speed slow|usual|express
                        how it travels (default: usual)
          --label WORD  a label to stick on it (may be repeated)
          --day DAY     the day of delivery
          --receipt-folder-for-the-counter DIR
                        where receipts are put
          --insured     insures it
          --quiet       prints the number only
          -h, --help    prints this help

        Examples:
          courier send box.txt Oslo --weight 2.5
              A parcel of two and a half kilogrammes.
          courier send box.txt --label fragile --label dear
              Two labels, to the default city.

        Exit codes:
           0  done
          64  the command line is wrong
          66  no such file

        """)
  }

  @Test("shows what a command cannot do without")
  func required() {
    let text = courier.help(for: courier.commands[2])
    #expect(text.hasPrefix("Usage: courier compare --tariff NAME [OPTIONS]\n"))
    #expect(text.contains("a tariff to compare (required; may be repeated)\n"))
  }

  @Test("of a program reads so")
  func programText() {
    #expect(
      courier.help() == """
        Usage: courier COMMAND [OPTIONS]

        Delivers parcels.

        Commands:
          send            sends a parcel; prints its number
          track           tells where parcels are
          compare         compares two tariffs
          cities          lists the cities
          help [COMMAND]  explains the program or a command, like --help

        Options:
          -h, --help      explains the program or a command
          --version       prints the version

        Exit codes:
           0  done
          64  the command line is wrong
          66  no such file

        """)
  }

  @Test("keeps to the width", arguments: [60, 72, 80, 100])
  func width(_ width: Int) {
    for command in courier.commands {
      let lines = courier.help(for: command, width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width && !$0.hasSuffix(" ") })
    }
  }
}
