import Rules

/// What is wrong with a file before anybody opens it (WB-07): one sentence, and nothing is kept.
enum UploadCheck {
  /// What a file should be.
  enum Kind {
    case message, table

    var names: [String] {
      switch self {
      case .message: [".xml"]
      case .table: [".csv", ".tsv", ".txt"]
      }
    }
  }

  /// The objection to a file; nil when it may be read.
  static func objection(to file: FormFields.SentFile?, _ kind: Kind) -> BilingualText? {
    guard let file else {
      return BilingualText("Kies een bestand.", "Choose a file.")
    }
    guard !file.bytes.isEmpty else {
      return BilingualText(
        "Dit bestand is leeg (0 bytes). Kies een bestand met inhoud.",
        "This file is empty (0 bytes). Choose a file with content."
      )
    }
    guard kind.names.contains(where: { file.name.lowercased().hasSuffix($0) }) else {
      let names = kind.names.joined(separator: ", ")
      return BilingualText(
        "Dit soort bestand nemen we hier niet aan. De naam moet eindigen op \(names).",
        "This kind of file is not taken in here. Its name must end in \(names)."
      )
    }
    if holds(mark, file.bytes) {
      return BilingualText(
        "Dit bestand lijkt op een virus. Het is niet geopend en niet bewaard.",
        "This file looks like a virus. It was not opened and not kept."
      )
    }
    return kind == .message ? message(file.bytes) : table(file.bytes)
  }

  /// The harmless text that every scanner takes for a virus, in two parts so that this file is not
  /// taken for one.
  private static let mark = Array("EICAR-STANDARD-".utf8) + Array("ANTIVIRUS-TEST-FILE".utf8)

  private static func message(_ bytes: [UInt8]) -> BilingualText? {
    let start = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard start.first == UInt8(ascii: "<") else {
      return BilingualText(
        "Dit bestand is geen XML. Kies het bericht zoals uw systeem het heeft gemaakt.",
        "This file is not XML. Choose the message as your system made it."
      )
    }
    if holds(Array("<!DOCTYPE".utf8), Array(start.prefix(64 << 10))) {
      return BilingualText(
        "Dit bestand heeft een DOCTYPE. Berichten van de standaard hebben die niet; we openen het "
          + "daarom niet.",
        "This file has a DOCTYPE. Messages of the standard have none; it is not opened."
      )
    }
    return nil
  }

  private static func table(_ bytes: [UInt8]) -> BilingualText? {
    guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
      return BilingualText(
        "Dit bestand is geen tabel van tekst. Sla de tabel op als CSV in UTF-8.",
        "This file is not a table of text. Save the table as CSV in UTF-8."
      )
    }
    return nil
  }

  /// Whether bytes stand somewhere in a file, capitals or not.
  private static func holds(_ wanted: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count, let first = wanted.first else { return false }
    func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return bytes.withUnsafeBufferPointer { all -> Bool in
      for start in 0...(all.count - wanted.count) where small(all[start]) == small(first) {
        var length = 1
        while length < wanted.count, small(all[start + length]) == small(wanted[length]) {
          length += 1
        }
        if length == wanted.count { return true }
      }
      return false
    }
  }
}
