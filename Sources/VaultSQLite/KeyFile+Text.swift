import Crypto
import Foundation
import People
import Quantities

extension KeyFile {
  private static let header = "regie-key 1"

  /// The text of the file: a header, then one line per key and per destroyed person.
  func text() -> [UInt8] {
    var lines = [Self.header, "region \(region)"]
    lines.append("master 1 \(Self.hex(master))")
    lines.append("lookup 1 \(Self.hex(lookup))")
    for epoch in epochs {
      lines.append("epoch \(epoch.month) \(epoch.made) \(Self.hex(epoch.key))")
    }
    for gone in destroyed { lines.append("destroyed \(gone.client) \(gone.epoch)") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Reads the text; a line that is not understood is refused, by its number only.
  init(path: String, bytes: [UInt8]) throws(VaultFailure) {
    var reader = Reader()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      number += 1
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      let understood =
        number == 1 ? words.joined(separator: " ") == Self.header : reader.read(words)
      guard understood else {
        throw VaultFailure(.keyFileLine(number: number))
      }
    }
    guard let region = reader.region, let master = reader.master, let lookup = reader.lookup,
      !reader.epochs.isEmpty, bytes.last == 0x0A
    else { throw VaultFailure(.keyFileIncomplete) }
    self.init(
      path: path,
      region: region,
      master: master,
      lookup: lookup,
      epochs: reader.epochs.sorted { $0.month < $1.month },
      destroyed: reader.destroyed
    )
  }

  /// What was read of a key file so far.
  private struct Reader {
    var region: RegionID?
    var master: SymmetricKey?
    var lookup: SymmetricKey?
    var epochs: [Epoch] = []
    var destroyed: [Destroyed] = []

    /// Takes over one line; false when it is not understood.
    mutating func read(_ words: [Substring]) -> Bool {
      switch (words.first, words.count) {
      case ("region", 2):
        region = RegionID(words[1])
        return region != nil
      case ("master", 3):
        master = words[1] == "1" ? KeyFile.key(words[2]) : nil
        return master != nil
      case ("lookup", 3):
        lookup = words[1] == "1" ? KeyFile.key(words[2]) : nil
        return lookup != nil
      case ("epoch", 4):
        guard let month = UInt32(words[1]), let made = CivilDate(words[2]),
          let key = KeyFile.key(words[3]), !epochs.contains(where: { $0.month == month })
        else { return false }
        epochs.append(Epoch(month: month, made: made, key: key))
        return true
      case ("destroyed", 3):
        guard let client = ClientKey(words[1]), let epoch = UInt32(words[2]) else { return false }
        destroyed.append(Destroyed(client: client, epoch: epoch))
        return true
      default:
        return false
      }
    }
  }

  private static func hex(_ key: SymmetricKey) -> String {
    key.withUnsafeBytes { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  fileprivate static func key(_ text: Substring) -> SymmetricKey? {
    guard text.utf8.count == 64, let high = RegionID(text.prefix(32)),
      let low = RegionID(text.suffix(32))
    else { return nil }
    return SymmetricKey(data: high.bytes + low.bytes)
  }
}
