import FoundationEssentials
import JSON5
import ResultFiles
import Testing

@Suite struct DataPackageTests {
  private func package(_ path: String) throws -> Node {
    try #require(JSON5Reader.parse(try Fake.text(path + "/datapackage.json"), file: 0).node)
  }

  @Test("every file but runtime.json and itself is there, with its size and its hash")
  func files() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(12), fails: true)
    let resources = try #require(try package(path)["resources"]?.elements)
    let files = try Fake.files(path).filter { $0.key != "datapackage.json" }
    #expect(resources.compactMap { $0["path"]?.string } == files.keys.sorted())
    for resource in resources {
      let bytes = try Data(contentsOf: URL(filePath: path + "/" + resource["path"]!.string!))
      #expect(resource["bytes"]?.integer == bytes.count)
      #expect(resource["hash"]?.string == "sha256:" + SHA256.hexadecimal(Array(bytes)))
    }
  }

  @Test("every column of every table has name, type, unit and description, in their order")
  func columns() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(12), fails: true)
    var tables = 0
    for resource in try #require(try package(path)["resources"]?.elements) {
      guard let fields = resource["schema"]?["fields"]?.elements else { continue }
      tables += 1
      let reader = try CSVReader(path + "/" + resource["path"]!.string!)
      #expect(fields.compactMap { $0["name"]?.string } == reader.header)
      for field in fields {
        let name = try #require(field["name"]?.string)
        #expect(
          name.first!.isLowercase
            && name.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "_" })
        #expect(["integer", "number", "string"].contains(field["type"]?.string))
        #expect(field["unit"]?.string != nil)
        #expect(field["description"]?.string?.isEmpty == false)
      }
      let key = try #require(resource["schema"]?["primaryKey"]?.elements).compactMap(\.string)
      #expect(key == Array(reader.header.prefix(key.count)) && key.first == "experiment_id")
    }
    #expect(tables == 9)
  }

  @Test("a drawn parameter's column says its address, unit and evidence")
  func address() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(2))
    let draws = try #require(
      try package(path)["resources"]?.elements?.first { $0["name"]?.string == "draws" })
    let field = try #require(draws["schema"]?["fields"]?.elements?.last)
    #expect(field["name"]?.string == "labs__acme_x__staff_share")
    #expect(field["address"]?.string == "labs.acme-x.staff_share")
    #expect(field["unit"]?.string == "share" && field["evidence"]?.string == "assumed")
  }

  @Test("the package names its profile, and itself as the standard wants names")
  func profile() throws {
    let scratch = try Scratch()
    try Fake.run(scratch.path + "/r", Fake.plan(2))
    let package = try package(scratch.path + "/r")
    #expect(
      package["$schema"]?.string == "https://datapackage.org/profiles/2.0/datapackage.json")
    #expect(package["name"]?.string == "june-2026")
  }
}
