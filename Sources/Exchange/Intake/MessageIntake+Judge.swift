import Journal
import Messages
import People
import Quantities
import Region
import Rules

extension MessageIntake {
  /// Seals a message, has the region judge it, and confirms the sealing.
  func judge(
    _ message: Message,
    _ ranges: [Range<Int>],
    _ bytes: [UInt8],
    _ header: Header,
    _ content: Digest,
    _ context: CommandContext
  ) async throws(IntakeFailure) -> Judged {
    let fields = MessageFields(message)
    let numbers = fields.citizenNumbers
    let people = try await identify(numbers, in: header)
    let original = OriginalID(from: randomness)
    let seal = SealID(from: randomness)
    try await self.seal(
      seal,
      original,
      bytes,
      ranges: ranges,
      people: people
    )
    let settings = await office.published.currentSettings
    let levelTwo = LevelTwo.report(message, settings: settings.levelTwo)
    let envelope = MessageEnvelope(
      key: header.key,
      flow: header.flow,
      municipality: header.municipality,
      provider: header.provider,
      dated: header.dated,
      content: content,
      original: original,
      replyMessage: message.type.reply?.name,
      municipalityExists: Self.municipalityExists(header.municipality, fields),
      levelTwo: levelTwo.findings.map { Self.told($0) },
      furtherLevelTwo: levelTwo.omitted.values.reduce(0, +)
    )
    let typed: MessageContent
    if levelTwo.findings.isEmpty {
      guard let read = ContentMapping(fields, people.keys, header.key).content() else {
        throw .notTyped(message.type.name)
      }
      typed = read
    } else {
      typed = .notRead
    }
    let answer: Answer
    do throws(OfficeFailure) {
      answer = try await office.perform(.take(envelope, typed), context)
    } catch {
      throw .office(error)
    }
    try await confirm(seal)
    guard let judged = Judged(answer) else { throw .notTyped(message.type.name) }
    return judged
  }

  /// The persons of a message: a key for each, and which of them the vault does not know yet.
  struct People {
    let keys: [ClientKey]
    let new: [NewClient]
  }

  private func identify(
    _ numbers: [CitizenNumber],
    in header: Header
  ) async throws(IntakeFailure) -> People {
    let scope = ClientScope(municipality: header.municipality, law: .socialSupport)
    let found: [ClientKey?]
    do throws(VaultFailure) {
      found = try await vault.find(numbers, in: scope)
    } catch {
      throw .vault(error)
    }
    var keys: [ClientKey] = []
    keys.reserveCapacity(numbers.count)
    var new: [NewClient] = []
    var drawn: [CitizenNumber: ClientKey] = [:]
    for (number, key) in zip(numbers, found) {
      if let key = key ?? drawn[number] {
        keys.append(key)
        continue
      }
      let key = ClientKey(from: randomness)
      drawn[number] = key
      new.append(NewClient(key: key, number: number, scope: scope))
      keys.append(key)
    }
    return People(keys: keys, new: new)
  }

  private func seal(
    _ seal: SealID,
    _ original: OriginalID,
    _ bytes: [UInt8],
    ranges: [Range<Int>],
    people: People
  ) async throws(IntakeFailure) {
    do throws(VaultFailure) {
      let parts = zip(people.keys, ranges).map {
        OriginalParts.ClientPart(client: $0, range: $1)
      }
      let whole = try OriginalParts(id: original, bytes: bytes, parts: parts)
      try await vault.seal(SealBatch(id: seal, clients: people.new, originals: [whole]))
    } catch {
      throw .vault(error)
    }
  }

  private func confirm(_ seal: SealID) async throws(IntakeFailure) {
    do throws(VaultFailure) { try await vault.confirm([seal]) } catch { throw .vault(error) }
  }

  /// Whether the code of the municipality existed on the day that matters (TR378).
  ///
  /// That day is the start of an allocation or of what is asked; other messages are judged on their
  /// own date. A message with several starts takes the earliest, because codes end and do not
  /// return.
  private static func municipalityExists(
    _ code: MunicipalityCode,
    _ fields: MessageFields
  ) -> Bool {
    let paths = [
      "ToegewezenProduct/Ingangsdatum", "AangevraagdProduct/ToewijzingIngangsdatum",
    ]
    var days: [CivilDate] = []
    for path in paths {
      guard let field = fields.field(path) else { continue }
      for row in 0..<fields.message.count(field.table) {
        if let day = fields.message.date(field, row) { days.append(day) }
      }
    }
    guard let day = days.min() ?? fields.dated else { return false }
    return MunicipalityRegister.netherlands.exists(code, on: day)
  }

  private static func told(_ finding: ContentFinding) -> ToldFinding {
    ToldFinding(
      judges: finding.className,
      row: 0,
      rule: finding.rule,
      code: finding.code,
      level: 2,
      path: finding.path,
      text: finding.text
    )
  }
}
