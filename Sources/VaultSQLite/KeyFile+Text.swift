import Crypto
import Foundation
import People
import Quantities

extension KeyFile {
  private static let header = "regie-key 1"

  /// The text of the file: a header, then one line per key and per destroyed person.
  func text() -> [UInt8] {
    var lines = [Self.header, "region \(region)"]
    for master in masters {
      let made = master.made.map { " \($0)" } ?? ""
      lines.append("master \(master.number)\(made) \(Self.hex(master.key))")
    }
    lines.append("lookup 1 \(Self.hex(lookup))")
    for epoch in epochs {
      lines.append("epoch \(epoch.id) \(epoch.made) \(Self.hex(epoch.key))")
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
    guard let region = reader.region, let lookup = reader.lookup, !reader.masters.isEmpty,
      !reader.epochs.isEmpty, bytes.last == 0x0A
    else { throw VaultFailure(.keyFileIncomplete) }
    self.init(
      path: path,
      region: region,
      masters: reader.masters.sorted { $0.number < $1.number },
      lookup: lookup,
      epochs: reader.epochs.sorted { KeyFile.precedes($0.id, $1.id) },
      destroyed: reader.destroyed
    )
  }

  /// What was read of a key file so far.
  private struct Reader {
    var region: RegionID?
    var masters: [Master] = []
    var lookup: SymmetricKey?
    var epochs: [Epoch] = []
    /// Every key so far: two that are the same were not drawn at random.
    private var keys: [SymmetricKey] = []
    var destroyed: [Destroyed] = []

    /// Takes over one line; false when it is not understood.
    mutating func read(_ words: [Substring]) -> Bool {
      switch (words.first, words.count) {
      case ("region", 2):
        guard region == nil else { return false }
        region = RegionID(words[1])
        return region != nil
      case ("master", 3): return readMaster(words[1], made: nil, words[2])
      case ("master", 4):
        guard let made = CivilDate(words[2]) else { return false }
        return readMaster(words[1], made: made, words[3])
      case ("lookup", 3):
        guard words[1] == "1", lookup == nil else { return false }
        lookup = key(words[2])
        return lookup != nil
      case ("epoch", 4):
        guard let id = UInt32(words[1]), let made = CivilDate(words[2]),
          (1...12).contains(id % 100), !epochs.contains(where: { $0.id == id }),
          let key = key(words[3])
        else { return false }
        epochs.append(Epoch(id: id, made: made, key: key))
        return true
      case ("destroyed", 3):
        guard let client = ClientKey(words[1]), let epoch = UInt32(words[2]) else { return false }
        destroyed.append(Destroyed(client: client, epoch: epoch))
        return true
      default:
        return false
      }
    }

    private mutating func readMaster(
      _ number: Substring,
      made: CivilDate?,
      _ text: Substring
    ) -> Bool {
      guard let number = UInt32(number), number > 0, (number == 1) == (made == nil),
        !masters.contains(where: { $0.number == number }), let key = key(text)
      else { return false }
      masters.append(Master(number: number, made: made, key: key))
      return true
    }

    /// A key; nil when it is not in its form, is there already or was never drawn at random.
    private mutating func key(_ text: Substring) -> SymmetricKey? {
      guard let key = KeyFile.key(text), !keys.contains(key) else { return nil }
      keys.append(key)
      return key
    }
  }

  private static func hex(_ key: SymmetricKey) -> String {
    key.withUnsafeBytes { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// How many of 32 random bytes differ at least; fewer turn up once in more than 10^20 keys.
  private static let fewestDifferentBytes = 12

  /// Reads a key; nil for one that is written by hand, such as a sample (CR-04).
  fileprivate static func key(_ text: Substring) -> SymmetricKey? {
    guard text.utf8.count == 64, let high = RegionID(text.prefix(32)),
      let low = RegionID(text.suffix(32))
    else { return nil }
    let bytes = high.bytes + low.bytes
    guard Set(bytes).count >= fewestDifferentBytes else { return nil }
    return SymmetricKey(data: bytes)
  }
}
