import Crypto
import People
import Quantities

/// The persons of one scope with their keys, as the sealed pages of the vault hold them.
///
/// A person stays at one slot for ever; 256 slots are one page, sealed as a whole under the epoch
/// key. That makes finding and unwrapping 50,000 persons a matter of opening 200 pages. Destroying
/// a person blanks the slot's number and key; sweeping blanks the client key too.
struct ClientDirectory {
  /// The number of slots of a page; stored, so it never changes.
  static let pageSlots = 256
  private static let slotBytes = 16 + 4 + 32
  /// The number in a blank slot; no citizen number is this large.
  private static let blank = UInt32.max

  let scope: Int64
  private var keys: [ClientKey] = []
  private var numbers: [UInt32] = []
  private var secrets: [UInt8] = []
  private var slotsByNumber: [UInt32: Int32] = [:]
  private var slotsByKey: [ClientKey: Int32] = [:]

  init(scope: Int64) { self.scope = scope }

  /// The number of slots, blank ones included.
  var count: Int { keys.count }

  /// The client key of a citizen number.
  func key(of number: CitizenNumber) -> ClientKey? {
    slotsByNumber[number.number].map { keys[Int($0)] }
  }

  /// The client key under a number as it is stored: a citizen number, or one beyond them all.
  func key(ofStored number: UInt32) -> ClientKey? {
    slotsByNumber[number].map { keys[Int($0)] }
  }

  func slot(of key: ClientKey) -> Int? { slotsByKey[key].map(Int.init) }

  /// The citizen number in a slot; nil when it was destroyed, or when the person has none here.
  func number(at slot: Int) -> CitizenNumber? { CitizenNumber(number: numbers[slot]) }

  /// The person's key; nil when it was destroyed.
  func secret(at slot: Int) -> NamedKey? {
    guard numbers[slot] != Self.blank else { return nil }
    return secrets.withUnsafeBytes { bytes in
      NamedKey(
        id: 1,
        key: SymmetricKey(
          data: UnsafeRawBufferPointer(rebasing: bytes[slot * 32..<slot * 32 + 32])
        )
      )
    }
  }

  /// Gives a new person the next slot, with a fresh key.
  mutating func append(_ key: ClientKey, number: CitizenNumber) -> Int {
    append(key, stored: number.number)
  }

  /// Gives a new person the next slot under a number as it is stored, with a fresh key.
  mutating func append(_ key: ClientKey, stored number: UInt32) -> Int {
    let secret = SymmetricKey(size: .bits256)
    return secret.withUnsafeBytes { append(key, number: number, secret: $0) }
  }

  private mutating func append(
    _ key: ClientKey,
    number: UInt32,
    secret: UnsafeRawBufferPointer
  ) -> Int {
    let slot = keys.count
    keys.append(key)
    numbers.append(number)
    secrets.append(contentsOf: secret)
    if key != ClientKey(high: 0, low: 0) { slotsByKey[key] = Int32(slot) }
    if number != Self.blank { slotsByNumber[number] = Int32(slot) }
    return slot
  }

  /// Blanks the number and the key of a slot; the client key stays, unless it is to be forgotten.
  mutating func blank(_ slot: Int, forgetting: Bool) {
    slotsByNumber[numbers[slot]] = nil
    numbers[slot] = Self.blank
    for index in slot * 32..<slot * 32 + 32 { secrets[index] = 0 }
    if forgetting {
      slotsByKey[keys[slot]] = nil
      keys[slot] = ClientKey(high: 0, low: 0)
    }
  }
}

// MARK: - Pages

extension ClientDirectory {
  /// The bytes of a page, to be sealed.
  func page(_ page: Int) -> [UInt8] {
    let slots = page * Self.pageSlots..<min(count, (page + 1) * Self.pageSlots)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(slots.count * Self.slotBytes)
    for slot in slots {
      bytes += keys[slot].bytes
      for shift in [24, 16, 8, 0] {
        bytes.append(UInt8(truncatingIfNeeded: numbers[slot] >> shift))
      }
      bytes += secrets[slot * 32..<slot * 32 + 32]
    }
    return bytes
  }

  /// Takes over the next page; false when its size is impossible.
  mutating func appendPage(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let slots = bytes.count / Self.slotBytes
    guard bytes.count == slots * Self.slotBytes, slots <= Self.pageSlots,
      count % Self.pageSlots == 0
    else { return false }
    for slot in 0..<slots {
      let start = slot * Self.slotBytes
      func word(_ offset: Int) -> UInt64 {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self))
      }
      let number = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: start + 16, as: UInt32.self)
      )
      _ = append(
        ClientKey(high: word(0), low: word(8)),
        number: number,
        secret: UnsafeRawBufferPointer(rebasing: bytes[start + 20..<start + 52])
      )
    }
    return true
  }

  /// Makes room before many pages are taken over.
  mutating func reserve(_ slots: Int) {
    keys.reserveCapacity(slots)
    numbers.reserveCapacity(slots)
    secrets.reserveCapacity(slots * 32)
    slotsByKey.reserveCapacity(slots)
    slotsByNumber.reserveCapacity(slots)
  }
}
