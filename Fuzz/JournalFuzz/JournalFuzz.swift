import Journal
import Quantities

/// What libFuzzer calls with every input: the first byte chooses the decoder, the rest is its food.
///
/// A decoder may refuse anything and trap on nothing. What it takes must come out the same when it
/// is written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let food = Array(input[1...])
  switch input[0] % 4 {
  case 0: fuzzJSON(food)
  case 1: fuzzBinary(food)
  case 2: fuzzHeads(food)
  default: fuzzChain(food)
  }
  return 0
}

/// The entry point that the package manager links in place of `main`; libFuzzer takes over at once.
@_cdecl("JournalFuzz_main")
func start(
  _ count: CInt,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runFuzzer(&count, &arguments) { testOneInput($0, $1) }
}

/// libFuzzer's own loop, in the library that `-sanitize=fuzzer` links.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private func fuzzJSON(_ food: [UInt8]) {
  guard let value = try? JSONValue(food) else { return }
  var writer = JSONWriter()
  write(value, to: &writer)
  precondition((try? JSONValue(writer.bytes)) == value, "written JSON reads as another value")
}

private func write(_ value: JSONValue, to writer: inout JSONWriter) {
  switch value {
  case .null: writer.null()
  case .boolean(let value): writer.boolean(value)
  case .integer(let value): writer.integer(value)
  case .string(let value): writer.string(value)
  case .array(let values):
    writer.array { for value in values { write(value, to: &$0) } }
  case .object(let fields):
    writer.object {
      for field in fields {
        $0.key(field.key)
        write(field.value, to: &$0)
      }
    }
  }
}

/// Reads values of the kinds that the food itself names, until one is refused.
private func fuzzBinary(_ food: [UInt8]) {
  var reader = BinaryReader(food)
  do {
    while reader.remaining > 0 {
      switch try reader.byte() % 12 {
      case 0: _ = try reader.varint()
      case 1: _ = try reader.signed()
      case 2: _ = try reader.signed(as: Int16.self)
      case 3: _ = try reader.fixed(UInt32.self)
      case 4: _ = try reader.data()
      case 5: _ = try reader.string()
      case 6: _ = try reader.digest()
      case 7: _ = try reader.optional { reader throws(BinaryFailure) in try reader.boolean() }
      case 8: try fuzzColumn(of: Int64.self, &reader)
      case 9: try fuzzColumn(of: Int32.self, &reader)
      case 10: try fuzzColumn(of: UInt8.self, &reader)
      default: _ = try reader.texts()
      }
    }
    try reader.finish()
  } catch {
    precondition(error.offset <= food.count, "a failure lies outside the bytes")
  }
}

private func fuzzColumn<Value: FixedWidthInteger & BitwiseCopyable>(
  of type: Value.Type,
  _ reader: inout BinaryReader
) throws(BinaryFailure) {
  let values = try reader.column(of: type)
  for packing in [ColumnPacking.plain, .delta] {
    var writer = BinaryWriter()
    writer.column(values, packing)
    var again = BinaryReader(writer.bytes)
    precondition((try? again.column(of: type)) == values, "a written column reads as another one")
  }
}

private func fuzzHeads(_ food: [UInt8]) {
  guard let heads = try? SignedHead.heads(inFile: food) else { return }
  for head in heads {
    precondition((try? SignedHead(line: head.line)) == head, "a written head reads as another one")
  }
}

/// Verifies a chain of entries whose fields are the food: any sequence is judged, none traps.
private func fuzzChain(_ food: [UInt8]) {
  var reader = BinaryReader(food)
  var verifier = ChainVerifier { bytes in
    // Not a digest anyone should use; the verifier needs only a function.
    var sum: UInt64 = 14_695_981_039_346_656_037
    for index in bytes.indices { sum = (sum ^ UInt64(bytes[index])) &* 1_099_511_628_211 }
    return Digest(words: Digest.Words(sum, ~sum, sum &+ 1, 0))
  }
  while let entry = try? entry(&reader) { verifier.check(entry) }
  let report = verifier.finish()
  precondition(report.faults.count <= report.faultCount, "more faults than were counted")
  for fault in report.faults { precondition(!fault.dutch.isEmpty && !fault.english.isEmpty) }
}

private func entry(_ reader: inout BinaryReader) throws(BinaryFailure) -> Entry {
  let small = Digest(words: Digest.Words(UInt64(try reader.byte()), 0, 0, 0))
  return Entry(
    position: Position(try reader.signed()),
    recordedAt: Instant(milliseconds: try reader.signed()),
    knownOn: CivilDate(dayNumber: try reader.signed(as: Int32.self)),
    actor: try reader.string(),
    command: CommandStamp(
      key: small,
      body: small,
      index: try reader.fixed(UInt32.self),
      count: try reader.fixed(UInt32.self)
    ),
    event: try reader.string(),
    eventVersion: try reader.fixed(UInt16.self),
    body: try reader.data(),
    attachments: [],
    hash: small
  )
}
