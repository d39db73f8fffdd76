import Accounts
import Commissioning
import Documents
import Quantities
import Region
import Rules

/// Proposes that a contract is concluded: one that a procedure led to, or one that is written here.
///
/// A contract is in force from the moment that it is concluded in the register, so concluding is
/// what two people do (AZ-04).
struct NewContractForm: DeedForm {
  let visit: Visit
  let address: RegionAddress
  private let view: CommissioningView
  /// What the procedure decided already; nil for a contract from elsewhere.
  private let award: (contract: AwardedContract, procedure: ProcurementProcedure)?

  /// A contract from elsewhere.
  init(_ visit: Visit) {
    self.visit = visit
    address = .commissioning(.newContract)
    view = CommissioningView(visit)
    award = nil
  }

  /// A contract that a final award or an admission leads to.
  init(_ visit: Visit, procedure text: String, contract: String) throws {
    self.visit = visit
    address = .commissioning(.awardedContract(procedure: text, contract: contract))
    view = CommissioningView(visit)
    guard let code = ProcedureCode(text), let procedure = visit.state.procedures.procedures[code],
      let awarded = AwardedContract.all(of: procedure)
        .first(where: { $0.code.description == contract })
    else { throw Trouble.notFound }
    award = (awarded, procedure)
  }

  var scope: Reach { .region }
  var title: String { visit.say("Contract voordragen", "Propose a contract") }

  var lead: String {
    visit.say(
      "U draagt een contract voor. Het geldt pas als een ander het goedkeurt.",
      "You propose a contract. It holds only when somebody else approves it."
    )
  }

  var crumbs: [Crumb] {
    [Crumb(visit.say("Contracten", "Contracts"), visit.address(.commissioning(.contracts)))]
  }

  var fieldNames: Set<String> {
    let own: Set = [
      "vorm", "variant", "looptijd", "wijze", "motivering", "producten", "mogelijk",
    ]
    return award == nil
      ? own.union(["code", "aanbieder", "perceel", "gemeente", "start"]) : own
  }

  var obstacle: String? {
    if let award, visit.state.contracts.contracts[award.contract.code] != nil {
      return visit.say("Dit contract is al gesloten.", "This contract is concluded already.")
    }
    guard award == nil, visit.state.contracts.providers.isEmpty else { return nil }
    return visit.say(
      "Er staan nog geen aanbieders in het register.",
      "There are no providers in the register yet."
    )
  }

  func writeFacts(_ html: inout HTML) {
    guard let (contract, procedure) = award else { return }
    html.heading(2, visit.say("Wat de procedure besloot", "What the procedure decided"))
    html.facts([
      (name: visit.say("Procedure", "Procedure"), value: procedure.plan.title),
      (name: "Contract", value: contract.code.description),
      (name: visit.say("Aanbieder", "Provider"), value: view.names.name(contract.provider)),
      (name: visit.say("Perceel", "Lot"), value: contract.lot.description),
      (
        name: visit.say("Gemeenten", "Municipalities"),
        value: view.names.names(contract.municipalities)
      ),
      (name: visit.say("Eerste dag", "First day"), value: view.day(contract.start)),
    ])
  }
}

// MARK: - Fields

extension NewContractForm {
  func writeFields(_ form: FormView, _ html: inout HTML) {
    if award == nil { partyFields(form, &html) }
    form.select(
      "vorm",
      visit.say("Contractvorm", "Form of contract"),
      ContractForm.allCases.map {
        ListFilter.Choice($0.rawValue, "\($0.rawValue): \(visit.say($0.text))")
      },
      &html
    )
    form.select(
      "variant",
      visit.say("Uitvoeringsvariant", "Variant"),
      DeliveryVariant.allCases.map { ListFilter.Choice($0.rawValue, visit.say($0.text)) },
      &html
    )
    form.input(
      "looptijd",
      visit.say("Looptijd in jaren", "Term in years"),
      description: visit.say(
        "Eerst de looptijd, dan de verlengingen: 3+1+1.",
        "The term first, then the extensions: 3+1+1."
      ),
      &html
    )
    form.select(
      "wijze",
      visit.say("Hoe verlengd wordt", "How it is extended"),
      TermPattern.Mode.allCases.map { ListFilter.Choice($0.rawValue, visit.say($0.text)) },
      &html
    )
    form.input(
      "motivering",
      visit.say("Motivering van de looptijd", "Reason for the term"),
      description: visit.say(
        "Nodig als het contract langer dan 48 maanden kan lopen.",
        "Needed when the contract can run for more than 48 months."
      ),
      isOptional: true,
      &html
    )
    form.input(
      "producten",
      visit.say("Productcodes", "Codes of products"),
      description: visit.say(
        "Met komma's ertussen. Leeg: de producten van het perceel.",
        "With commas in between. Empty: the products of the lot."
      ),
      isOptional: true,
      &html
    )
    form.checkboxes(
      "mogelijk",
      visit.say("Wat het contract toelaat", "What the contract allows"),
      Permission.allCases.map { ListFilter.Choice($0.rawValue, visit.say($0.text)) },
      &html
    )
  }

