import Experiments

/// Reads a table back as it is, record by record, each with its line end.
///
/// Bytes stay bytes: whoever compares must not be helped by a reader that understands.
struct RecordReader: ~Copyable {
  let path: String
  private var file: InputFile
  private var buffer: [UInt8] = []
  private var position = 0

  init(_ path: String) throws(ResultError) {
    self.path = path
    file = try InputFile(path)
  }

  /// Puts the next record in place of what `record` held; false after the last.
  ///
  /// A line end between quotes belongs to the record. The last record is whatever is left.
  mutating func next(_ record: inout [UInt8]) throws(ResultError) -> Bool {
    record.removeAll(keepingCapacity: true)
    var isQuoted = false
    while true {
      if position == buffer.count {
        buffer = try file.read(1 << 16)
        position = 0
        if buffer.isEmpty { return !record.isEmpty }
      }
      let end = RecordReader.end(of: buffer, from: position, &isQuoted)
      record.append(contentsOf: buffer[position..<(end ?? buffer.count)])
      position = end ?? buffer.count
      if end != nil { return true }
    }
  }

  /// The place behind the line end that ends a record; nil if there is none yet.
  private static func end(of bytes: [UInt8], from start: Int, _ isQuoted: inout Bool) -> Int? {
    for place in start..<bytes.count {
      if bytes[place] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if bytes[place] == UInt8(ascii: "\n") && !isQuoted {
        return place + 1
      }
    }
    return nil
  }
}

/// The fields of a record, as they stand between its commas.
enum RecordText {
  static func fields(_ record: [UInt8]) -> [String] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in record {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      switch byte {
      case UInt8(ascii: ",") where !isQuoted: fields.append([])
      case UInt8(ascii: "\n") where !isQuoted: break
      default: fields[fields.count - 1].append(byte)
      }
    }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A record as text, without its line end.
  static func line(_ record: [UInt8]) -> String {
    let end = record.last == UInt8(ascii: "\n") ? 1 : 0
    return String(decoding: record.dropLast(end), as: UTF8.self)
  }

  /// The whole numbers in the first two fields, which name a row; nil where others stand there.
  static func row(_ record: [UInt8]) -> RowKey? {
    var numbers = [0, 0]
    var (field, digits) = (0, 0)
    for byte in record {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 18:
        numbers[field] = 10 * numbers[field] + Int(byte - UInt8(ascii: "0"))
        digits += 1
      case UInt8(ascii: ",") where digits > 0:
        if field == 1 { return RowKey(experiment: numbers[0], replication: numbers[1]) }
        (field, digits) = (1, 0)
      default: return nil
      }
    }
    return nil
  }
}
