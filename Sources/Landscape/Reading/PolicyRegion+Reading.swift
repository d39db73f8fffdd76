import Quantities

extension PolicyRegion {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    members = record.records("gemeenten").compactMap(RegionMember.init)
    organisations = record.records("organisaties").map(GoverningBody.init)
    contact = record.record(ifKnown: "contact").map(RegionContact.init)
  }
}

extension RegionMember {
  init?(_ record: Record) {
    guard let code = record.text("cbs").flatMap({ MunicipalityCode($0) }) else { return nil }
    municipality = code
    name = record.text("naam") ?? ""
    from = record.knownDate("vanaf")
    through = record.maybeDate("tot")
    existsFrom = record.maybeDate("bestaat_vanaf")
    printedFrom = record.maybeDate("gedrukt_vanaf")
    provenance = record.provenance
  }
}

extension RegionContact {
  init(_ record: Record) {
    email = record.text("email")
    website = record.text("website")
    page = record.text("pagina")
    platform = record.text("publicatieplatform")
  }
}

extension GoverningBody {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    kind = record.knownChoice("soort")
    role = record.knownText("rol")
    alsoWritten = record.texts("ook_geschreven")
    members = record.texts("leden")
    provenance = record.provenance
  }
}
