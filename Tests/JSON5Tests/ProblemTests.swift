import JSON5
import Testing

/// Every message that the reader has, with its place and what would be right.
@Suite("Problems")
struct ProblemTests {
  @Test(
    "brackets, commas and colons",
    arguments: [
      ("", "1:1 the text is empty"),
      (" // nothing\n", "2:1 the text is empty"),
      ("{a: 1", "1:6 the text ends inside the object opened at 1:1 | close it with '}'"),
      (
        "{\n  a: [1,\n", "3:1 the text ends inside the list opened at 2:6 | close it with ']'"
      ),
      ("{a: ", "1:5 the text ends inside the object opened at 1:1 | close it with '}'"),
      ("{a", "1:3 the text ends inside the object opened at 1:1 | close it with '}'"),
      ("{a: [1}", "1:7 '}' cannot close the list opened at 1:5 | close it with ']'"),
      (
        "{a: {b: 1], c: 2}",
        "1:10 ']' cannot close the object opened at 1:5 | close it with '}'"
      ),
      ("[1}", "1:3 '}' cannot close the list opened at 1:1 | close it with ']'"),
      ("{a: , b: 1}", "1:2 the key 'a' has no value"),
      ("{a}", "1:2 the key 'a' has no value"),
      (
        "1 2",
        "1:3 something follows the end of the text's one value: '2'"
          + " | a text holds one value; take the rest away"
      ),
      ("{a: 1 : 2}", "1:7 ':' cannot stand here"),
      ("{: 1}", "1:2 ':' cannot stand here"),
      ("[(1)]", "1:2 '(' cannot stand here"),
      ("\u{1B}", "1:1 '\\u{1b}' cannot stand here"),
    ])
  func structure(text: String, problems: String) {
    #expect(reading(text) == problems)
  }

  @Test(
    "words and numbers",
    arguments: [
      ("[us-person, 1]", neither("1:2", "us-person", "write it in quotes")),
      ("[foreign staff, 1]", neither("1:2", "foreign", "write it in quotes")),
      ("[True]", neither("1:2", "True", "write true")),
      ("[no]", neither("1:2", "no", "write false")),
      ("[None]", neither("1:2", "None", "write null")),
      ("Infinity", infinite("1:1", "Infinity")), ("-Infinity", infinite("1:1", "-Infinity")),
      ("NaN", infinite("1:1", "NaN")), ("[+NaN]", infinite("1:2", "+NaN")),
      ("1e999", "1:1 '1e999' is too large | numbers reach to about 1.8e308"),
      ("012", "1:1 '012' is not a number | write it without the zeros before it: 12"),
      ("00", "1:1 '00' is not a number | write it without the zeros before it: 0"),
      ("1_000", "1:1 '1_000' is not a number | write its digits without '_' between them"),
      ("5%", "1:1 '5%' is not a number | write it without '%'; 5 in a hundred is 0.05"),
      ("90days", "1:1 '90days' is not a number | write the number alone, or the text in quotes"),
      ("1.2.3", "1:1 '1.2.3' is not a number"), ("+", "1:1 '+' is not a number"),
      (".", "1:1 '.' is not a number"), ("--1", "1:1 '--1' is not a number"),
      ("0x", "1:1 '0x' is not a number | write the number alone, or the text in quotes"),
      ("1e", "1:1 '1e' is not a number | write the number alone, or the text in quotes"),
      ("2026-06-09", "1:1 '2026-06-09' is not a number"),
      ("١", neither("1:1", "١", "write it in quotes")),
    ])
  func words(text: String, problems: String) {
    #expect(reading(text) == problems)
  }

