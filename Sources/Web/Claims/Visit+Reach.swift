import Accounts
import Claims
import Commissioning
import People
import Quantities
import Region

extension Visit {
  /// The municipalities whose lines and messages may be seen; nil for all.
  var municipalitiesWithin: Set<MunicipalityCode>? {
    switch grant?.reach {
    case .region, .provider: nil
    case .municipalities(let codes): codes
    case nil: []
    }
  }

  /// The codes of the providers whose lines and messages may be seen; nil for all.
  var providersWithin: Set<ProviderCode>? {
    switch grant?.reach {
    case .region, .municipalities: nil
    case .provider(let chamber): claimCodes(of: chamber)
    case nil: []
    }
  }

  /// Whether what is between a municipality and a provider may be seen.
  func reaches(_ municipality: MunicipalityCode, _ provider: ProviderCode) -> Bool {
    (municipalitiesWithin?.contains(municipality) ?? true)
      && (providersWithin?.contains(provider) ?? true)
  }

  /// Every code under which a provider claims or claimed.
  func claimCodes(of chamber: ChamberNumber) -> Set<ProviderCode> {
    var codes = Set(state.contracts.providers[chamber]?.claimCodes.map(\.code) ?? [])
    for contract in state.contracts.contracts.values where contract.draft.provider == chamber {
      codes.formUnion(contract.draft.claimCodes)
    }
    return codes
  }

  /// The municipalities that a list can be filtered by.
  var municipalityChoices: [ListFilter.Choice] {
    let known = municipalitiesWithin ?? Set(state.profile?.municipalities ?? [])
    let names = RegionNames(state)
    return known.sorted().map { ListFilter.Choice($0.description, names.withCode($0)) }
  }

  /// The filter on municipality, where there is something to choose.
  var municipalityFilters: [ListFilter] {
    let choices = municipalityChoices
    return choices.count > 1
      ? [ListFilter("gemeente", say("Gemeente", "Municipality"), choices, on: self)] : []
  }

  /// The filters on municipality and provider, where there is something to choose.
  var partyFilters: [ListFilter] {
    var filters = municipalityFilters
    if providersWithin == nil {
      let choices = RegionNames(state).claimantChoices
      filters.append(ListFilter("aanbieder", say("Aanbieder", "Provider"), choices, on: self))
    }
    return filters
  }

  /// The code chosen by a filter, when it lies within reach.
  func chosenMunicipality(_ name: String = "gemeente") -> MunicipalityCode? {
    query[name].flatMap { MunicipalityCode($0) }
      .flatMap { municipalitiesWithin?.contains($0) ?? true ? $0 : nil }
  }

  /// The provider chosen by a filter, when it lies within reach.
  func chosenProvider(_ name: String = "aanbieder") -> ProviderCode? {
    query[name].flatMap { ProviderCode($0) }
      .flatMap { providersWithin?.contains($0) ?? true ? $0 : nil }
  }

  /// The month chosen by a filter, such as `2025-03`, as its first day.
  var chosenMonth: CivilDate? { query["maand"].flatMap { CivilDate("\($0)-01") } }
}

extension ClientKey {
  /// The first eight digits: enough to tell lines of one person together, and to look up nothing.
  var pseudonym: String { String(description.prefix(8)) }
}

extension CivilDate {
  /// The month as it stands in an address: `2025-03`.
  var monthText: String { String(description.prefix(7)) }
}
