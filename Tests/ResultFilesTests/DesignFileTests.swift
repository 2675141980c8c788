import Experiments
import FoundationEssentials
import ResultFiles
import Scenarios
import Stochastics
import Testing

/// A small scenario's numbers, and designs over them in a file.
enum DesignFixture {
  static let regimes = ["none", "output", "us-person-support"]

  static let known: SweptAddresses = {
    do {
      let reader = ScenarioReader(
        try ScenarioLoader.parse(
          """
          { office: { officers: 3, "b-c": 1, b_c: 1 }, labs: { "ac-me": { staff_share: 0.5 } },
            wait_days: 4, offset: 0, replications: 10 }
          """))
      let office = reader.root.object("office", meaning: "the office")
      _ = office.parameter("officers", .count(1...1000), meaning: "officers")
      _ = office.parameter("b-c", .number, meaning: "one of two")
      _ = office.parameter("b_c", .number, meaning: "the other")
      let lab = reader.root.object("labs", meaning: "labs").object("ac-me", meaning: "a lab")
      _ = lab.parameter("staff_share", .share, meaning: "staff")
      _ = reader.root.parameter("wait_days", .days, meaning: "the wait")
      _ = reader.root.parameter("offset", .number, meaning: "any number")
      _ = reader.root.integer("replications", in: 1...100, meaning: "futures")
      try reader.throwIfProblems()
      return SweptAddresses(reader.parameters)
    } catch {
      fatalError("\(error)")
    }
  }()

  static func read(_ bytes: [UInt8]) throws -> DesignFile {
    let scratch = try Scratch()
    let path = scratch.path + "/design.csv"
    try Data(bytes).write(to: URL(filePath: path))
    return try DesignFile(path: path, known: known, regimes: regimes)
  }

  static func read(_ text: String) throws -> DesignFile { try read(Array(text.utf8)) }

  /// What is said of a file that cannot be read, without the folder in which it stands.
  static func complaint(_ bytes: [UInt8]) throws -> String? {
    do {
      _ = try read(bytes)
      return nil
    } catch let report as ProblemReport {
      let folder = report.files[0].dropLast("design.csv".count)
      return report.rendered().replacing(folder, with: "")
    }
  }

  static func complaint(_ text: String) throws -> String? { try complaint(Array(text.utf8)) }
}

@Suite struct DesignFileTests {
  @Test("a header of addresses and rows of values are a design, whose points know their lines")
  func plain() throws {
    let file = try DesignFixture.read(
      "office.officers,labs.ac-me.staff_share\n5,0.25\n1e2,.5\n7.0,5e-1\n")
    #expect(
      file.design
        == Design(
          addresses: ["office.officers", "labs.ac-me.staff_share"],
          values: [5, 0.25, 100, 0.5, 7, 0.5], count: 3))
    #expect(file.name == "design.csv")
    #expect((1...3).map { file.position(of: $0).line } == [2, 3, 4])
  }

  @Test(
    "what other programs write is read alike",
    arguments: [
      "office.officers,wait_days\n5,1.5\n6,2\n",
      "office__officers,wait_days\n5,1.5\n6,2\n",
      "\u{feff}office.officers,wait_days\r\n5,1.5\r\n6,2\r\n",
      "office.officers,wait_days\r5,1.5\r6,2\r",
      "office.officers,wait_days\n5,1.5\n6,2",
      "\n\noffice.officers,wait_days\n5,1.5\n6,2\n\n \n\r\n",
      " office.officers , \"wait_days\" \n\"5\",\" 1.5 \"\n 6\t,\t2 \n",
      "# office.officers,wait_days\n5.000000000000000000e+00,1.500000000000000000e+00\n6,2\n",
      "experiment_id,office__officers,wait_days\n1,5,1.5\n2,6,2\n",
      "experiment_id,office__officers,wait_days\n1.0,5,1.5\n2.0,6,2\n",
      ",office.officers,wait_days\n0,5,1.5\n1,6,2\n",
      ",office.officers,wait_days\n1,5,1.5\n2,6,2\n",
    ])
  func alike(text: String) throws {
    let design = try DesignFixture.read(text).design
    #expect(
      design
        == Design(addresses: ["office.officers", "wait_days"], values: [5, 1.5, 6, 2], count: 2))
  }

  @Test("a regime for each point; an empty one stands for all those of the scenario")
  func regimes() throws {
    let text = "wait_days,regime\n1,output\n2,\n3, us-person-support\n4,none\n"
    let design = try DesignFixture.read(text).design
    #expect((1...4).map { design.regime(of: $0) } == ["output", nil, "us-person-support", "none"])
    #expect(design.addresses == ["wait_days"])
    let alone = try DesignFixture.read("regime\noutput\nnone\n").design
    #expect(alone.count == 2 && alone.addresses == [] && alone.regimes == ["output", "none"])
  }

  @Test("the manifest's input has the file's own name and the hash of its bytes")
  func input() throws {
    let bytes = Array("wait_days\n".utf8) + (1...40_000).flatMap { Array("\($0)\n".utf8) }
    let file = try DesignFixture.read(bytes)
    #expect(file.input == Manifest.InputFile(path: "design.csv", bytes: bytes))
    #expect(file.design.values(of: 40_000) == [40_000])
    #expect(file.position(of: 40_000).line == 40_001)
  }

  @Test("a design that is written in any of these ways reads back equal")
  func writtenAndRead() throws {
    for seed in 1...400 {
      let written = WrittenDesign(seed)
      let file = try DesignFixture.read(written.text)
      #expect(file.design == written.design, "seed \(seed)")
      let lines = (1...file.design.count).map { file.position(of: $0).line }
      #expect(lines == written.lines, "seed \(seed)")
    }
  }
}

