import Accounts
import Journal
import Quantities
import Rules

/// Checks the chain of the journal while pages go on: one check at a time, with how far it is.
///
/// Reading an entry checks it against the one before it, so reading them all checks the whole.
actor JournalCheck {
  /// How it stands with the last check.
  enum State: Sendable {
    case never
    case running(Progress)
    case sound(Progress)
    /// The chain is broken, or could not be read; with what the journal says of it.
    case failed(Progress, String)
  }

  struct Progress: Hashable, Sendable {
    var checked: Int64
    let last: Int64
    let begun: Instant
    let hash: Digest
  }

  /// How it stands with the security events, which are a chain of their own.
  enum Events: Sendable {
    case never
    case sound(count: Int64)
    case failed(BilingualText)
  }

  private(set) var state = State.never
  private(set) var events = Events.never
  private var task: Task<Void, Never>?

  /// Begins a check up to a head, unless one is running.
  func begin(
    _ journal: any Journal,
    to head: JournalHead,
    _ accounts: AccountStore,
    at now: Instant
  ) {
    if case .running = state { return }
    let progress = Progress(
      checked: 0,
      last: head.position.rawValue,
      begun: now,
      hash: head.hash
    )
    state = .running(progress)
    task = Task {
      await check(accounts)
      await run(journal, progress)
    }
  }

  /// Checks the security events, and that none of those that were sealed is gone.
  private func check(_ accounts: AccountStore) async {
    do {
      events = .sound(count: try await accounts.verifyEvents().count)
    } catch let failure as AccountFailure {
      events = .failed(failure.text)
    } catch {
      events = .failed(AccountFailure(.unusable).text)
    }
  }

  private func run(_ journal: any Journal, _ begun: Progress) async {
    var progress = begun
    do {
      while progress.checked < progress.last {
        let rest = progress.last - progress.checked
        let entries = try await journal.read(
          after: Position(progress.checked),
          limit: Int(min(rest, 500))
        )
        guard let last = entries.last else {
          state = .failed(progress, "")
          return
        }
        progress.checked = min(last.position.rawValue, progress.last)
        state = .running(progress)
        if last.position.rawValue == progress.last, last.hash != progress.hash {
          state = .failed(progress, "")
          return
        }
        await Task.yield()
      }
      state = .sound(progress)
    } catch {
      state = .failed(progress, "\(error)")
    }
  }
}
