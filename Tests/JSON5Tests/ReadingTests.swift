import JSON5
import Testing

@Suite("Reading")
struct ReadingTests {
  @Test(
    "values are read as the JSON5 specification says",
    arguments: [
      ("null", "null"), ("true", "true"), ("false", "false"),
      ("{}", "{}"), ("[]", "[]"), (" [ ] ", "[]"),
      ("{a: 1}", #"{"a":1}"#), ("{a: 1,}", #"{"a":1}"#), ("[1, 2,]", "[1,2]"),
      ("{$b_1: 1, ümlaut: 2, ʰ: 3}", #"{"$b_1":1,"ümlaut":2,"ʰ":3}"#),
      (#"{\u0061b: 1}"#, #"{"ab":1}"#), (#"{"a b": 1, 'c-d': 2}"#, #"{"a b":1,"c-d":2}"#),
      ("{null: null, true: 1, Infinity: 2}", #"{"null":null,"true":1,"Infinity":2}"#),
      ("// one\n1 // two", "1"), ("/* one\n * two */ 1 /**/", "1"), ("/***/1", "1"),
      ("// ends at a line separator\u{2028}1", "1"),
      ("\u{FEFF}\u{A0}\u{2003}\t\u{0B}\u{0C}1", "1"),
      ("[{a: [{}]}, [[]]]", #"[{"a":[{}]},[[]]]"#),
      ("{__proto__: 1, constructor: 2}", #"{"__proto__":1,"constructor":2}"#),
    ])
  func values(text: String, json: String) {
    #expect(reading(text) == json)
  }

  @Test(
    "numbers are read as the JSON5 specification says",
    arguments: [
      ("0", "0"), ("-0", "0"), ("+5", "5"), ("1.5", "1.5"), (".5", "0.5"), ("-.5", "-0.5"),
      ("5.", "5"), ("5.e1", "50"), ("1e3", "1000"), ("1E+3", "1000"), ("1e-3", "0.001"),
      ("0xFF", "255"), ("0Xff", "255"), ("-0x10", "-16"), ("+0x0", "0"), ("0e5", "0"),
      ("1e-400", "0"), ("5e-324", "5e-324"), ("0.1", "0.1"),
      ("1.7976931348623157e308", "1.7976931348623157e+308"),
      ("9007199254740993", "9007199254740993"), ("1e21", "1e+21"), ("20260612", "20260612"),
      ("123456789012345678901234567890", "1.2345678901234568e+29"),
    ])
  func numbers(text: String, json: String) {
    #expect(reading(text) == json)
  }

  @Test(
    "texts are read as the JSON5 specification says",
    arguments: [
      (#""a""#, "a"), ("'a'", "a"), (#""it's""#, "it's"), (#"'a "b"'"#, #"a "b""#),
      (#"'\b\f\n\r\t\v\0'"#, "\u{08}\u{0C}\n\r\t\u{0B}\0"), (#"'\x41\u0042'"#, "AB"),
      (#"'\'\"\\\/\q'"#, #"'"\/q"#), (#"'\ud83d\ude00'"#, "😀"), ("'a\\\nb'", "ab"),
      ("'a\\\r\nb'", "ab"), ("'a\\\rb'", "ab"), ("'a\\\u{2028}b'", "ab"),
      ("'a\u{2028}b\u{2029}c'", "a\u{2028}b\u{2029}c"), ("'// no comment'", "// no comment"),
      ("''", ""), (#"'\0a'"#, "\0a"), ("'tab\there'", "tab\there"), (#"'\é'"#, "é"),
    ])
  func texts(text: String, content: String) {
    let (node, problems) = JSON5Reader.parse(text, file: 0)
    #expect(problems.isEmpty)
    #expect(node?.string.map { Array($0.unicodeScalars) } == Array(content.unicodeScalars))
  }

  @Test("positions count lines of every kind of ending, and columns in scalars")
  func positions() throws {
    let text = "\u{FEFF}{\n  é: 1,\r\n  'b': [true,\r /* 😀 */ {c: 'x'}]}"
    let node = try #require(JSON5Reader.parse(text, file: 7).node)
    #expect(node.position == SourcePosition(file: 7, line: 1, column: 1))
    let members = try #require(node.members)
    #expect(members[0].namePosition == SourcePosition(file: 7, line: 2, column: 3))
    #expect(members[0].node.position == SourcePosition(file: 7, line: 2, column: 6))
    #expect(members[1].namePosition == SourcePosition(file: 7, line: 3, column: 3))
    let list = try #require(node["b"]?.elements)
    #expect(list[0].position == SourcePosition(file: 7, line: 3, column: 9))
    #expect(list[1].position == SourcePosition(file: 7, line: 4, column: 10))
    #expect(list[1]["c"]?.position == SourcePosition(file: 7, line: 4, column: 14))
  }

  @Test("a number keeps the text that gave it, so that large whole numbers stay exact")
  func numberText() {
    let node = JSON5Reader.parse("9007199254740993", file: 0).node
    #expect(node?.integer == 9_007_199_254_740_993)
    #expect(node?.number == 9_007_199_254_740_992)
    #expect(JSON5Reader.parse("1e3", file: 0).node?.integer == 1000)
    #expect(JSON5Reader.parse("1.5", file: 0).node?.integer == nil)
    #expect(JSON5Reader.parse("1e300", file: 0).node?.integer == nil)
  }

  @Test("of keys that stand twice the first counts, and the reading goes on")
  func duplicates() {
    let (node, problems) = JSON5Reader.parse("{a: 1, b: 2, 'a': 3, a: 4}", file: 0)
    #expect(node?.json(indent: 0) == #"{"a":1,"b":2}"#)
    #expect(problems.count == 2)
  }

  @Test("accessors answer for their own kind only")
  func accessors() {
    let values: [Node] = [.null, .bool(true), .integer(1), .string("s"), .array([]), .object([])]
    #expect(values.map(\.isNull) == [true, false, false, false, false, false])
    #expect(values.map { $0.bool != nil } == [false, true, false, false, false, false])
    #expect(values.map { $0.number != nil } == [false, false, true, false, false, false])
    #expect(values.map { $0.string != nil } == [false, false, false, true, false, false])
    #expect(values.map { $0.elements != nil } == [false, false, false, false, true, false])
    #expect(values.map { $0.members != nil } == [false, false, false, false, false, true])
    #expect(
      values.map(\.value.kind) == ["null", "true", "a number", "a text", "a list", "an object"])
  }
}
