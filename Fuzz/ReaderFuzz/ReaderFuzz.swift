import Messages

/// Requirement IM-06: whatever the bytes are, reading them never traps, remembered markup changes
/// nothing, and there is either a message or a finding.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let with = MessageReader.read(bytes.span, remembering: true)
  let without = MessageReader.read(bytes.span, remembering: false)
  precondition(with.message == without.message, "remembered markup changed the message")
  precondition(with.findings == without.findings, "remembered markup changed the findings")
  precondition(with.clientRanges == without.clientRanges, "remembered markup changed the ranges")
  precondition((with.message == nil) == !with.findings.isEmpty, "neither a message nor a finding")
  for finding in with.findings { precondition(!finding.text.isEmpty) }
  return 0
}

/// The entry point that the package manager links in place of `main`; libFuzzer takes over at once.
@_cdecl("ReaderFuzz_main")
func start(
  _ count: CInt,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runFuzzer(&count, &arguments) { fuzz($0, $1) }
}

/// libFuzzer's own loop, in the library that `-sanitize=fuzzer` links.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
