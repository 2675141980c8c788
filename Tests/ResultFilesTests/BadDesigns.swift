import Testing

/// A design file that is wrong, and every line that is said of it.
struct BadDesign: CustomTestStringConvertible {
  let text: String
  let problems: [String]

  init(_ text: String, _ problems: String...) {
    self.text = text
    self.problems = problems.flatMap { $0.split(separator: "\n").map(String.init) }
  }

  var testDescription: String {
    text.prefix(60).split(whereSeparator: \.isNewline).joined(separator: " / ")
  }
}

enum BadDesigns {
  static let all = files + headers + rows + numbers + wholes

  static let files = [
    BadDesign(
      "",
      """
      design.csv:1:1: error: the file is empty
         write a header of addresses, and values below it
      """),
    BadDesign(
      "wait_days\n\n",
      """
      design.csv:1:1: error: the file has a header, but no experiments
         write a line for each experiment
      """),
    BadDesign(
      "office.officers;wait_days\n5;0,5\n",
      """
      design.csv:1:1: error: the cells are separated by semicolons
         separate them with commas, and write decimals with a point
      """),
    BadDesign(
      "office.officers\twait_days\n5\t0.5\n",
      """
      design.csv:1:1: error: the cells are separated by tabs
         separate them with commas, and write decimals with a point
      """),
    BadDesign(
      "office.officers wait_days\n5 0.5\n",
      """
      design.csv:1:1: error: the cells are separated by blanks
         separate them with commas, and write decimals with a point
      """),
    BadDesign(
      "5,0.5\n6,0.7\n",
      """
      design.csv:1:1: error: the first line is no header: it names no address
         write a first line with the address of each column, such as regulator.licensing_officers
      """),
    BadDesign(
      "wait_days\n1\n\"2\n3\n",
      """
      design.csv:3:1: error: the quote that opens here never closes
         close it, or take it out
      """),
  ]

  static let headers = [
    BadDesign(
      "ofice.officers,wait_dais,labs__ac_mee__staff_share,sum\n1,2,3,4\n",
      """
      design.csv:1:1: error: 'ofice.officers' is no address of the scenario
         did you mean 'office.officers'?
      design.csv:1:16: error: 'wait_dais' is no address of the scenario
         did you mean 'wait_days'?
      design.csv:1:26: error: 'labs__ac_mee__staff_share' is no address of the scenario
         did you mean 'labs__ac_me__staff_share'?
      design.csv:1:52: error: 'sum' is no address of the scenario
         'embargo list parameters SCENARIO' lists the addresses
      """),
    BadDesign(
      "staff_share,office,wait,regimes,Experiment_ID\n1,2,3,output,1\n",
      """
      design.csv:1:1: error: 'staff_share' is no address of the scenario
         did you mean 'labs.ac-me.staff_share'?
      design.csv:1:13: error: 'office' is no address of the scenario
         it holds 3 numbers; write the address of one, such as office.officers
      design.csv:1:20: error: 'wait' is no address of the scenario
         did you mean 'wait_days'?
      design.csv:1:25: error: 'regimes' is no address of the scenario
         did you mean 'regime'?
      design.csv:1:33: error: 'Experiment_ID' is no address of the scenario
         did you mean 'experiment_id'?
      """),
    BadDesign(
      "wait_days,labs.ac-me.staff_share,wait_days,labs__ac_me__staff_share\n1,0,1,0\n",
      """
      design.csv:1:34: error: 'wait_days' stands twice in the header, first in column 1
         keep one of the two
      design.csv:1:44: error: 'labs__ac_me__staff_share' stands twice in the header, first as \
      'labs.ac-me.staff_share' in column 2
         keep one of the two
      """),
    BadDesign(
      "regime,wait_days,regime\noutput,1,\n",
      """
      design.csv:1:18: error: 'regime' stands twice in the header, first in column 1
         keep one of the two
      """),
    BadDesign(
      "office__b_c,replications,,wait_days\n1,2,3,4\n",
      """
      design.csv:1:1: error: 'office__b_c' is the column of office.b-c and of office.b_c
         write the address with its dots and hyphens
      design.csv:1:13: error: 'replications' cannot be swept
         every experiment has the same number of replications; --replications sets it
      design.csv:1:26: error: column 3 has no name
         name it by its address, or take it out
      """),
    BadDesign(
      "experiment_id\n1\n2\n",
      """
      design.csv:1:1: error: the header names no address
         name each column by an address, such as regulator.licensing_officers
      """),
  ]

