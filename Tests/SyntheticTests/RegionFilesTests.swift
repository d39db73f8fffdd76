import Messages
import Quantities
import Synthetic
import Testing

/// FNV-1a: enough to pin bytes, without a dependency.
func fingerprint(_ parts: some Sequence<[UInt8]>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for bytes in parts {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }
  return hash
}

@Suite("The files of the region")
struct RegionFilesTests {
  @Test("The same seed gives the same bytes, another seed gives others")
  func determinism() throws {
    let first = try Regions.small(seed: 5)
    let again = try Regions.small(seed: 5)
    let other = try Regions.small(seed: 6)
    let bytes = fingerprint(first.messages.map(\.bytes))
    #expect(fingerprint(again.messages.map(\.bytes)) == bytes)
    #expect(fingerprint(other.messages.map(\.bytes)) != bytes)
    #expect(again.contractList == first.contractList)
  }

  @Test("The bytes of the region that the demo shows are pinned")
  func golden() throws {
    let region = try Regions.lekstroom.get()
    let sample = stride(from: 0, to: region.fileCount, by: 97).lazy.map { region.file($0).bytes }
    #expect(fingerprint(sample) == 8_087_793_943_684_649_593)
    #expect(fingerprint(CollectionOfOne(region.contractList)) == 14_526_569_723_487_742_533)
  }

  @Test("The byte order of the names is the order of sending, by day")
  func names() throws {
    let region = try Regions.lekstroom.get()
    var last: [UInt8] = []
    for index in 0..<region.fileCount {
      let name = Array(region.fileName(index).utf8)
      #expect(last.lexicographicallyPrecedes(name), "\(region.fileName(index))")
      last = name
    }
    let file = region.file(region.fileCount - 1)
    #expect(file.name.hasPrefix(file.day.description.filter { $0 != "-" }))
    #expect(file.name.hasSuffix(".xml"))
  }

  @Test("Every message keeps the rules of level 2, but for those made to break them")
  func levelTwo() throws {
    let regions = try [1, 2, 3].map { try Regions.small(seed: $0) } + [Regions.lekstroom.get()]
    for region in regions {
      let step = region.name == "Klein" ? 1 : 7
      for index in stride(from: 0, to: region.fileCount, by: step) {
        let intent = region.intent(index)
        let findings = LevelTwo.check(region.message(index))
        let isRefused = intent.outcome == .rejectMessage
        #expect(
          findings.isEmpty == !isRefused,
          "\(region.fileName(index)): \(findings.map { "\($0.rule) \($0.path)" })"
        )
      }
    }
  }

  @Test("Reading a file gives the message it was written from, but for those the transport refuses")
  func reading() throws {
    for region in [try Regions.small.get(), try Regions.lekstroom.get()] {
      let step = region.name == "Klein" ? 1 : 23
      for index in stride(from: 0, to: region.fileCount, by: step) {
        let file = region.file(index)
        let result = MessageReader.read(file.bytes.span)
        let message = region.message(index)
        if file.intent.outcome == .rejectTransport, result.message == nil { continue }
        #expect(result.message == message, "\(file.name): \(result.findings.map(\.english))")
        #expect(
          file.intent.outcome != .rejectTransport || Sheet(message).receiver == "0344",
          "\(file.name)"
        )
      }
    }
  }

  @Test("Only test numbers that pass the eleven test are used, each by one person")
  func citizens() throws {
    let region = try Regions.lekstroom.get()
    var seen: Set<String> = []
    for index in 0..<region.fileCount where region.fileName(index).contains("WMO301") {
      let digits = Sheet(region.message(index)).text("Client/Bsn") ?? ""
      #expect(digits.hasPrefix("9999"))
      #expect(CitizenNumber(digits: digits)?.passesElevenTest == true)
      seen.insert(digits)
    }
    #expect(seen.count == 1877)
  }

  @Test("A region has each kind of outcome that a file can have, in small numbers")
  func outcomes() throws {
    for region in [try Regions.lekstroom.get(), try Regions.small.get()] {
      var counts: [IntendedOutcome: Int] = [:]
      for index in 0..<region.fileCount { counts[region.intent(index).outcome, default: 0] += 1 }
      for outcome in IntendedOutcome.allCases {
        #expect(counts[outcome, default: 0] > 0, "\(outcome) in \(region.name)")
      }
    }
  }

  @Test("A file for the transport to refuse is cut off, not UTF-8 or for somebody else")
  func transport() throws {
    let region = try Regions.lekstroom.get()
    for index in 0..<region.fileCount where region.intent(index).outcome == .rejectTransport {
      let file = region.file(index)
      let text = String(validating: file.bytes, as: UTF8.self)
      let isWhole = text?.hasSuffix("</Bericht>\r\n") == true
      let isElsewhere = Sheet(region.message(index)).receiver == "0344"
      #expect(text == nil || !isWhole || isElsewhere, "\(file.name)")
    }
  }
}
