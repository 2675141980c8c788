import JSON5

/// Describes the files of a result to programs (Data Package v2).
///
/// Source: <https://datapackage.org/standard/data-package/>. `unit`, `address`, `evidence`,
/// `source`, `sign`, `comparison` and `level` of a field are our own additions, which the standard
/// allows.
enum DataPackage {
  static let file = "datapackage.json"
  static let profile = "https://datapackage.org/profiles/2.0/datapackage.json"
  static let schemaProfile = "https://datapackage.org/profiles/2.0/tableschema.json"

  /// - Parameters:
  ///   - name: the scenario's name.
  ///   - tables: the tables; those without a file are left out.
  ///   - files: every file of the result that may not differ between equal runs.
  static func node(name: String, tables: [Table], files: [WrittenFile]) -> Node {
    .object([
      ("$schema", .string(profile)),
      ("name", .string(slug(name))),
      ("title", .string("Embargo: \(name)")),
      (
        "resources",
        .array(
          files.map { file in
            resource(file, tables.first { $0.file == file.name })
          })
      ),
    ])
  }

  private static func resource(_ file: WrittenFile, _ table: Table?) -> Node {
    let stem = table?.name ?? slug(String(file.name.prefix(while: { $0 != "." })))
    var members: [(String, Node)] = [("name", .string(stem))]
    if let table {
      members.append(("type", .string("table")))
      members.append(("description", .string(table.description)))
    }
    members += [
      ("path", .string(file.name))
    ]
    members += format(of: file.name).map { ($0, Node.string($1)) }
    members += [
      ("bytes", .integer(file.bytes)),
      ("hash", .string("sha256:" + file.sha256)),
    ]
    if let table { members.append(("schema", schema(table))) }
    return .object(members)
  }

  private static func format(of name: String) -> [(String, String)] {
    if name.hasSuffix(".csv") {
      return [("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8")]
    }
    if name.hasSuffix(".json") {
      return [("format", "json"), ("mediatype", "application/json"), ("encoding", "utf-8")]
    }
    return [("format", "bin"), ("mediatype", "application/octet-stream")]
  }

  private static func schema(_ table: Table) -> Node {
    .object([
      ("$schema", .string(schemaProfile)),
      ("fields", .array(table.columns.enumerated().map { field($1, isKey: $0 < table.keyCount) })),
      ("primaryKey", .array(table.key.map { .string($0) })),
      ("missingValues", .array([.string("")])),
    ])
  }

  private static func field(_ column: Column, isKey: Bool) -> Node {
    var members: [(String, Node)] = [
      ("name", .string(column.name)),
      ("type", .string(column.kind.rawValue)),
      ("unit", .string(column.unit)),
      ("description", .string(column.description)),
    ]
    members += column.properties.filter { !$0.value.isEmpty }.map { ($0.name, .string($0.value)) }
    if isKey { members.append(("constraints", .object([("required", .bool(true))]))) }
    return .object(members)
  }

  /// A name as the standard wants it: lower case letters, digits, `-`, `_` and `.`.
  private static func slug(_ name: String) -> String {
    String(
      name.lowercased().map { character in
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        return isPlain || "-_.".contains(character) ? character : "-"
      })
  }
}
