import Digests
import Journal
import People
import Quantities
import Region
import Rules
import VaultSQLite

// The one way by which a command line changes a region: decide the context, perform, and say what
// was refused.
extension OpenRegion {
  /// Carries a command out.
  ///
  /// The key names the place in the journal as well, because the same may be asked again later,
  /// when more has happened. The body is what was asked, as bytes, by which the same key for
  /// something else is found; without one it is the command itself.
  @discardableResult
  func perform(
    _ command: Command,
    key: String,
    body: [UInt8]? = nil,
    on today: CivilDate
  ) async throws -> Answer {
    let place = await office.published.head.position.rawValue
    let context = context(
      "\(key)-\(place)",
      body: body ?? command.canonicalBody,
      today: today
    )
    do {
      return try await office.perform(command, context)
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Carries a command out; false when it stood like this already.
  func change(
    _ command: Command,
    key: String,
    body: [UInt8]? = nil,
    on today: CivilDate
  ) async throws -> Bool {
    do {
      return try await !perform(command, key: key, body: body, on: today).isRepeated
    } catch let failure as ProgramFailure where failure.code == OfficeFailure.unchangedCode {
      return false
    }
  }

  /// Carries commands out one after another; the first that is refused ends it.
  func perform(_ commands: [Command], key: String, on today: CivilDate) async throws -> [Answer] {
    var answers: [Answer] = []
    for command in commands { answers.append(try await perform(command, key: key, on: today)) }
    return answers
  }

  /// Refuses commands that would be refused one after another, before anything is done for them.
  func foresee(_ commands: [Command], on today: CivilDate) async throws {
    var state = await office.published
    for command in commands {
      do throws(Refusal) {
        for event in try state.decide(command, on: today) { state.evolve(event, command: 0) }
      } catch {
        throw ProgramFailure(OfficeFailure.refused(error))
      }
    }
  }

  /// The context of a command that somebody gives.
  func context(
    _ key: String,
    body: [UInt8],
    actor: String = "command-line",
    today: CivilDate
  ) -> CommandContext {
    func digest(_ bytes: [UInt8], _ purpose: DigestPurpose) -> JournalDigest {
      let words = vault.keyedDigest(of: bytes, for: purpose).words
      return JournalDigest(words: JournalDigest.Words(words.0, words.1, words.2, words.3))
    }
    return CommandContext(
      key: digest(Array(key.utf8), .commandKey),
      body: digest(body, .content),
      actor: actor,
      today: today,
      now: Clock.now
    )
  }
}

extension OfficeFailure {
  /// The code of the refusal that nothing changes.
  fileprivate static let unchangedCode = OfficeFailure.refused(.nothingChanges).code
}
