import Glibc
import Journal
import People

/// The end of the chain of security events, sealed, in a file beside the data folder.
///
/// The chain itself cannot show that its last events were cut off, or that the whole file was
/// swapped by an older copy of it: only what is kept elsewhere can. The file has two places that
/// are written in turn, so that a write that a power cut broke off leaves the one before it; and a
/// lock, since commands write beside a server.
struct EventHeadFile: Sendable {
  /// An end of the chain: how many events there are, and the hash of the last.
  struct Head: Hashable, Sendable {
    let number: Int64
    let hash: [UInt8]

    static let none = Head(number: 0, hash: Digest.zero.bytes)
  }

  let path: String
  let keys: AccountKeys

  init(dataFolder: String, keys: AccountKeys) {
    let isSlashed = dataFolder.count > 1 && dataFolder.hasSuffix("/")
    path = (isSlashed ? String(dataFolder.dropLast()) : dataFolder) + ".accounts-head"
    self.keys = keys
  }

  /// The newest end that was sealed; nil when there is none, or none that is whole.
  func read() throws(AccountFailure) -> Head? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      guard errno == ENOENT else { throw AccountFailure(.cannotOpen) }
      return nil
    }
    defer { close(file) }
    return heads(file).compactMap(\.self).max { $0.number < $1.number }
  }

  /// Seals an end; an older one than is there already is not written, unless the accounts are taken
  /// as they are.
  ///
  /// The first seal is durable on return. A later one goes to the disk in its own time: after a
  /// power cut the seal may be an older one, which watches over fewer events and never refuses a
  /// good file.
  func write(_ head: Head, isTaken: Bool = false) throws(AccountFailure) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw AccountFailure(.cannotOpen) }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { throw AccountFailure(.notWritable) }
    defer { flock(file, LOCK_UN) }
    let known = heads(file)
    let isNewer = known.allSatisfy { ($0?.number ?? -1) < head.number }
    guard isTaken || isNewer else { return }
    let old = (known[0]?.number ?? -1) <= (known[1]?.number ?? -1) ? 0 : 1
    for place in isTaken ? [0, 1] : [old] {
      let line = line(head)
      let count = line.withUnsafeBytes {
        pwrite(file, $0.baseAddress, $0.count, place * Self.lineLength)
      }
      guard count == line.count else { throw AccountFailure(.diskFull) }
    }
    guard isTaken || known.allSatisfy({ $0 == nil }) else { return }
    guard fsync(file) == 0, syncFolder() else { throw AccountFailure(.notWritable) }
  }

  /// Makes the name of the file durable.
  private func syncFolder() -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  // MARK: - Lines

  /// The number in 20 places, the hash and the seal in hexadecimal digits.
  private static let lineLength = 20 + 1 + 64 + 1 + 64 + 1

  private func line(_ head: Head) -> [UInt8] {
    let digits = "\(head.number)"
    let number = String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    let text = number + " " + Hexadecimal.text(head.hash)
    return Array("\(text) \(Hexadecimal.text(keys.digest("event head", text)))\n".utf8)
  }

  /// What stands in the two places; nil for a place without a whole line under a right seal.
  private func heads(_ file: CInt) -> [Head?] {
    [0, 1].map { place in
      var bytes = [UInt8](repeating: 0, count: Self.lineLength)
      let count = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress, $0.count, place * Self.lineLength)
      }
      guard count == bytes.count else { return nil }
      let parts = String(decoding: bytes.dropLast(), as: UTF8.self).split(separator: " ")
      guard parts.count == 3, let number = Int64(parts[0]),
        let hash = Hexadecimal.bytes(parts[1]), let seal = Hexadecimal.bytes(parts[2]),
        ConstantTime.equal(seal, keys.digest("event head", "\(parts[0]) \(parts[1])"))
      else { return nil }
      return Head(number: number, hash: hash)
    }
  }
}
