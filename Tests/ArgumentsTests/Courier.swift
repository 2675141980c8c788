import Arguments

/// A program that exists only to be parsed.
let courier = Program(
  name: "courier", summary: "delivers parcels",
  version: "courier 1.2.3",
  commands: [
    Command(
      name: "send", summary: "sends a parcel; prints its number",
      discussion: """
        The parcel leaves with the next tour. A parcel without a weight is weighed at the counter,
        which takes a while.

        Nothing is sent when anything is wrong.
        """,
      examples: [
        ("courier send box.txt Oslo --weight 2.5", "A parcel of two and a half kilogrammes."),
        ("courier send box.txt --label fragile --label dear", "Two labels, to the default city."),
      ],
      arguments: [
        .required("PARCEL", "the file that describes the parcel", .file),
        .optional("CITY", "where it goes; without it, to the capital"),
      ],
      options: [
        .value(
          "weight", "KG", "the weight in kilogrammes", .number(0.1...40),
          defaultText: "as weighed at the counter"),
        .value("copies", "N", "how many equal parcels", .integer(1...99), defaultText: "1"),
        .value(
          "speed", "slow|usual|express", "how it travels", .choice(["slow", "usual", "express"]),
          defaultText: "usual"),
        .value("label", "WORD", "a label to stick on it", isRepeatable: true),
        .value(
          "day", "DAY", "the day of delivery",
          .custom(expected: "a day such as 2026-06-30", isValid: { $0.count == 10 })),
        .value("receipt-folder-for-the-counter", "DIR", "where receipts are put", .folder),
        .flag("insured", "insures it"),
        .flag("quiet", "prints the number only"),
      ]),
    Command(
      name: "track", summary: "tells where parcels are",
      arguments: [.repeating("NUMBER", "numbers of parcels", .integer(1...(.max)))],
      options: [.flag("history", "all stations, not only the last")]),
    Command(
      name: "compare", summary: "compares two tariffs",
      options: [
        .value("tariff", "NAME", "a tariff to compare", isRepeatable: true, isRequired: true)
      ]),
    Command(
      name: "cities", summary: "lists the cities",
      arguments: [.optional("REGION", "north or south", .choice(["north", "south"]))]),
  ],
  exitCodes: [(0, "done"), (64, "the command line is wrong"), (66, "no such file")])