@Suite struct DesignProblemTests {
  @Test("everything that is wrong is told, with place and remedy", arguments: BadDesigns.all)
  func told(bad: BadDesign) throws {
    let count = bad.problems.count { $0.hasPrefix("design.csv:") }
    let end = count == 1 ? "1 problem" : "\(count) problems"
    let expected = (bad.problems + [end + "; nothing was run"]).joined(separator: "\n")
    #expect(try DesignFixture.complaint(bad.text) == expected)
  }

  @Test(
    "files that are plainly something else are told for what they are",
    arguments: [
      ([0x50, 0x4b, 3, 4, 20], "this is a workbook or archive"),
      ([0xff, 0xfe, 0x61, 0], "the file is a text in UTF-16"),
      ([0x1f, 0x8b, 8], "the file is compressed"),
      (Array("wait_days\n\u{fc}".utf8.dropLast()), "the file is not a text in UTF-8"),
      ([0x61, 0xfc, 0x0a], "the file is not a text in UTF-8"),
      (Array("wait_days\n1\0\n2\0\n".utf8), "the file is not a text in UTF-8"),
    ] as [([UInt8], String)])
  func kinds(bytes: [UInt8], says: String) throws {
    let complaint = try #require(try DesignFixture.complaint(bytes))
    #expect(complaint.contains("error: " + says + "\n"), "\(complaint)")
    #expect(complaint.hasSuffix("\n1 problem; nothing was run"))
  }

  @Test("a file that is not there can be told from one that is wrong, and a pipe is not waited for")
  func missing() throws {
    let scratch = try Scratch()
    try scratch.write("wait_days\n1\n", "sample.csv")
    func report(_ path: String) -> ProblemReport? {
      do {
        _ = try DesignFile(path: path, known: DesignFixture.known, regimes: [])
        return nil
      } catch {
        return error
      }
    }
    let near = report(scratch.path + "/sampel.csv")
    #expect(near?.isMissingFile == true)
    #expect(near?.problems.first?.remedy == "did you mean 'sample.csv'?")
    #expect(report(scratch.path + "/absent/x.csv")?.isMissingFile == true)
    #expect(report(scratch.path)?.isMissingFile == false)
    #expect(report("/dev/null")?.isMissingFile == false)
    #expect(report(scratch.path + "/sample.csv") == nil)
  }

  @Test("whatever bytes a file holds, it is refused, or every value in it is a possible one")
  func anyBytes() throws {
    for seed in 1...600 {
      var stream = StreamKey(seed: UInt64(seed)).child("any bytes").stream()
      var bytes = Array(WrittenDesign(seed).text.utf8)
      let marks = Array("\",\n\r .e-+#=0\t;n".utf8) + [0, 0xff, 0xc3]
      for _ in 0...stream.below(4) {
        let place = stream.below(bytes.count)
        switch stream.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = marks[stream.below(marks.count)]
        case 2: bytes.insert(marks[stream.below(marks.count)], at: place)
        default: bytes = Array(bytes.prefix(place + 1))
        }
      }
      guard let design = try? DesignFixture.read(bytes).design else {
        #expect(try DesignFixture.complaint(bytes)?.contains("error: ") == true, "seed \(seed)")
        continue
      }
      for (place, address) in design.addresses.enumerated() {
        let quantity = try DesignFixture.known.entry(at: address).quantity
        for point in 1...design.count {
          let values = design.values(of: point)
          let complaint = quantity.complaint(about: values[values.startIndex + place])
          #expect(complaint == nil, "seed \(seed)")
        }
      }
    }
  }

  @Test("however many cells are wrong, ten thousand are listed and the number is told")
  func many() throws {
    let rows = (1...12_000).map { "x\($0)\n" }.joined()
    let complaint = try #require(try DesignFixture.complaint("wait_days\n" + rows))
    let lines = complaint.split(separator: "\n")
    #expect(
      lines.first
        == "design.csv: error: there are 12000 problems, of which the first 10000 are listed")
    #expect(lines.count { $0.hasPrefix("design.csv:") } == 10_001)
  }

  @Test("a million experiments are read, and one more is refused")
  func million() throws {
    let rows = String(repeating: "1\n", count: 1_000_000)
    #expect(try DesignFixture.read("wait_days\n" + rows).design.count == 1_000_000)
    #expect(try DesignFixture.complaint("wait_days\n" + rows + "\n\n") == nil)
    #expect(
      try DesignFixture.complaint("wait_days\n" + rows + "1\n") == """
        design.csv:1000002:1: error: the design has more than 1000000 experiments
           cut it into several sweeps
        1 problem; nothing was run
        """)
  }
}
