import Generators
import Journal
import JournalTesting
import Testing

@Suite("The binary form")
struct BinaryTests {
  @Test("Golden bytes")
  func golden() {
    var writer = BinaryWriter()
    writer.byte(7)
    writer.boolean(true)
    writer.varint(300)
    writer.signed(-2)
    writer.fixed(UInt32(0x0102_0304))
    writer.data([9, 8])
    writer.string("é")
    writer.optional(Int64?.none) { $0.signed($1) }
    writer.column([1, -1, 3] as [Int32])
    writer.column([100, 101, 99] as [Int64], .delta)
    writer.column(["a", ""])
    #expect(
      Hexadecimal.text(writer.bytes)
        == "0701ac020304030201020908" + "02c3a900" + "00040301000000ffffffff03000000"
        + "010803c8010203" + "02016100"
    )
  }

  @Test("What was written is read back")
  func roundTrip() throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let count = generator.number(0...50)
      let wide = (0..<count).map { _ in Int64(truncatingIfNeeded: generator.next()) }
      let narrow = wide.map { Int32(truncatingIfNeeded: $0) }
      let small = wide.map { UInt8(truncatingIfNeeded: $0) }
      let unsigned = wide.map { UInt64(truncatingIfNeeded: $0) }
      let digest = EntryBuilder.digest(generator.next())
      var writer = BinaryWriter(capacity: 64)
      for packing in [ColumnPacking.plain, .delta] {
        writer.column(wide, packing)
        writer.column(narrow, packing)
        writer.column(small, packing)
        writer.column(unsigned, packing)
      }
      for value in wide {
        writer.signed(value)
        writer.varint(UInt64(truncatingIfNeeded: value))
        writer.fixed(value)
      }
      writer.digest(digest)
      writer.optional("Lekstroom") { $0.string($1) }
      var reader = BinaryReader(writer.bytes)
      for _ in 0..<2 {
        #expect(try reader.column(of: Int64.self) == wide, "seed \(seed)")
        #expect(try reader.column(of: Int32.self) == narrow, "seed \(seed)")
        #expect(try reader.column(of: UInt8.self) == small, "seed \(seed)")
        #expect(try reader.column(of: UInt64.self) == unsigned, "seed \(seed)")
      }
      for value in wide {
        #expect(try reader.signed() == value, "seed \(seed)")
        #expect(try reader.varint() == UInt64(truncatingIfNeeded: value), "seed \(seed)")
        #expect(try reader.fixed(Int64.self) == value, "seed \(seed)")
      }
      #expect(try reader.digest() == digest)
      let name = try reader.optional { reader throws(BinaryFailure) in try reader.string() }
      #expect(name == "Lekstroom", "seed \(seed)")
      try reader.finish()
    }
  }

  @Test(
    "IM-06: bad bytes are a failure with a place, and never a trap or a claim on memory",
    arguments: [
      ("ff", .endsEarly), ("ffffffffffffffffff02", .outOfRange), ("8000", .numberTooLong),
      ("80", .endsEarly), ("", .endsEarly),
    ] as [(String, BinaryFailure.Reason)]
  )
  func badNumbers(hex: String, reason: BinaryFailure.Reason) throws {
    var reader = BinaryReader(try #require(Hexadecimal.bytes(hex)))
    let failure = #expect(throws: BinaryFailure.self) { try reader.varint() }
    #expect(failure?.reason == reason)
  }

  @Test(
    "IM-06: a column must be packed, wide and long as it says",
    arguments: [
      ("0208", .unknownPacking), ("0004", .wrongWidth), ("0008ffffffff7f", .endsEarly),
      ("00080200", .endsEarly), ("0108ffffffffffffffffff01", .endsEarly), ("010802", .endsEarly),
    ] as [(String, BinaryFailure.Reason)]
  )
  func badColumns(hex: String, reason: BinaryFailure.Reason) throws {
    var reader = BinaryReader(try #require(Hexadecimal.bytes(hex)))
    let failure = #expect(throws: BinaryFailure.self) { try reader.column(of: Int64.self) }
    #expect(failure?.reason == reason)
    #expect(failure?.description.hasPrefix("Byte ") == true)
  }

  @Test("Texts, booleans and what follows the last value are judged")
  func others() throws {
    var text = BinaryReader([2, 0xC3, 0x28])
    #expect(throws: BinaryFailure(.invalidUTF8, at: 1)) { try text.string() }
    var boolean = BinaryReader([2])
    #expect(throws: BinaryFailure(.notABoolean, at: 0)) { try boolean.boolean() }
    #expect(throws: BinaryFailure(.trailingBytes, at: 0)) { try BinaryReader([1]).finish() }
    var long = BinaryReader([5, 1, 2])
    #expect(throws: BinaryFailure(.endsEarly, at: 0)) { try long.data() }
    var narrow = BinaryReader([0x80, 0x04])
    #expect(throws: BinaryFailure(.outOfRange, at: 0)) { try narrow.signed(as: Int8.self) }
  }
}
