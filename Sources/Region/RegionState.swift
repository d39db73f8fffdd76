package import Access
package import Claims
package import Commissioning
package import Journal
package import Landscape
package import Quantities

/// Whose records these are and what a region is made of.
///
/// - Dutch term: regio (samenwerkende gemeenten)
package struct RegionProfile: Hashable, Sendable {
  /// The municipalities whose records the folder holds; empty for the records of a provider.
  package let municipalities: [MunicipalityCode]

  package init(municipalities: [MunicipalityCode]) { self.municipalities = municipalities }
}

/// Everything a region knows, as one value; only events change it.
///
/// A copy is cheap and stays as it is while the region goes on, so that a reader has one
/// consistent whole for as long as needed.
package struct RegionState: Sendable {
  /// Nil until the region was opened.
  package internal(set) var profile: RegionProfile?
  package internal(set) var access: AccessState
  package internal(set) var deliveries: DeliveryBook
  package internal(set) var ledger: ClaimLedger
  /// Every price list that ever held, oldest first; version n is at place n - 1.
  package internal(set) var priceLists: [PriceList]
  /// Which of them hold.
  var pricing: Pricing
  /// Every set of choices, oldest first; version 0 are the defaults.
  package internal(set) var settings: [RegionSettings]
  /// Every strategy that was adopted.
  package internal(set) var strategies: StrategyBook
  /// The contracts, with their providers and tariffs.
  package internal(set) var contracts: ContractBook
  package internal(set) var procedures: ProcedureBook
  package internal(set) var programmes: ProgrammeBook
  /// What providers reported on room and waiting, with the norms.
  package internal(set) var coverage: CoverageBook
  /// Who took over which advice between old and new contracts, with the reasons given.
  package internal(set) var transition: TransitionBook
  /// Forms, evaluations, tests and lines of suppliers.
  package internal(set) var suppliers: SupplierBook
  /// The events that these books are made of.
  var bookEvents: BookEvents
  /// For every message ever judged the position of its first entry.
  package internal(set) var messages: MessageRegister
  /// Every command that was carried out.
  package internal(set) var commands: CommandRegister
  /// The end of the journal this state is made of.
  package internal(set) var head: JournalHead

  /// The state of a journal without entries.
  package init() {
    access = AccessState()
    deliveries = DeliveryBook()
    ledger = ClaimLedger()
    priceLists = []
    pricing = Pricing()
    settings = [RegionSettings()]
    strategies = StrategyBook()
    contracts = ContractBook()
    procedures = ProcedureBook()
    programmes = ProgrammeBook()
    coverage = CoverageBook()
    transition = TransitionBook()
    suppliers = SupplierBook()
    bookEvents = BookEvents()
    messages = MessageRegister()
    commands = CommandRegister()
    head = .empty
  }
}

extension RegionState {
  /// The choices that hold now.
  package var currentSettings: RegionSettings { settings.last ?? RegionSettings() }

  /// What judging claims needs of the choices of a version.
  package func claimSettings(version: Int) -> ClaimSettings {
    let chosen = settings.indices.contains(version) ? settings[version] : currentSettings
    return ClaimSettings(contract: chosen.contract)
  }
}
