import Messages
import Quantities

/// Writes planned files as messages of the standard.
struct Composer: Sendable {
  let people: PersonRegister
  let providers: [ProviderCode]
  let municipalities: [RegionShape.Municipality]
  let allocations: [PlannedAllocation]
  private let awards = MessageForm(.wmo301)
  private let starts = MessageForm(.wmo305)
  private let stops = MessageForm(.wmo307)
  private let claims = ClaimWriter()

  init(
    people: PersonRegister,
    providers: [ProviderCode],
    municipalities: [RegionShape.Municipality],
    allocations: [PlannedAllocation]
  ) {
    self.people = people
    self.providers = providers
    self.municipalities = municipalities
    self.allocations = allocations
  }

  /// The message of a file; the serial number makes its identification unique.
  func message(_ file: PlannedFile, serial: Int) -> Message {
    switch file.content {
    case .allocations(let included): award(file, included, serial)
    case .start(let allocation, let begin, let number):
      start(file, allocation, begin: begin, number: number, serial)
    case .stop(let allocation): stop(file, allocation, serial)
    case .claim(let claim): self.claim(file, claim)
    }
  }

  private func person(_ client: Int, in municipality: Int) -> SyntheticPerson {
    let place = municipalities[municipality]
    return people.person(client, town: place.town, postcode: place.postcode)
  }

  private func identification(_ kind: String, _ serial: Int) -> String {
    let digits = String(serial)
    return kind + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}

// MARK: - Awards

extension Composer {
  private func award(
    _ file: PlannedFile,
    _ included: [(allocation: Int, version: Int)],
    _ serial: Int
  ) -> Message {
    var builder = awards.begin(
      from: municipalities[file.municipality].code.description,
      to: providers[file.provider].description,
      identification: identification("T", serial),
      on: file.day
    )
    if let first = included.first {
      let client = person(allocations[first.allocation].client, in: file.municipality)
      let writer = PersonWriter(form: awards)
      writer.writeClient(client, &builder)
      writer.writeDetails(client, &builder)
    }
    for (index, version) in included {
      let allocation = allocations[index]
      writeProduct(allocation, allocation.versions[version], on: file.day, &builder)
    }
    return builder.build()
  }

  private func writeProduct(
    _ allocation: PlannedAllocation,
    _ version: PlannedVersion,
    on day: CivilDate,
    _ builder: inout MessageBuilder
  ) {
    let path = "Client/ToegewezenProducten/ToegewezenProduct"
    let row = builder.append(awards.table(path))
    func field(_ name: String) -> Field { awards[path + "/" + name] }
    builder.set(field("ToewijzingNummer"), row, integer: Int64(allocation.number))
    switch allocation.product {
    case .specific(let product):
      builder.set(field("Product/Categorie"), row, text: product.category)
      builder.set(field("Product/Code"), row, text: product.code)
    case .categoryOnly(let category):
      builder.set(field("Product/Categorie"), row, text: category)
    case .generic: break
    }
    builder.set(field("Toewijzingsdatum"), row, date: version.day)
    builder.set(field("Toewijzingstijd"), row, text: "10:15:00")
    builder.set(field("Ingangsdatum"), row, date: version.first)
    if let last = version.last { builder.set(field("Einddatum"), row, date: last) }
    // Filled only when this very message brings the change (IV099).
    if let reason = version.reason, version.day == day {
      builder.set(field("RedenWijziging"), row, text: reason)
    }
    switch version.size {
    case .volume(let volume):
      builder.set(field("Omvang/Volume"), row, integer: volume.amount)
      builder.set(field("Omvang/Eenheid"), row, text: volume.unit.code)
      builder.set(field("Omvang/Frequentie"), row, text: volume.frequency.code)
    case .budget(let budget): builder.set(field("Budget"), row, integer: budget.rawValue)
    case .open: break
    }
  }
}

// MARK: - Starts and stops

extension Composer {
  private func start(
    _ file: PlannedFile,
    _ index: Int,
    begin: CivilDate,
    number: Int,
    _ serial: Int
  ) -> Message {
    var builder = delivery(file, starts, "S", index, serial)
    let path = "Client/StartProducten/StartProduct"
    let row = builder.append(starts.table(path))
    writeDelivery(allocations[index], number: number, starts, path + "/", row, &builder)
    builder.set(starts[path + "/Begindatum"], row, date: begin)
    builder.set(starts[path + "/StatusAanlevering"], row, text: "1")
    return builder.build()
  }