  static let rows = [
    BadDesign(
      "wait_days,offset\n1\n1,2,3\n0,5,1\n1,2,,\n,\n3,x\n",
      """
      design.csv:2:1: error: experiment 1 has 1 cell, but the header 2 columns
         give each column a value
      design.csv:3:5: error: experiment 2 has 3 cells, but the header 2 columns
         a comma inside a number makes two cells of it: write decimals with a point
      design.csv:4:5: error: experiment 3 has 3 cells, but the header 2 columns
         a comma inside a number makes two cells of it: write decimals with a point
      design.csv:5:5: error: experiment 4 has 4 cells, but the header 2 columns
         take away the commas at the end of the line
      design.csv:6:1: error: experiment 5 has no values
         take the line out, or give each column a value
      design.csv:7:3: error: offset of experiment 6 must be a number, but is 'x'
         write a number
      """),
    BadDesign(
      "wait_days\n1\n\n2\n\n\n3\n",
      """
      design.csv:3:1: error: an empty line stands before experiment 2
         take it out
      design.csv:5:1: error: 2 empty lines stand before experiment 3
         take them out
      """),
    BadDesign(
      "experiment_id,wait_days\n0,1\n1,2\n2,x\n",
      """
      design.csv:2:1: error: experiment_id must count 1, 2, 3, …, but holds '0' for experiment 1
         number the rows in their order, or take the column out
      design.csv:4:3: error: wait_days of experiment 3 must be a number, but is 'x'
         write a number (days, at least 0)
      """),
    BadDesign(
      ",wait_days\n0,1\n17,2\n",
      """
      design.csv:3:1: error: the first column, which has no name, must count 0, 1, 2, …, but holds \
      '17' for experiment 2
         take it out, as pandas does with index=False, or name it
      """),
    BadDesign(
      "regime,wait_days\noutptu,1\nx,2\n,3\n",
      """
      design.csv:2:1: error: regime of experiment 1 cannot be 'outptu'
         did you mean 'output'?
      design.csv:3:1: error: regime of experiment 2 cannot be 'x'
         one of none, output, us-person-support; empty for all of the scenario's
      """),
    BadDesign(
      "wait_days,offset\n\"1\"2,3\n1 ,  \"a\"\"b\"\n\"ü\", ü\n",
      """
      design.csv:2:1: error: wait_days of experiment 1 goes on after its closing quote
         put quotes around the whole cell, and write a quote inside it twice
      design.csv:3:6: error: offset of experiment 2 must be a number, but is 'a"b'
         write a number
      design.csv:4:1: error: wait_days of experiment 3 must be a number, but is 'ü'
         write a number (days, at least 0)
      design.csv:4:6: error: offset of experiment 3 must be a number, but is 'ü'
         write a number
      """),
    BadDesign(
      "offset,wait_days\n\"1\r\n2\",3\r\n4,\"x\"\r\n",
      """
      design.csv:2:1: error: offset of experiment 1 must be a number, but is '1\\u{a}2'
         write the number alone
      design.csv:4:3: error: wait_days of experiment 2 must be a number, but is 'x'
         write a number (days, at least 0)
      """),
  ]

  /// A cell of a column in quotes, and what is said of it.
  private static func cell(
    _ column: String, _ cell: String, _ message: String, _ remedy: String?
  ) -> BadDesign {
    let place = "design.csv:2:1: error: \(column) of experiment 1 "
    return BadDesign(
      "\(column)\n\"\(cell)\"\n", place + message + (remedy.map { "\n   " + $0 } ?? ""))
  }

  private static func noNumber(_ column: String, _ text: String, _ remedy: String) -> BadDesign {
    cell(column, text, "must be a number, but is '\(text)'", remedy)
  }

  static let numbers = [
    cell("wait_days", "", "has no value", "write a number (days, at least 0)"),
    cell("wait_days", " ", "has no value", "write a number (days, at least 0)"),
    noNumber("wait_days", "np.float64(0.3)", "that is how numpy shows a number: write 0.3"),
    noNumber("wait_days", "numpy.int64(3)", "that is how numpy shows a number: write 3"),
    noNumber("wait_days", "[0.3]", "write 0.3"),
    noNumber("wait_days", "Decimal('0.3')", "write 0.3"),
    noNumber("wait_days", "0,5", "write decimals with a point: 0.5"),
    noNumber("wait_days", "1.234,5", "write decimals with a point: 1234.5"),
    noNumber("wait_days", "1,000", "write 1000, or 1.000 if the comma is a decimal one"),
    noNumber("wait_days", "0,125", "write decimals with a point: 0.125"),
    noNumber("wait_days", "1,234.5", "write it without marks between its thousands: 1234.5"),
    noNumber("wait_days", "1,234,567", "write it without marks between its thousands: 1234567"),
    noNumber("wait_days", "1 000", "write it without marks between its thousands: 1000"),
    noNumber("wait_days", "1 000,5", "write decimals with a point: 1000.5"),
    noNumber("wait_days", "1_000", "write it without marks between its thousands: 1000"),
    noNumber("offset", "−5", "write the minus sign as a hyphen: -5"),
    noNumber("labs.ac-me.staff_share", "50%", "write 0.5, for 50 in a hundred"),
    noNumber("wait_days", "50 %", "write 50"),
    noNumber("wait_days", "30 days", "write the number alone: 30"),
    noNumber("wait_days", "2 months", "write the number alone (days, at least 0)"),
    noNumber("offset", "$1.5M", "write the number alone"),
    noNumber("wait_days", "2026-06-09", "days are counted from start_date, which is day 0"),
    noNumber("labs.ac-me.staff_share", "True", "write 1 for true and 0 for false"),
    noNumber(
      "wait_days", "=B2/2", "save what the spreadsheet computes, not its formulas or errors"),
    noNumber("wait_days", "many", "write a number (days, at least 0)"),
    cell(
      "wait_days", "NaN", "must be a finite number, but is 'NaN'",
      "every experiment needs a number here"),
    cell(
      "wait_days", "-inf", "must be a finite number, but is '-inf'",
      "every experiment needs a number here"),
    cell(
      "wait_days", "1e999", "cannot be '1e999', which is too large",
      "numbers reach to about 1.8e308"),
    cell("wait_days", "-3", "must be at least 0, but is -3", nil),
    cell(
      "labs.ac-me.staff_share", "45", "must be from 0 to 1, but is 45",
      "a share is written from 0 to 1, so that 45 in a hundred are 0.45"),
  ]

  static let wholes = [
    BadDesign(
      "office.officers\n2.5\n0.5\n1000.5\n2\n",
      """
      design.csv:2:1: error: office.officers of experiment 1 must be a whole number, but is 2.5
         write 2 or 3
      design.csv:3:1: error: office.officers of experiment 2 must be from 1 to 1000, but is 0.5
      design.csv:4:1: error: office.officers of experiment 3 must be from 1 to 1000, but is 1000.5
      """)
  ]
}
