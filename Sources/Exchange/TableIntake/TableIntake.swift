import Commissioning
package import Journal
package import People
import Quantities
package import Region

/// Takes tables about clients in: reads, finds the persons, seals, has the region decide.
///
/// The order of writing is that of messages: vault, journal, and only then the answer. A file with
/// a finding leaves no trace, and the same file again changes nothing and has the same answer.
package struct TableIntake: Sendable {
  let office: Office
  let vault: any Vault
  /// Draws names for what is sealed.
  let randomness: any RandomSource

  package init(office: Office, vault: any Vault, randomness: any RandomSource) {
    self.office = office
    self.vault = vault
    self.randomness = randomness
  }

  /// Brings the vault in line with the journal; once, before the first table.
  package func tidyVault(_ journal: any Journal) async throws(IntakeFailure) {
    try await VaultSweeper(office: office, vault: vault).tidy(journal)
  }

  /// A table on its way: its rows, and under which key it is taken in.
  struct Parcel<Value: Sendable> {
    let kind: TableImported.Kind
    let bytes: [UInt8]
    let rows: [NamedRow<Value>]
    let content: Digest
    let context: CommandContext
  }

  /// What came of a table.
  enum Taken {
    case done(Answer)
    case refused(ImportRefusal)
    /// There was nothing to change.
    case unchanged
  }

  /// The key of a table is its content: the same file is the same command for ever.
  func context(
    _ kind: TableImported.Kind,
    _ bytes: [UInt8],
    at moment: MessageIntake.Moment
  ) -> CommandContext {
    let content = vault.keyedDigest(of: bytes, for: .content)
    let key = "table\u{1F}\(kind.rawValue)\u{1F}\(content)"
    return CommandContext(
      key: Digest(vault.keyedDigest(of: Array(key.utf8), for: .commandKey)),
      body: Digest(content),
      actor: "tables",
      today: moment.today,
      now: moment.now
    )
  }

  /// The municipalities whose rows may be taken in.
  var municipalities: [MunicipalityCode] {
    get async { await office.published.profile?.municipalities ?? [] }
  }

  /// Takes a table in whose rows can all be read.
  func take<Value>(
    _ parcel: Parcel<Value>,
    _ command: (TableImported, [Value]) -> Command
  ) async throws(IntakeFailure) -> Taken {
    do throws(OfficeFailure) {
      if let known = try await office.known(parcel.context) { return .done(known) }
    } catch {
      throw .office(error)
    }
    let people = try await identify(parcel.rows)
    let table = TableImported(
      kind: parcel.kind,
      content: parcel.content,
      original: OriginalID(from: randomness),
      rows: parcel.rows.count
    )
    let values = zip(parcel.rows, people.keys).map { row, key in row.value(key) }
    let command = command(table, values)
    if let refusal = await refusal(of: command, parcel.context) { return refusal }
    let seal = SealID(from: randomness)
    try await self.seal(seal, table.original, parcel, people)
    let answer: Answer
    do throws(OfficeFailure) {
      answer = try await office.perform(command, parcel.context)
    } catch {
      throw .office(error)
    }
    do throws(VaultFailure) { try await vault.confirm([seal]) } catch { throw .vault(error) }
    return .done(answer)
  }

  /// Why the region would refuse the table, asked before anything of it is sealed.
  private func refusal(of command: Command, _ context: CommandContext) async -> Taken? {
    do throws(Refusal) {
      _ = try await office.published.decide(command, on: context.today)
      return nil
    } catch {
      switch error {
      case .table(let refusal): return .refused(refusal)
      case .nothingChanges: return .unchanged
      default: return nil
      }
    }
  }
}

// MARK: - Persons

extension TableIntake {
  /// The persons of a table: a key for each row, and those whom the vault does not know yet.
  struct People {
    var keys: [ClientKey] = []
    var clients: [NewClient] = []
    var references: [NewReference] = []
  }

  /// A person within a scope.
  private struct Name: Hashable {
    let person: TablePerson
    let scope: ClientScope
  }

  private func identify<Value>(
    _ rows: [NamedRow<Value>]
  ) async throws(IntakeFailure) -> People {
    var known: [Name: ClientKey] = [:]
    for (scope, places) in Dictionary(grouping: rows.indices, by: { rows[$0].scope }) {
      let persons = Set(places.map { rows[$0].person })
      do throws(VaultFailure) {
        for (person, key) in try await find(Array(persons), in: scope) {
          known[Name(person: person, scope: scope)] = key
        }
      } catch {
        throw .vault(error)
      }
    }
    var people = People()
    for row in rows {
      let name = Name(person: row.person, scope: row.scope)
      if let key = known[name] {
        people.keys.append(key)
        continue
      }
      let key = ClientKey(from: randomness)
      known[name] = key
      people.keys.append(key)
      switch row.person {
      case .number(let number):
        people.clients.append(NewClient(key: key, number: number, scope: row.scope))
      case .reference(let reference):
        people.references.append(NewReference(key: key, reference: reference, scope: row.scope))
      }
    }
    return people
  }

  private func find(
    _ persons: [TablePerson],
    in scope: ClientScope
  ) async throws(VaultFailure) -> [(TablePerson, ClientKey)] {
    let numbers = persons.compactMap { person in
      if case .number(let number) = person { number } else { nil }
    }
    let references = persons.compactMap { person in
      if case .reference(let reference) = person { reference } else { nil }
    }
    let byNumber = try await vault.find(numbers, in: scope)
    let byReference = try await vault.find(references, in: scope)
    return zip(numbers, byNumber).compactMap { number, key in key.map { (.number(number), $0) } }
      + zip(references, byReference).compactMap { reference, key in
        key.map { (.reference(reference), $0) }
      }
  }

  /// Seals the table, each row under the key of its person.
  private func seal<Value>(
    _ seal: SealID,
    _ original: OriginalID,
    _ parcel: Parcel<Value>,
    _ people: People
  ) async throws(IntakeFailure) {
    do throws(VaultFailure) {
      let parts = zip(people.keys, parcel.rows).map {
        OriginalParts.ClientPart(client: $0, range: $1.range)
      }
      let whole = try OriginalParts(id: original, bytes: parcel.bytes, parts: parts)
      try await vault.seal(
        SealBatch(
          id: seal,
          clients: people.clients,
          references: people.references,
          originals: [whole]
        )
      )
    } catch {
      throw .vault(error)
    }
  }
}
