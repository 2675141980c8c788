import Experiments
import FoundationEssentials
import ResultFiles
import Testing

@Suite struct SHA256Tests {
  @Test(
    "the vectors of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func vectors(text: String, expected: String) {
    #expect(SHA256.hexadecimal(text) == expected)
  }

  @Test("a million times the letter a")
  func million() {
    #expect(
      SHA256.hexadecimal([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("the pieces in which bytes come do not matter", arguments: [1, 3, 55, 56, 63, 64, 65, 200])
  func pieces(size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { hash.update($0) }
    }
    #expect(SHA256.hexadecimal(digest: hash.digest()) == SHA256.hexadecimal(bytes))
  }
}

@Suite struct NumberTests {
  @Test(
    "numbers are the shortest that read back, whole ones without a point, zero without a sign",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-17, "-17"), (0.1, "0.1"), (-0.1, "-0.1"),
      (1.0 / 3, "0.3333333333333333"), (1e-7, "1e-07"), (123456789, "123456789"),
      (9_007_199_254_740_991, "9007199254740991"), (9_007_199_254_740_992, "9007199254740992"),
      (9_007_199_254_740_994, "9.007199254740994e+15"), (1e15, "1000000000000000"),
      (1e16, "1e+16"), (2.5e22, "2.5e+22"), (.leastNonzeroMagnitude, "5e-324"), (.nan, ""),
      (.infinity, ""),
      (-.infinity, ""), (100.5, "100.5"),
    ])
  func number(value: Double, expected: String) throws {
    let scratch = try Scratch()
    let layout = RowLayout(
      regimes: ["none"], outcomes: [Fake.layout.outcomes[1]], horizon: 1)
    let description = try ResultDescription(
      version: ProgramVersion(program: "", resultsEpoch: 1), scenarioName: "s",
      resolvedScenario: .null, files: [], layouts: RowLayouts(layout),
      plan: RunPlan(seed: 0, replications: 1), request: RequestWords(command: "", replay: ""))
    let path = scratch.path + "/r"
    var folder = try Fake.open(path, description)
    try folder.append(RowBlock([ReplicationRow(replication: 1, draw: 1, outcomes: [value])]))
    try folder.finish(Fake.runtime) { _ in }
    #expect(
      try Fake.text(path + "/outcomes.csv")
        == "experiment_id,replication,regime,status,cost_level_usd\n1,1,none,ok,\(expected)\n")
    if value.isFinite { #expect(Double(expected) == value) }
  }
}

@Suite struct CSVReaderTests {
  private func records(_ text: String) throws -> [[String]] {
    let scratch = try Scratch()
    try scratch.write(text, "t.csv")
    var reader = try CSVReader(scratch.path + "/t.csv")
    var records = [reader.header]
    while let fields = try reader.next() { records.append(fields) }
    return records
  }

  @Test(
    "fields and records",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\n,\n", [["a", "b"], ["", ""]]),
      ("a\n\"x,y\"\n", [["a"], ["x,y"]]),
      ("a\n\"x\"\"y\"\n", [["a"], ["x\"y"]]),
      ("a,b\n\"\",\"x\ny\"\n", [["a", "b"], ["", "x\ny"]]),
      ("a\n\"\"\"\"\n", [["a"], ["\""]]),
    ])
  func records(text: String, expected: [[String]]) throws {
    #expect(try records(text) == expected)
  }

  @Test(
    "what is broken is said with its line",
    arguments: [
      ("", "it is empty"),
      ("a,b\n1,2\n3\n", "line 3 has 1 fields, but the header 2"),
      ("a,b\n\"1\n2\",3\n4,5,6\n", "line 4 has 3 fields, but the header 2"),
      ("a\n1\n\"2\n", "the quote that opens on line 3 never closes"),
    ])
  func broken(text: String, reason: String) {
    let error = #expect(throws: ResultError.self) { try records(text) }
    #expect(error.map { "\($0)".hasSuffix(reason) } == true)
  }

  @Test("records that cross the buffer's end stay whole")
  func long() throws {
    let rows = (0..<30_000).map { "\($0),\"x,\($0)\"" }
    let read = try records("a,b\n" + rows.joined(separator: "\n") + "\n")
    #expect(read.count == 30_001)
    #expect(read.enumerated().dropFirst().allSatisfy { $1 == ["\($0 - 1)", "x,\($0 - 1)"] })
  }
}

@Suite struct ParameterColumnTests {
  @Test(
    "a column is the address with . as __ and - as _",
    arguments: [
      ("labs.anthropic.foreign_staff_share", "labs__anthropic__foreign_staff_share"),
      ("models.fable-5.price", "models__fable_5__price"),
    ])
  func names(address: String, column: String) {
    #expect(ParameterColumns.name(of: address) == column)
  }

  @Test("two addresses with one column are an error that names both")
  func collision() {
    let error = #expect(throws: ResultError.self) {
      try ParameterColumns.names(of: ["a.b-c", "x", "a.b_c"])
    }
    #expect(error == .columnsCollide(column: "a__b_c", addresses: ["a.b-c", "a.b_c"]))
  }

  @Test("an address that leads to a key column is an error")
  func taken() {
    #expect(throws: ResultError.self) {
      try ParameterColumns.names(of: ["seed"], besides: ["draw", "seed"])
    }
  }
}
