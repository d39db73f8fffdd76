/// A file as the disk knows it: what was synced, and what was written since.
struct DiskFile: Sendable {
  /// A change that the disk was told of and may or may not hold.
  enum Change: Sendable {
    case write(offset: Int, bytes: [UInt8])
    case truncate(size: Int)
  }

  /// What a disk writes as a whole or not at all.
  static let sectorByteCount = 512

  private(set) var synced: [UInt8]
  private(set) var pending: [Change] = []

  init(synced: [UInt8] = []) { self.synced = synced }

  mutating func note(_ change: Change) { pending.append(change) }

  /// Everything written so far is on the disk.
  mutating func sync() {
    for change in pending { Self.apply(change, to: &synced) }
    pending = []
  }

  /// A sync failed: what was written since the last one is on the disk by luck, and never retried.
  mutating func loseSync(using generator: inout some RandomNumberGenerator) {
    synced = afterCut(using: &generator)
    pending = []
  }

  /// What the disk may hold when the power goes: any of the changes since the last sync, whole,
  /// torn at sectors or not at all.
  func afterCut(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = synced
    // How much of what was not synced got through differs from cut to cut: nothing, a part, all.
    let luck = Int.random(in: 0...4, using: &generator)
    for change in pending {
      guard Int.random(in: 1...4, using: &generator) <= luck else { continue }
      switch change {
      case .truncate: Self.apply(change, to: &bytes)
      case .write(let offset, let written):
        let isTorn = luck < 4 && Bool.random(using: &generator)
        for sector in Self.sectors(of: offset..<offset + written.count)
        where !isTorn || Bool.random(using: &generator) {
          let part = Array(written[sector.lowerBound - offset..<sector.upperBound - offset])
          Self.apply(.write(offset: sector.lowerBound, bytes: part), to: &bytes)
        }
      }
    }
    return bytes
  }

  private static func sectors(of range: Range<Int>) -> [Range<Int>] {
    var sectors: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, (start / sectorByteCount + 1) * sectorByteCount)
      sectors.append(start..<end)
      start = end
    }
    return sectors
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .truncate(let size):
      if size < bytes.count {
        bytes.removeLast(bytes.count - size)
      } else {
        bytes += repeatElement(0, count: size - bytes.count)
      }
    case .write(let offset, let written):
      let end = offset + written.count
      if end > bytes.count { bytes += repeatElement(0, count: end - bytes.count) }
      bytes.replaceSubrange(offset..<end, with: written)
    }
  }
}
