import Commissioning
import Digests
import Foundation
import Journal
import Rules

/// Where the sealed bids of one procedure rest: `DIR/bids/CODE/000001.bid`.
///
/// Named by number, never by who handed them in; which file is whose stands in the journal as the
/// digest of its bytes. A file without an entry is what a stop between the two left.
struct BidStore {
  let path: String

  /// The largest bid that is taken: 64 MB.
  static let longest = 64 << 20

  init(_ folder: DataFolder, _ procedure: ProcedureCode) {
    path = "\(folder.path)/bids/\(procedure)"
  }
}

extension BidStore {
  /// The files of the folder in order of number.
  private var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".bid") }.sorted()
  }

  /// Keeps sealed bytes; durable on return.
  func keep(_ bytes: [UInt8]) throws {
    try DurableText.makeFolder(path)
    // The folders themselves are names in theirs.
    try DurableText.syncFolder(of: path)
    try DurableText.syncFolder(of: (path as NSString).deletingLastPathComponent)
    let last = files.last.flatMap { Int($0.dropLast(4)) } ?? 0
    let number = "\(last + 1)"
    let name = String(repeating: "0", count: max(0, 6 - number.count)) + number
    try DurableText.replace("\(path)/\(name).bid", with: bytes)
  }

  /// What lies in the folder, each file read once.
  func contents() throws -> [(bid: SealedBid, file: String)] {
    try files.compactMap { name in
      let file = "\(path)/\(name)"
      return try Self.read(file).map { (Self.bid($0), file) }
    }
  }

  /// The bytes that the journal speaks of; nil when no file has them.
  func bytes(of bid: SealedBid) throws -> [UInt8]? {
    for name in files {
      if let bytes = try Self.read("\(path)/\(name)", ofSize: bid.byteCount), Self.bid(bytes) == bid
      {
        return bytes
      }
    }
    return nil
  }

  /// Takes away the bytes of a bid that was withdrawn.
  func drop(_ bid: SealedBid) throws {
    for name in files {
      let file = "\(path)/\(name)"
      guard let bytes = try Self.read(file, ofSize: bid.byteCount), Self.bid(bytes) == bid else {
        continue
      }
      unlink(file)
      try DurableText.syncFolder(of: file)
    }
  }

  /// The bytes of a file; nil when it is gone or, where a size is given, of another one.
  static func read(_ file: String, ofSize size: Int? = nil) throws -> [UInt8]? {
    var status = stat()
    guard stat(file, &status) == 0, size == nil || Int(status.st_size) == size else { return nil }
    return try DurableText.read(file, limit: longest + BidCipher.overhead)
  }

  private static func bid(_ bytes: [UInt8]) -> SealedBid {
    SealedBid(digest: StandardDigest.sha256(bytes.span), byteCount: bytes.count)
  }
}