  private func stop(_ file: PlannedFile, _ index: Int, _ serial: Int) -> Message {
    var builder = delivery(file, stops, "E", index, serial)
    let allocation = allocations[index]
    let path = "Client/StopProducten/StopProduct"
    let row = builder.append(stops.table(path))
    writeDelivery(allocation, number: allocation.number, stops, path + "/", row, &builder)
    if let start = allocation.start, let stop = allocation.stop {
      builder.set(stops[path + "/Begindatum"], row, date: start.begin)
      builder.set(stops[path + "/RedenBeeindiging"], row, text: stop.reason)
      builder.set(stops[path + "/Einddatum"], row, date: stop.end)
    }
    builder.set(stops[path + "/StatusAanlevering"], row, text: "1")
    return builder.build()
  }

  private func delivery(
    _ file: PlannedFile,
    _ form: MessageForm,
    _ kind: String,
    _ index: Int,
    _ serial: Int
  ) -> MessageBuilder {
    var builder = form.begin(
      from: providers[file.provider].description,
      to: municipalities[file.municipality].code.description,
      identification: identification(kind, serial),
      on: file.day
    )
    let client = person(allocations[index].client, in: file.municipality)
    PersonWriter(form: form).writeClient(client, &builder)
    return builder
  }

  private func writeDelivery(
    _ allocation: PlannedAllocation,
    number: Int,
    _ form: MessageForm,
    _ path: String,
    _ row: Int,
    _ builder: inout MessageBuilder
  ) {
    builder.set(form[path + "ToewijzingNummer"], row, integer: Int64(number))
    switch allocation.product {
    case .specific(let product):
      builder.set(form[path + "Product/Categorie"], row, text: product.category)
      builder.set(form[path + "Product/Code"], row, text: product.code)
    case .categoryOnly(let category):
      builder.set(form[path + "Product/Categorie"], row, text: category)
    case .generic: break
    }
    let first = allocation.versions[0].first
    builder.set(form[path + "ToewijzingIngangsdatum"], row, date: first)
  }
}

// MARK: - Claims

extension Composer {
  private func claim(_ file: PlannedFile, _ claim: PlannedClaim) -> Message {
    let municipality =
      claim.fault == .otherMunicipality
      ? "0344" : municipalities[file.municipality].code.description
    var sheet = claims.begin(
      from: providers[file.provider],
      to: municipality,
      identification: claim.identification,
      number: claim.number,
      period: claim.period,
      on: file.day
    )
    var withoutTariff = claim.fault == .missingTariff
    for line in claim.lines {
      let allocation = allocations[line.allocation]
      let number = people.citizen(allocation.client).digits
      var citizen = number
      if line.fault?.isOnClient == true {
        citizen = people.strangerNumber(line.reference).digits
      } else if claim.fault == .wrongCitizenNumber, line.reference == claim.lines[0].reference {
        // One digit read wrong: the eleven test finds every such slip.
        citizen = String(number.dropLast()) + (number.hasSuffix("9") ? "0" : "9")
      }
      let isUnknown = line.fault == .unknownAllocation
      claims.add(
        line.content,
        of: citizen,
        allocation: allocation.number + (isUnknown ? PlannedLine.unknownOffset : 0),
        reference: PlannedLine.text(ofReference: line.reference),
        previous: line.previous.map(PlannedLine.text(ofReference:)),
        withoutTariff: withoutTariff && line.content.tariff != nil,
        to: &sheet
      )
      if line.content.tariff != nil { withoutTariff = false }
    }
    if claim.fault == .wrongTotal { sheet.cents += 1_000 }
    return claims.finish(sheet)
  }
}
