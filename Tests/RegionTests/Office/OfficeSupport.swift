import Commissioning
import Journal
import Quantities
import Region

/// An office over a region that was opened, with its journal.
func opened() async throws -> (Office, GatedJournal) {
  let journal = GatedJournal()
  let office = Office(journal: journal, state: RegionState())
  _ = try await office.perform(RegionFixture.open, RegionFixture.context(500))
  return (office, journal)
}

/// The state that the entries of a journal make from the beginning.
func replayed(_ journal: GatedJournal) async throws -> RegionState {
  var state = RegionState()
  for entry in await journal.all() { try state.take(entry) }
  return state
}

/// Lets other tasks run for a while.
func turns() async { for _ in 0..<2_000 { await Task.yield() } }

/// Something that is noticed once.
actor Flag {
  private(set) var isRaised = false
  func raise() { isRaised = true }
}

/// The code of the journal's failure with which something ends; nil when it does not.
func failureCode<Value: Sendable>(
  _ body: @Sendable () async throws -> Value
) async -> JournalFailure.Code? {
  do {
    _ = try await body()
    return nil
  } catch OfficeFailure.journal(let failure) {
    return failure.code
  } catch { return nil }
}

/// The refusal with which something ends; nil when it does not.
func refusal<Value: Sendable>(_ body: @Sendable () async throws -> Value) async -> Refusal? {
  do {
    _ = try await body()
    return nil
  } catch OfficeFailure.refused(let refusal) { return refusal } catch { return nil }
}

/// Whether something ends because its key was used for something else.
func isClash<Value: Sendable>(_ body: @Sendable () async throws -> Value) async -> Bool {
  do {
    _ = try await body()
    return false
  } catch OfficeFailure.keyUsedForOther { return true } catch { return false }
}

/// Whether something ends because others were first too often.
func isBusy<Value: Sendable>(_ body: @Sendable () async throws -> Value) async -> Bool {
  do {
    _ = try await body()
    return false
  } catch OfficeFailure.busy { return true } catch { return false }
}

extension RegionEvent {
  /// The tariffs of an imported price list.
  var prices: [Int64]? {
    guard case .pricesImported(let list) = self else { return nil }
    return list.lines.map(\.row.tariff.rawValue)
  }
}
