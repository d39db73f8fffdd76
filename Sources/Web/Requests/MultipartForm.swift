/// A form that was sent in parts, as one with a file is (RFC 7578).
///
/// One file at most, since no form of ours has more. Written to read only what browsers send;
/// everything else is refused.
struct MultipartForm {
  let fields: FormFields

  /// The most parts that are read.
  private static let longest = 50
  /// The longest value that is not a file.
  private static let longestValue = 64 << 10

  init?(_ bytes: [UInt8], boundary: String) {
    let boundary = boundary.filter { $0 != "\"" }
    guard (1...70).contains(boundary.utf8.count) else { return nil }
    let mark = Array("--\(boundary)".utf8)
    guard bytes.starts(with: mark) else { return nil }
    var place = mark.count
    var items: [QueryItem] = []
    var file: FormFields.SentFile?
    let ending = Array("\r\n--\(boundary)".utf8)
    for _ in 0..<Self.longest {
      if bytes[place...].starts(with: Array("--".utf8)) {
        fields = FormFields(fields: Query(items), file: file)
        return
      }
      guard bytes[place...].starts(with: [0x0D, 0x0A]),
        let headEnd = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: bytes, from: place),
        headEnd - place < 4_096,
        let end = Self.find(ending, in: bytes, from: headEnd + 2),
        end >= headEnd + 4,
        let head = PartHead(bytes[place..<headEnd])
      else { return nil }
      let value = Array(bytes[(headEnd + 4)..<end])
      if let name = head.fileName {
        guard file == nil else { return nil }
        // A form whose file was left out sends an empty one without a name.
        if !name.isEmpty || !value.isEmpty { file = FormFields.SentFile(name: name, bytes: value) }
      } else {
        guard value.count <= Self.longestValue,
          let text = String(validating: value, as: UTF8.self)
        else { return nil }
        items.append(QueryItem(head.name, text))
      }
      place = end + ending.count
    }
    return nil
  }

  /// The place of the first occurrence from a place on.
  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start >= 0, bytes.count - start >= wanted.count else { return nil }
    return bytes.withUnsafeBufferPointer { all -> Int? in
      var place = start
      while place <= all.count - wanted.count {
        if all[place] == wanted[0] {
          var length = 1
          while length < wanted.count, all[place + length] == wanted[length] { length += 1 }
          if length == wanted.count { return place }
        }
        place += 1
      }
      return nil
    }
  }

  /// What stands above the value of a part.
  private struct PartHead {
    let name: String
    /// Nil for a part that is not a file.
    let fileName: String?

    init?(_ bytes: ArraySlice<UInt8>) {
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      let lines = text.split(whereSeparator: \.isNewline)
      let wanted = "content-disposition: form-data;"
      guard let line = lines.first(where: { $0.lowercased().hasPrefix(wanted) }) else { return nil }
      var values: [String: String] = [:]
      for part in line.dropFirst(wanted.count).split(separator: ";") {
        let sides = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { continue }
        values[String(sides[0])] = sides[1].filter { $0 != "\"" }
      }
      guard let name = values["name"], !name.isEmpty else { return nil }
      self.name = name
      fileName = values["filename"]
    }
  }
}
