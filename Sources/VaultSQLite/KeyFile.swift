import Crypto
package import People
package import Quantities

/// The keys of one vault, in a text file outside the data folder.
///
/// One line per key after a header line. The epoch key of a month wraps the keys of persons; when
/// it goes, copies of the vault from before cannot be read any more. The list of destroyed persons
/// stands here too, so that restoring an old vault cannot bring them back (PR-07).
package struct KeyFile: Sendable {
  /// A key that wraps the keys of messages, and knows the vault.
  struct Master: Sendable, Equatable {
    /// 1, 2, 3 and so on.
    let number: UInt32
    /// The day on which it replaced the one before; the first replaced none.
    let made: CivilDate?
    let key: SymmetricKey

    var named: NamedKey { NamedKey(id: number, key: key) }
  }

  /// The key of a month, or of the rest of a month in which the keys were turned.
  struct Epoch: Sendable, Equatable {
    /// Year times 100 plus month; a second one in the same month has a million more, and so on.
    let id: UInt32
    /// The day on which it was made.
    let made: CivilDate
    let key: SymmetricKey

    var named: NamedKey { NamedKey(id: id, key: key) }
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
  /// Oldest first, never empty: more than one while keys are turned and as long as there are
  /// backups from before.
  var masters: [Master]
  let lookup: SymmetricKey
  /// Oldest first; never empty.
  var epochs: [Epoch]
  var destroyed: [Destroyed]

  /// The epoch key for what is sealed now.
  var current: Epoch { epochs[epochs.count - 1] }

  /// The epoch key with a number.
  func epoch(_ id: UInt32) -> NamedKey? { epochs.first { $0.id == id }?.named }

  /// The newest master key: the vault's own, or the one that it is being turned to.
  var newestMaster: Master { masters[masters.count - 1] }

  /// The master key with a number.
  func master(_ number: UInt32) -> NamedKey? { masters.first { $0.number == number }?.named }

  /// A fresh key of 256 bits.
  static func newKey() -> SymmetricKey { SymmetricKey(size: .bits256) }

  /// The number of a month: year times 100 plus month.
  static func month(of day: CivilDate) -> UInt32 { UInt32(day.year * 100 + day.month) }

  /// By how much the numbers of the epochs of one month differ.
  private static let epochStep: UInt32 = 1_000_000

  /// The month of an epoch.
  static func month(ofEpoch id: UInt32) -> UInt32 { id % epochStep }

  /// Whether one epoch came before another.
  static func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    (month(ofEpoch: left), left) < (month(ofEpoch: right), right)
  }
}

// MARK: - Turning

extension KeyFile {
  /// Adds an epoch: that of the day's month, or when it has one a further one of the current month.
  mutating func addEpoch(on day: CivilDate) {
    let month = Self.month(of: day)
    let isNew = month > Self.month(ofEpoch: current.id)
    let id = isNew ? month : current.id + Self.epochStep
    epochs.append(Epoch(id: id, made: day, key: Self.newKey()))
  }

  /// Adds a master key, to which the vault then turns.
  mutating func addMaster(on day: CivilDate) {
    let number = newestMaster.number + 1
    masters.append(Master(number: number, made: day, key: Self.newKey()))
  }

  /// Whether a key's successor is older than the horizon of backups.
  func hasExpired(on day: CivilDate) -> Bool {
    var other = self
    other.retire(on: day)
    return other.epochs.count < epochs.count || other.masters.count < masters.count
  }

  /// Drops the keys whose successor is older than the horizon, and with each epoch the persons who
  /// were destroyed under it: no readable copy of them is left to be restored.
  mutating func retire(on day: CivilDate) {
    let horizon = day.dayNumber - Int32(Self.backupHorizonDays)
    while epochs.count > 1, epochs[1].made.dayNumber < horizon {
      let gone = epochs.removeFirst()
      destroyed.removeAll { !Self.precedes(gone.id, $0.epoch) }
    }
    while masters.count > 1, let made = masters[1].made, made.dayNumber < horizon {
      masters.removeFirst()
    }
  }
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
      masters: [Master(number: 1, made: nil, key: newKey())],
      lookup: newKey(),
      epochs: [Epoch(id: month(of: day), made: day, key: newKey())],
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
