package import Rules

/// What a page or an action needs.
///
/// Every route of the pages and of the API names one of these; whether a role has it stands in
/// `rights.tsv` and nowhere else (AZ-01).
package enum Right: String, CaseIterable, Hashable, Sendable {
  case seeStrategy = "strategy.see"
  case adoptStrategy = "strategy.adopt"
  case seeMarket = "market.see"
  case seeProgramme = "programme.see"
  case decideProgramme = "programme.decide"
  case seeProcedures = "procedures.see"
  case runProcedures = "procedures.run"
  case openBids = "bids.open"
  case seeCoverage = "coverage.see"
  case recordCapacity = "coverage.record"
  case seeProviders = "providers.see"
  case seeProviderSheet = "providers.sheet"
  case recordProviders = "providers.record"
  case seeContinuity = "continuity.see"
  case seeSuppliers = "suppliers.see"
  case evaluateSuppliers = "suppliers.evaluate"
  case seeContracts = "contracts.see"
  case prepareContracts = "contracts.prepare"
  case activateContracts = "contracts.activate"
  case seeTariffs = "tariffs.see"
  case prepareTariffs = "tariffs.prepare"
  case activateTariffs = "tariffs.activate"
  case seeCeilings = "ceilings.see"
  case proposeCeilings = "ceilings.propose"
  case decideCeilings = "ceilings.decide"
  case seeFigures = "figures.see"
  case proposePublication = "figures.propose"
  case publishFigures = "figures.publish"
  case seeWorkList = "worklist.see"
  case seeAllocations = "allocations.see"
  case seeClaims = "claims.see"
  case explainClaims = "claims.explain"
  case seeMessages = "messages.see"
  case uploadMessages = "messages.upload"
  case downloadMessages = "messages.download"
  case uploadTables = "tables.upload"
  case findPerson = "person.find"
  case makeExports = "exports.make"
  case exportPersons = "exports.persons"
  case seeUsers = "users.see"
  case manageUsers = "users.manage"
  case approveUsers = "users.approve"
  case seeAccessRecords = "accessRecords.see"
  case reviewAccessRecords = "accessRecords.review"
  case seeSecurityEvents = "securityEvents.see"
  case verifyJournal = "journal.verify"
  case seeSettings = "settings.see"
  case changeSettings = "settings.change"
  case seeProposals = "proposals.see"
  case ownAccount = "ownAccount"
  case ownSessions = "ownSessions"
  case changeOwnFactors = "ownFactors"
}

extension Right {
  private var action: ActionTable.Row? { ActionTable.shared.rows[self] }

  /// What it is for, as a verb and its object.
  package var name: BilingualText { action?.name ?? BilingualText(rawValue, rawValue) }

  /// Whether it takes an authentication that is younger than five minutes (AU-12).
  package var needsFreshAuthentication: Bool { action?.needsFreshAuthentication ?? true }

  /// Whether a reason must be given and an access record written before anything is shown.
  package var readsPersons: Bool { action?.readsPersons ?? true }

  /// The kind of proposal by which two people do it; nil where one is enough (AZ-04).
  package var fourEyes: ProposalKind? { action?.fourEyes }
}