  private func partyFields(_ form: FormView, _ html: inout HTML) {
    form.input(
      "code",
      visit.say("Code van het contract", "Code of the contract"),
      description: visit.say(
        "1 tot 64 letters, cijfers, punten of streepjes.",
        "1 to 64 letters, digits, dots or dashes."
      ),
      &html
    )
    let providers = visit.state.contracts.providers.values.sorted {
      ($0.name, $0.chamber.description) < ($1.name, $1.chamber.description)
    }
    form.select(
      "aanbieder",
      visit.say("Aanbieder", "Provider"),
      providers.map { ListFilter.Choice($0.chamber.description, $0.name) },
      &html
    )
    form.input("perceel", visit.say("Perceel", "Lot"), isOptional: true, &html)
    form.checkboxes(
      "gemeente",
      visit.say("Gemeenten", "Municipalities"),
      (visit.state.profile?.municipalities ?? []).sorted().map {
        ListFilter.Choice($0.description, view.names.name($0))
      },
      &html
    )
    form.input("start", visit.say("Eerste dag", "First day"), type: "date", &html)
  }

  /// What a contract may allow besides.
  private enum Permission: String, CaseIterable {
    case ceiling = "plafond"
    case dissolution = "ontbinding"

    var text: BilingualText {
      switch self {
      case .ceiling:
        BilingualText(
          "later een budgetplafond invoeren",
          "bringing in a budget ceiling later"
        )
      case .dissolution:
        BilingualText(
          "ontbinden na de beoordeling van het eerste jaar",
          "dissolving after the review of the first year"
        )
      }
    }
  }
}

// MARK: - Reading

extension NewContractForm {
  func read(_ fields: Query) throws(FieldErrors) -> Deed {
    var reader = FieldReader(fields, visit)
    let party = award.map { Party($0.contract) } ?? party(&reader)
    let form = reader.choice("vorm", of: ContractForm.self)
    let variant = reader.choice("variant", of: DeliveryVariant.self)
    let mode = reader.choice("wijze", of: TermPattern.Mode.self)
    let pattern = mode.flatMap { TermPattern(fields["looptijd"] ?? "", mode: $0) }
    if pattern == nil {
      reader.fail(
        "looptijd",
        "Schrijf de jaren als 3+1+1.",
        "Write the years as 3+1+1."
      )
    }
    let products = products(&reader)
    let permissions = fields.all("mogelijk")
    if !permissions.allSatisfy({ Permission(rawValue: $0) != nil }) {
      reader.fail("mogelijk", "Maak een keuze uit de lijst.", "Choose from the list.")
    }
    try reader.check()
    guard let party, let form, let variant, let pattern else { throw FieldErrors(errors: []) }
    let record = visit.state.contracts.providers[party.provider]
    return .contract(
      ContractDraft(
        code: party.code,
        provider: party.provider,
        claimCodes: record?.codes(on: party.start) ?? [],
        lot: party.lot,
        municipalities: party.municipalities.sorted(),
        products: products,
        form: form,
        variant: variant,
        start: party.start,
        pattern: pattern,
        reasonForLength: fields["motivering"],
        mayBringInCeiling: permissions.contains(Permission.ceiling.rawValue),
        mayDissolveAfterFirstYear: permissions.contains(Permission.dissolution.rawValue),
        parts: award.map { $0.contract.parts(of: $0.procedure) } ?? []
      )
    )
  }

  /// With whom, for whom, and from when.
  fileprivate struct Party {
    let code: ContractCode
    let provider: ChamberNumber
    let lot: LotCode?
    let municipalities: [MunicipalityCode]
    let start: CivilDate
  }

  fileprivate func party(_ reader: inout FieldReader) -> Party? {
    let code = reader.fields["code"].flatMap { ContractCode($0) }
    if code == nil {
      reader.fail(
        "code",
        "Schrijf 1 tot 64 letters, cijfers, punten of streepjes, zonder spaties.",
        "Write 1 to 64 letters, digits, dots or dashes, without spaces."
      )
    }
    let provider = reader.fields["aanbieder"].flatMap { ChamberNumber($0) }
      .flatMap { visit.state.contracts.providers[$0]?.chamber }
    if provider == nil { reader.fail("aanbieder", "Kies een aanbieder.", "Choose a provider.") }
    let lot = reader.fields["perceel"].map { LotCode($0) }
    if case .some(.none) = lot {
      reader.fail("perceel", "Schrijf de code van het perceel.", "Write the code of the lot.")
    }
    let texts = reader.fields.all("gemeente")
    let municipalities = texts.compactMap { MunicipalityCode($0) }
    let own = Set(visit.state.profile?.municipalities ?? [])
    let isOwn =
      !municipalities.isEmpty && Set(municipalities).count == texts.count
      && own.isSuperset(of: municipalities)
    if !isOwn {
      reader.fail("gemeente", "Kies een of meer gemeenten.", "Choose one or more municipalities.")
    }
    let start = reader.day("start")
    guard let code, let provider, isOwn, let start else { return nil }
    return Party(
      code: code,
      provider: provider,
      lot: lot ?? nil,
      municipalities: municipalities,
      start: start
    )
  }

  private func products(_ reader: inout FieldReader) -> [ProductCode] {
    let texts = (reader.fields["producten"] ?? "").split(separator: ",")
      .map { $0.filter { $0 != " " } }
    let products = texts.compactMap { ProductCode($0) }
    if products.count != texts.count || Set(products).count != products.count {
      reader.fail(
        "producten",
        "Een productcode heeft 1 tot 5 tekens. Schrijf elke code een keer.",
        "A product code has 1 to 5 characters. Write each code once."
      )
    }
    return products
  }
}

extension NewContractForm.Party {
  fileprivate init(_ awarded: AwardedContract) {
    self.init(
      code: awarded.code,
      provider: awarded.provider,
      lot: awarded.lot,
      municipalities: awarded.municipalities,
      start: awarded.start
    )
  }
}
