import Access
import Claims
import Commissioning
package import Journal
import Quantities

extension RegionState {
  /// The number of the layout; it changes with every change of the state or of how events change
  /// it.
  ///
  /// A snapshot of another layout is not read: the state is then made from the journal again.
  package static let snapshotLayout: UInt16 = 8

  private static let mark: [UInt8] = Array("regie-state".utf8)

  /// The state as bytes; reading them back gives an equal state.
  package func snapshot() -> [UInt8] {
    var writer = BinaryWriter(capacity: 1 << 20)
    writer.data(Self.mark)
    writer.fixed(Self.snapshotLayout)
    writer.fixed(head.position.rawValue)
    writer.digest(head.hash)
    writer.fixed(head.recordedAt.milliseconds)
    writer.fixed(head.knownOn.dayNumber)
    writer.optional(profile) { $0.data($1.body) }
    access.write(to: &writer)
    deliveries.write(to: &writer)
    ledger.write(to: &writer)
    writer.count(priceLists.count)
    for list in priceLists {
      writer.boolean(PriceListColumns.layout(of: list) == PriceListColumns.sourcedLayout)
      writer.data(PriceListColumns.write(list))
    }
    writer.count(settings.count)
    for chosen in settings { writer.data(chosen.body) }
    bookEvents.write(to: &writer)
    writer.count(pricing.imported)
    writer.count(pricing.derived)
    writer.boolean(pricing.isStale)
    writeMessages(to: &writer)
    commands.write(to: &writer)
    return writer.bytes
  }

  private func writeMessages(to writer: inout BinaryWriter) {
    writer.count(messages.count)
    for (key, record) in messages.ordered {
      writer.byte(key.role == .municipality ? 0 : 1)
      writer.string(key.party)
      writer.string(key.sender)
      writer.string(key.message)
      writer.string(key.identification)
      writer.string(record.counterparty)
      writer.boolean(record.isReused)
      writer.varint(UInt64(max(0, record.position)))
    }
    messages.log.write(to: &writer)
  }
}

// MARK: - Reading

/// Why a snapshot was not read; the state is then made from the journal.
package enum SnapshotFailure: Error, Sendable {
  case otherLayout
  case bytes(BinaryFailure)
  case body(JSONFailure)
}

extension RegionState {
  /// Reads what `snapshot` wrote; anything else is a failure.
  package init(snapshot bytes: [UInt8]) throws(SnapshotFailure) {
    self.init()
    var reader = BinaryReader(bytes)
    do {
      guard try reader.data() == Self.mark, try reader.fixed(UInt16.self) == Self.snapshotLayout
      else { throw SnapshotFailure.otherLayout }
      let position = Position(try reader.fixed(Int64.self))
      let hash = try reader.digest()
      let recordedAt = Instant(milliseconds: try reader.fixed(Int64.self))
      let knownOn = CivilDate(dayNumber: try reader.fixed(Int32.self))
      head = JournalHead(
        position: position,
        hash: hash,
        recordedAt: recordedAt,
        knownOn: knownOn
      )
      if try reader.boolean() { profile = try RegionProfile(body: try reader.data()) }
      access = try AccessState(from: &reader)
      deliveries = try DeliveryBook(from: &reader)
      ledger = try ClaimLedger(from: &reader)
      guard !ledger.reaches(beyond: access.allocations.slotCount) else {
        throw reader.failure(.notAllowed("a claim line names an allocation that there is not"))
      }
      for _ in 0..<(try reader.count()) {
        let isSourced = try reader.boolean()
        let layout = isSourced ? PriceListColumns.sourcedLayout : PriceListColumns.layout
        priceLists.append(try PriceListColumns.read(try reader.data(), layout))
      }
      settings = []
      for _ in 0..<(try reader.count()) {
        settings.append(try RegionSettings(body: try reader.data()))
      }
      for _ in 0..<(try reader.count()) { try takeBookEvent(from: &reader) }
      pricing.imported = try place(among: priceLists.count, from: &reader)
      pricing.derived = try place(among: priceLists.count, from: &reader)
      pricing.isStale = try reader.boolean()
      for _ in 0..<(try reader.count()) {
        let (key, record) = try Self.message(&reader)
        messages.restore(key, record)
      }
      messages.restore(try MessageLog(from: &reader))
      commands = try CommandRegister(from: &reader)
      try reader.finish()
    } catch let failure as SnapshotFailure {
      throw failure
    } catch let failure as BinaryFailure {
      throw .bytes(failure)
    } catch let failure as JSONFailure {
      throw .body(failure)
    } catch {
      throw .otherLayout
    }
  }

  /// The number of one of so many things, or zero for none.
  private func place(
    among count: Int,
    from reader: inout BinaryReader
  ) throws(BinaryFailure) -> Int {
    let number = try reader.varint()
    guard number <= UInt64(count) else { throw reader.failure(.outOfRange) }
    return Int(number)
  }

  /// Reads one event of the books and takes it in, as if it came from the journal.
  private mutating func takeBookEvent(from reader: inout BinaryReader) throws {
    let word = try reader.string()
    let version = try reader.fixed(UInt16.self)
    guard
      let event = try EventTable.bookEvent(word, version: version, body: try reader.data()),
      fault(in: event) == nil
    else { throw reader.failure(.notAllowed("it is not an event of a book")) }
    evolve(event, command: 0)
  }

  private static func message(
    _ reader: inout BinaryReader
  ) throws(BinaryFailure) -> (MessageKey, MessageRecord) {
    let role: PartyRole = try reader.byte() == 0 ? .municipality : .provider
    let key = MessageKey(
      role: role,
      party: try reader.string(),
      sender: try reader.string(),
      message: try reader.string(),
      identification: try reader.string()
    )
    let counterparty = try reader.string()
    let isReused = try reader.boolean()
    let record = MessageRecord(
      position: Int64(truncatingIfNeeded: try reader.varint()),
      counterparty: counterparty,
      isReused: isReused
    )
    return (key, record)
  }

  /// The position a snapshot was made at; nil when the bytes are no snapshot of this layout.
  package static func snapshotPosition(_ bytes: [UInt8]) -> Position? {
    var reader = BinaryReader(bytes)
    guard let mark = try? reader.data(), mark == Self.mark,
      (try? reader.fixed(UInt16.self)) == snapshotLayout,
      let position = try? reader.fixed(Int64.self)
    else { return nil }
    return Position(position)
  }
}
