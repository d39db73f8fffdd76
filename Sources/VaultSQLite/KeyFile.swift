import Crypto
package import People
package import Quantities

/// The keys of one vault, in a text file outside the data folder.
///
/// One line per key after a header line. The epoch key of a month wraps the keys of persons; when
/// it goes, copies of the vault from before cannot be read any more. The list of destroyed persons
/// stands here too, so that restoring an old vault cannot bring them back (PR-07).
package struct KeyFile: Sendable {
  /// The key of a month.
  struct Epoch: Sendable, Equatable {
    /// Year times 100 plus month.
    let month: UInt32
    /// The day on which it was made.
    let made: CivilDate
    let key: SymmetricKey
  }

  /// A person whose key was destroyed, with the epoch of that moment.
  struct Destroyed: Sendable, Equatable {
    let client: ClientKey
    let epoch: UInt32
  }

  /// How long after its successor was made an epoch key is kept: the horizon of backups.
  package static let backupHorizonDays = 35

  package let path: String
  let region: RegionID
  let master: SymmetricKey
  let lookup: SymmetricKey
  /// Oldest first; never empty.
  var epochs: [Epoch]
  var destroyed: [Destroyed]

  /// The epoch key for what is sealed now.
  var current: Epoch { epochs[epochs.count - 1] }

  /// The epoch key of a month.
  func epoch(_ month: UInt32) -> NamedKey? {
    epochs.last { $0.month == month }.map { NamedKey(id: $0.month, key: $0.key) }
  }

  /// The master key; its number leaves room for successors.
  var masterKey: NamedKey { NamedKey(id: 1, key: master) }

  /// A fresh key of 256 bits.
  static func newKey() -> SymmetricKey { SymmetricKey(size: .bits256) }

  /// The number of a month: year times 100 plus month.
  static func month(of day: CivilDate) -> UInt32 { UInt32(day.year * 100 + day.month) }
}

extension KeyFile: CustomStringConvertible, CustomReflectable {
  package var description: String { "(keys)" }

  /// Shows nothing, so that a key cannot slip into a log by interpolation.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

// MARK: - Making and loading

extension KeyFile {
  /// Makes new keys and writes them to a file that must not exist yet, with mode 0600.
  package static func create(
    at path: String,
    outside dataFolder: String,
    on day: CivilDate
  ) throws(VaultFailure) -> KeyFile {
    try refuse(path, inside: dataFolder)
    var generator = SystemRandomNumberGenerator()
    let file = KeyFile(
      path: path,
      region: RegionID(using: &generator),
      master: SymmetricKey(size: .bits256),
      lookup: SymmetricKey(size: .bits256),
      epochs: [Epoch(month: month(of: day), made: day, key: SymmetricKey(size: .bits256))],
      destroyed: []
    )
    try DurableFile.create(path, bytes: file.text())
    return file
  }

  /// Loads the keys; refuses a file that others may read, or that lies in the data folder.
  package static func load(
    from path: String,
    outside dataFolder: String
  ) throws(VaultFailure) -> KeyFile {
    try refuse(path, inside: dataFolder)
    return try KeyFile(path: path, bytes: DurableFile.readPrivate(path))
  }

  /// Replaces the file: durable on return, and whole at every moment.
  func save() throws(VaultFailure) { try DurableFile.replace(path, bytes: text()) }

  /// A key beside the data it locks would be in every backup of that data.
  private static func refuse(
    _ path: String,
    inside dataFolder: String
  ) throws(VaultFailure) {
    let key = try DurableFile.realFolder(of: path)
    guard let data = DurableFile.realPath(dataFolder) else { return }
    guard key != data, !key.hasPrefix(data.hasSuffix("/") ? data : data + "/") else {
      throw VaultFailure(.keyFileInside)
    }
  }
}