  @Test(
    "texts and comments",
    arguments: [
      ("{a: 'x\n}", "1:5 this text is not closed on its line | close it with '"),
      ("{a: \"x, b: 1,\n c: 2}", "1:5 this text is not closed on its line | close it with \""),
      ("'", "1:1 this text is not closed on its line | close it with '"),
      ("'\\", "1:1 this text is not closed on its line | close it with '"),
      (#"'\x4g'"#, #"1:2 '\x' must be followed by 2 hexadecimal digits"#),
      (#"'\u12'"#, #"1:2 '\u' must be followed by 4 hexadecimal digits"#),
      (#"'\1'"#, #"1:2 '\1' is no escape here | write \\ for a backslash"#),
      (#"'\01'"#, #"1:2 '\0' is no escape here | write \\ for a backslash"#),
      (
        #"'\ud83dx'"#,
        #"1:2 '\ud83d' is half of a pair whose other half is missing | write the character itself"#
      ),
      (
        #"'\ude00'"#,
        #"1:2 '\ude00' is half of a pair whose other half is missing | write the character itself"#
      ),
      ("[1] /* x", "1:5 this comment is never closed | close it with */"),
      ("# x\n1", "1:1 '#' does not begin a comment | write //"),
      ("[1 / 2]", "1:4 '/' stands alone | a comment begins with // or /*"),
      ("[“x”]", "1:2 '“' does not quote a text | write \" or ' around it"),
      ("[`x`]", "1:2 '`' does not quote a text | write \" or ' around it"),
      ("{“x”: 1}", "1:2 '“' does not quote a text | write \" or ' around it"),
    ])
  func texts(text: String, problems: String) {
    #expect(reading(text) == problems)
  }

  private static let quotes =
    "must stand in quotes"
    + " | only letters, digits, $ and _ may stand without, and no digit first"

  @Test(
    "a mistake that leaves no doubt of what is meant is reported, and does not hide the value",
    arguments: [
      ("[1 2]", "1:3 a comma is missing here | write ',' before '2'", "[1,2]"),
      (
        "{a: 1\n b: 2}", "1:6 a comma is missing here | write ',' before 'b'", #"{"a":1,"b":2}"#
      ),
      ("{a: 1 'b': 2}", "1:6 a comma is missing here | write ','", #"{"a":1,"b":2}"#),
      ("[1,,2]", "1:4 nothing stands before this comma | take it away", "[1,2]"),
      ("[,]", "1:2 nothing stands before this comma | take it away", "[]"),
      ("{a: 1; b: 2}", "1:6 ';' does not separate values | write ','", #"{"a":1,"b":2}"#),
      ("{a = 1}", "1:4 '=' does not give a key its value | write ':'", #"{"a":1}"#),
      ("{a 1}", "1:3 ':' is missing after the key 'a'", #"{"a":1}"#),
      ("{fable-5: 1}", "1:2 the key 'fable-5' \(quotes)", #"{"fable-5":1}"#),
      ("{5: 1}", "1:2 the key '5' \(quotes)", #"{"5":1}"#),
    ])
  func clear(text: String, problem: String, value: String) {
    #expect(reading(text) == problem + "\n" + value)
  }

  @Test("a key that stands twice is reported with the place of the first")
  func duplicate() {
    #expect(
      reading("{\n  a: 1,\n  b: {a: 2},\n  'a': 3\n}") == """
        4:3 the key 'a' stands twice in this object, first at 2:3 | keep one of the two
        {"a":1,"b":{"a":2}}
        """)
  }

  @Test("mistakes whose meaning is clear are reported together")
  func together() {
    let text = """
      {
        a: 012,
        b: Infinity
        c: yes,
        fable-5 = 1; d: [1,, 2],
        a: 'x
      }
      """
    #expect(
      reading(text) == """
        2:6 '012' is not a number | write it without the zeros before it: 12
        3:6 'Infinity' cannot stand here: every number must be finite \
        | write the largest value that can occur, or leave the key out
        3:14 a comma is missing here | write ',' before 'c'
        4:6 'yes' is neither a number, nor true, false or null | write true
        5:3 the key 'fable-5' must stand in quotes \
        | only letters, digits, $ and _ may stand without, and no digit first
        5:11 '=' does not give a key its value | write ':'
        5:14 ';' does not separate values | write ','
        5:22 nothing stands before this comma | take it away
        6:6 this text is not closed on its line | close it with '
        6:3 the key 'a' stands twice in this object, first at 2:3 | keep one of the two
        """)
  }

  @Test("sizes are bounded")
  func limits() {
    let deep = String(repeating: "[", count: 65)
    #expect(
      reading(deep) == "1:65 objects and lists stand more than 64 deep within each other")
    let fitting = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(reading(fitting) == fitting)
    #expect(
      reading("[1,2]", limits: Limits(bytes: 4))
        == "1:1 the text has 5 bytes, more than the 4 that are read")
    #expect(reading("[1]", limits: Limits(bytes: 3)) == "[1]")
    let commas = JSON5Reader.parse("[,,,,,]", file: 0, limits: Limits(problems: 3)).problems
    #expect(commas.count == 4)
    #expect(commas.last?.message == "more than 3 problems; no more are listed")
  }

  @Test("what a message shows is cut short and cannot move a terminal's cursor")
  func shown() {
    #expect(JSON5Reader.shown("a\u{1B}[2J\n") == "'a\\u{1b}[2J\\u{a}'")
    #expect(JSON5Reader.shown(String(repeating: "x", count: 99)).count == 63)
  }

  private static func neither(_ place: String, _ word: String, _ remedy: String) -> String {
    "\(place) '\(word)' is neither a number, nor true, false or null | \(remedy)"
  }

  private static func infinite(_ place: String, _ word: String) -> String {
    "\(place) '\(word)' cannot stand here: every number must be finite"
      + " | write the largest value that can occur, or leave the key out"
  }
}
