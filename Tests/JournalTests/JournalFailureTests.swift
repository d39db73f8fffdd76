import Journal
import Quantities
import Rules
import Testing

@Suite("Failures of the journal say what is wrong in both languages")
struct JournalFailureTests {
  /// One failure of every kind; `kind` does not compile when one is added and not put here.
  static let reasons: [JournalFailure.Reason] =
    [
      .conflict(expected: Position(3), found: Position(5)), .inUse,
      .batchEndsInCommand(index: 1, count: 2), .noJournal(path: "map/x"), .notAJournal, .closed,
      .openedForReading, .stopped(by: .inUse), .unreadable(Position(7)),
      .cannotCreate(path: "map/x", .exists),
    ]
    + faults.map { .entryAgainstLaw(number: 4, $0) } + troubles.map { .cannotLock($0) }
    + chainFaults.map { .broken($0) }
    + JournalFailure.Doing.allCases.flatMap { doing in
      storageFaults.map { .storage(doing, $0) }
    }

  private static let faults: [JournalFailure.EntryFault] = [
    .actor, .eventName, .eventVersion, .emptyBody, .longBody, .manyAttachments, .attachmentLayout,
    .longAttachment, .commandOutOfPlace(index: 2, count: 3),
    .repeatedCommand,
  ]

  private static let storageFaults: [JournalFailure.StorageFault] = [
    .diskFull, .readOnly, .locked, .damaged, .notAJournal, .other(778), .other(nil),
  ]

  static let troubles: [SystemTrouble] = [
    .noSuchFile, .exists, .noAccess, .readOnly, .diskFull, .isFolder, .notAFolder, .tooManyOpen,
    .damaged, .other(38),
  ]

  private static let chainFaults: [ChainFault] = [
    .missing(next: Position(9)), .misplaced(after: Position(9)), .changed,
    .attachmentChanged(number: 1), .unreadable(column: "hash"), .recordedEarlier, .knownEarlier,
    .commandIncomplete(index: 1, count: 2), .commandOutOfPlace(index: 1, count: 2),
    .commandRepeated(first: Position(2)),
    .tailMissing(head: Position(9), recordedAt: Instant(milliseconds: 0)),
    .rewritten(after: Position(1), head: Position(9)), .headNotSigned, .strayAttachment,
    .schema(part: "table entry", .missing), .schema(part: "table entry", .altered),
    .schema(part: "table entry", .added), .integrity("page 3"),
  ].map { ChainFault($0, at: Position(8)) }

  /// A number for each kind, so that the compiler names a kind that is missing above.
  private func kind(_ reason: JournalFailure.Reason) -> Int {
    switch reason {
    case .conflict: 0
    case .entryAgainstLaw: 1
    case .batchEndsInCommand: 2
    case .inUse: 3
    case .cannotLock: 4
    case .noJournal: 5
    case .cannotCreate: 6
    case .notAJournal: 7
    case .closed: 8
    case .openedForReading: 9
    case .stopped: 10
    case .unreadable: 11
    case .broken: 12
    case .storage: 13
    }
  }

  @Test("Every failure has a sentence in each language: what is wrong, where, and what to do")
  func sentences() {
    #expect(Set(Self.reasons.map(kind)) == Set(0...13))
    for reason in Self.reasons {
      let text = JournalFailure(reason).text
      #expect(text.dutch != text.english, "\(reason)")
      for language in Language.allCases {
        #expect(text[language].hasSuffix("."), "\(reason): \(text[language])")
        #expect(text[language].contains(" "), "\(reason): \(text[language])")
        // A second sentence or half of one says what to do.
        #expect(text[language].contains(#/[.;:] /#), "\(reason): \(text[language])")
      }
    }
  }

  @Test("Every kind of failure is told by its code, and ends a program with a code of the house")
  func codes() {
    let house: Set<Int32> = [65, 66, 70, 73, 74, 75]
    for reason in Self.reasons { #expect(house.contains(reason.code.exitCode), "\(reason)") }
    #expect(JournalFailure(.inUse).code.exitCode == 75)
    #expect(JournalFailure(.notAJournal).code.exitCode == 65)
    #expect(JournalFailure(.storage(.writing, .diskFull)).code == .diskFull)
    #expect(JournalFailure(.stopped(by: .inUse)).text.dutch.contains("in gebruik"))
  }
}
