import Accounts
import Foundation
import Rules
import VaultSQLite

/// The system's randomness, for secrets and names of accounts.
struct SystemSecrets: SecretSource {
  func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<max(0, count)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

/// The accounts of a data folder, opened for one command.
struct UserRun {
  let store: AccountStore
  let now: Moment

  /// Opens the accounts, does something and lets them go; a server may go on meanwhile.
  ///
  /// Accounts that lack events which were sealed are opened only when they are taken as they are.
  static func perform<Value>(
    _ options: FolderOptions,
    _ day: DayOptions,
    isTaken: Bool = false,
    _ body: (UserRun) async throws -> Value
  ) async throws -> Value {
    let folder = options.folder
    try folder.requireRegion()
    let today = try Clock.day(day.today)
    do {
      let keys = try KeyFile.load(from: folder.keyPath, outside: folder.path)
      let settings = AccountStore.Settings(random: SystemSecrets())
      let (key, now) = (keys.accountKey, Moment(Clock.now, today: today))
      let store =
        isTaken
        ? try await AccountStore.take(in: folder.path, key: key, settings: settings, at: now)
        : try await AccountStore.open(in: folder.path, key: key, settings: settings)
      let value: Value
      do {
        value = try await body(UserRun(store: store, now: now))
      } catch {
        try? store.close()
        throw error
      }
      try store.close()
      return value
    } catch {
      throw ProgramFailure(any: error)
    }
  }

  /// Makes a change of rights, or proposes it when there are two administrators to decide; gives
  /// the number of the proposal then.
  func change(_ change: RightsChange, of user: UserKey) async throws -> Int64? {
    if try await store.isBeginning(on: now.today) {
      try await store.applyAtBeginning(change, to: user, at: now)
      return nil
    }
    return try await store.proposeRights(change, of: user, fromCommandLineAt: now)
  }

  /// What became of a change of rights.
  static func outcome(_ proposal: Int64?) -> BilingualText {
    guard let proposal else {
      return BilingualText("De wijziging is gemaakt.", "The change was made.")
    }
    return BilingualText(
      "De wijziging staat als voordracht \(proposal) klaar; een applicatiebeheerder keurt haar goed "
        + "(functiescheiding, AZ-04).",
      "The change waits as proposal \(proposal); an application administrator approves it "
        + "(segregation of duties, AZ-04)."
    )
  }

  /// How an invitation is handed over.
  static func invitation(_ code: String, _ name: String) -> BilingualText {
    BilingualText(
      "Eenmalige code voor \(name): \(code). Geef haar persoonlijk; zij werkt een keer, binnen 24 "
        + "uur. De gebruiker kiest daarmee zelf een wachtwoord en een tweede factor.",
      "One-time code for \(name): \(code). Hand it over in person; it works once, within 24 hours. "
        + "With it the user chooses a password and a second factor."
    )
  }
}
