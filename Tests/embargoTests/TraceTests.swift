import Foundation
import JSON5
import Testing

@Suite("Histories") struct TraceTests {
  static let regimes = ["none", "model", "output", "us-person-support", "weight"]

  @Test("Rows are numbered, in order of day, dated, and led to by earlier ones", arguments: regimes)
  func rows(regime: String) throws {
    let embargo = try Embargo()
    let rows = try TraceTable(embargo, "--regime", regime, "--replication", "3").rows
    #expect(rows.count > 100)
    let start = Date.ISO8601FormatStyle().year().month().day()
    let dayZero = try start.parse("2026-06-09")
    for (index, row) in rows.enumerated() {
      #expect(row.number == index + 1)
      #expect(index == 0 || rows[index - 1].day <= row.day, "\(row)")
      #expect(row.lastDay >= row.day && row.lastDay <= 365, "\(row)")
      let date = dayZero.addingTimeInterval(row.day.rounded(.down) * 86_400)
      #expect(row.date == start.format(date), "\(row)")
      #expect(!row.actor.isEmpty && !row.event.isEmpty && !row.text.isEmpty)
      #expect(row.count >= 1 && row.represents >= 0)
      guard let cause = row.cause else { continue }
      #expect((1..<row.number).contains(cause), "#\(row.number) is led to by #\(cause)")
      #expect(rows[cause - 1].day <= row.day, "\(row)")
    }
  }

  @Test("Without action there is no order, nor anything that follows from one")
  func none() throws {
    let rows = try TraceTable(try Embargo(), "--regime", "none").rows
    let events = Set(rows.map(\.event))
    #expect(events.contains("bypass_found") && events.contains("model_released"))
    for event in events {
      #expect(!event.hasPrefix("order_") && !event.hasPrefix("licence_"), "\(event)")
      #expect(!["service_suspended", "partial_relief", "staff_barred"].contains(event))
    }
    #expect(!rows.contains { !$0.grounds.isEmpty })
  }

  @Test("An order rests on rules, and what is recalled of them says so")
  func order() throws {
    let rows = try TraceTable(try Embargo(), "--regime", "output").rows
    let order = try #require(rows.first { $0.event == "order_issued" })
    #expect(order.date == "2026-06-12" && order.actor == "regulator")
    #expect(order.text.contains("fable-5") && order.grounds.contains("15 CFR 734.13"))
    #expect(order.grounds.contains("5E, 1E, 2E (recalled, to be checked)"))
    let stop = try #require(rows.first { $0.event == "service_suspended" })
    #expect(stop.actor == "anthropic" && !stop.grounds.isEmpty)
    var root = stop
    while let cause = root.cause, root.event != "order_issued" { root = rows[cause - 1] }
    #expect(root.event == "order_issued")
  }

  @Test("The table fits its columns, tells the order, its cause and ground, and what came of it")
  func table() throws {
    let embargo = try Embargo()
    let words = ["trace", Embargo.directive, "--regime", "output"]
    let outcome = try embargo.start(words).outcome()
    #expect(outcome.code == 0 && outcome.error == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
    #expect(lines[0] == "Directive of 12 June 2026 against Fable 5 and Mythos 5")
    #expect(
      lines[1]
        == "One future under output: replication 1, seed 20260612, 365 days from 2026-06-09")
    let order = /\n#\d+ +day +3\.0  2026-06-12  regulator +orders by letter a control that names/
    #expect(outcome.output.contains(order))
    #expect(outcome.output.contains(/\n +because #\d+\n/))
    #expect(outcome.output.contains(#/\n +ground: /#))
    #expect(!outcome.output.contains(" find flaws"))
    #expect(outcome.output.contains(/\n  market disruption +-?[0-9.]+ (bn|m|k) USD\n/))
    #expect(outcome.output.contains("not forecasts and not legal advice."))
    #expect(try embargo.start(words).outcome().output == outcome.output)
    let whole = try embargo.start(words + ["--all"]).outcome().output
    #expect(whole.contains(" find flaws") && whole.count > outcome.output.count)
  }

  @Test("Lines can be chosen by event and by actor")
  func chosen() throws {
    let embargo = try Embargo()
    let whole = try TraceTable(embargo, "--regime", "model")
    let events = try TraceTable(
      embargo, "--regime", "model", "--events", "gate_built,staff_barred")
    #expect(
      events.lines
        == whole.lines.filter { $0.contains(",gate_built,") || $0.contains(",staff_barred,") })
    #expect(!events.rows.isEmpty)
    let actor = try TraceTable(embargo, "--regime", "model", "--actor", "regulator")
    #expect(actor.rows.map(\.number) == whole.rows.filter { $0.actor == "regulator" }.map(\.number))
  }

  @Test("Every event of a history is among those listed", arguments: regimes)
  func registered(regime: String) throws {
    let embargo = try Embargo()
    let list = try embargo("list", "events").output
    for replication in 1...10 {
      let rows = try TraceTable(
        embargo, "--regime", regime, "--replication", "\(replication)"
      ).rows
      for event in Set(rows.map(\.event)) {
        #expect(list.contains("\n  \(event) "), "\(event), \(regime), replication \(replication)")
      }
    }
  }

  @Test("The outcomes are the row of a run, whose draws it shares")
  func outcomes() throws {
    let embargo = try Embargo()
    _ = try embargo(
      "run", Embargo.directive, "--regimes", "output", "--replications", "4", "--per-draw", "2",
      "--seed", "5", "--out", "x", "--quiet")
    let rows = try embargo.text(of: "x/outcomes.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let row = try #require(rows.first { $0[1] == "4" && $0[2] == "output" })
    let json = try embargo(
      "trace", Embargo.directive, "--regime", "output", "--replication", "4", "--per-draw", "2",
      "--seed", "5", "--format", "json")
    let node = try #require(JSON5Reader.parse(json.output, file: 0).node)
    #expect(node["draw"]?.integer == 2)
    for (name, text) in zip(rows[0], row).dropFirst(4) {
      let told = try #require(node["outcomes"]?[name], "\(name)")
      #expect(told.number == Double(text), "\(name)")
      #expect(told.string ?? "" == (Double(text) == nil ? text : ""), "\(name)")
    }
  }
}

/// A history as `trace --format csv` gives it.
struct TraceTable {
  struct Row {
    let number: Int
    let day: Double
    let lastDay: Double
    let date: String
    let actor: String
    let event: String
    let text: String
    let cause: Int?
    let grounds: String
    let count: Int
    let represents: Double
  }

  let lines: [Substring]
  let rows: [Row]

  init(_ embargo: Embargo, _ words: String...) throws {
    let outcome = try embargo.start(
      ["trace", Embargo.directive, "--format", "csv"] + words
    ).outcome()
    #expect(outcome.code == 0 && outcome.error == "")
    let all = outcome.output.split(separator: "\n")
    #expect(
      all.first == "number,day,last_day,date,actor,event,text,cause,grounds,count,represents")
    lines = Array(all.dropFirst())
    rows = try lines.map { line in
      let fields = Self.fields(line)
      try #require(fields.count == 11, "\(line)")
      return Row(
        number: try #require(Int(fields[0])), day: try #require(Double(fields[1])),
        lastDay: try #require(Double(fields[2])), date: fields[3], actor: fields[4],
        event: fields[5], text: fields[6], cause: Int(fields[7]), grounds: fields[8],
        count: try #require(Int(fields[9])), represents: try #require(Double(fields[10])))
    }
  }

  /// The fields of a line; no text of a history holds a quotation mark or a line break.
  static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
