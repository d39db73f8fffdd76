import Messages
import Quantities

/// Fills in who a message is about.
struct PersonWriter: Sendable {
  let form: MessageForm

  /// The parts that every message about a client has.
  func writeClient(_ person: SyntheticPerson, _ builder: inout MessageBuilder) {
    builder.set(form["Client/Bsn"], text: person.citizen.digits)
    switch person.birth {
    case .known(let date):
      builder.set(form["Client/Geboortedatum/Datum"], date: date)
    case .year(let date):
      builder.set(form["Client/Geboortedatum/Datum"], date: date)
      builder.set(form["Client/Geboortedatum/DatumGebruik"], text: "2")
    case .unknown:
      builder.set(form["Client/Geboortedatum/Datum"], date: Calendar2025.day(1900, 1, 1))
      builder.set(form["Client/Geboortedatum/DatumGebruik"], text: "3")
    }
    builder.set(form["Client/Geslacht"], text: String(person.sex))
    builder.set(form["Client/Naam/Geslachtsnaam/Achternaam"], text: person.surname)
    if let prefix = person.prefix {
      builder.set(form["Client/Naam/Geslachtsnaam/Voorvoegsel"], text: prefix)
    }
    builder.set(form["Client/Naam/Voornamen"], text: person.givenNames.joined(separator: " "))
    let initials = person.givenNames.compactMap { $0.first.map { String($0) } }.joined()
    builder.set(form["Client/Naam/Voorletters"], text: initials)
  }

  /// What only a 301 tells: partner, language, address and relatives.
  func writeDetails(_ person: SyntheticPerson, _ builder: inout MessageBuilder) {
    if let partner = person.partner {
      builder.set(form["Client/Naam/Partnernaam/Achternaam"], text: partner)
    }
    builder.set(form["Client/Naam/NaamGebruik"], text: person.partner == nil ? "1" : "4")
    if let language = person.language {
      builder.set(form["Client/Communicatie/Vorm"], text: "1")
      builder.set(form["Client/Communicatie/Taal"], text: language)
    }
    let contacts = "Client/Contactgegevens/Contact"
    let row = builder.append(form.table(contacts))
    builder.set(form[contacts + "/Soort"], row, text: "01")
    writeAddress(person, contacts + "/Adres/", row, &builder)
    if let phone = person.phone { writePhone(phone, contacts, row, &builder) }
    if let relative = person.relative { writeRelative(relative, of: person, &builder) }
  }

  private func writeAddress(
    _ person: SyntheticPerson,
    _ path: String,
    _ row: Int,
    _ builder: inout MessageBuilder
  ) {
    builder.set(form[path + "Huis/Huisnummer"], row, integer: person.houseNumber)
    if let letter = person.houseLetter {
      builder.set(form[path + "Huis/Huisletter"], row, text: letter)
    }
    builder.set(form[path + "Postcode"], row, text: person.postcode)
    builder.set(form[path + "Straatnaam"], row, text: person.street)
    builder.set(form[path + "Plaatsnaam"], row, text: person.town)
    builder.set(form[path + "LandCode"], row, text: "NL")
  }

  private func writePhone(
    _ phone: String,
    _ path: String,
    _ row: Int,
    _ builder: inout MessageBuilder
  ) {
    builder.set(form[path + "/Telefoon/Telefoon01/Telefoonnummer"], row, text: phone)
    builder.set(form[path + "/Telefoon/Telefoon01/Landnummer"], row, text: "31")
  }

  private func writeRelative(
    _ name: String,
    of person: SyntheticPerson,
    _ builder: inout MessageBuilder
  ) {
    let path = "Client/Relaties/Relatie"
    let row = builder.append(form.table(path))
    builder.set(form[path + "/Nummer"], row, text: "R-1")
    builder.set(form[path + "/Volgorde"], row, integer: 1)
    builder.set(form[path + "/Soort"], row, text: "17")
    builder.set(form[path + "/Geslacht"], row, text: "2")
    builder.set(form[path + "/Naam/Geslachtsnaam/Achternaam"], row, text: person.surname)
    builder.set(form[path + "/Naam/Voornamen"], row, text: name)
    builder.set(form[path + "/Naam/NaamGebruik"], row, text: "1")
    builder.set(form[path + "/Contact/Soort"], row, text: "02")
    writeAddress(person, path + "/Contact/Adres/", row, &builder)
    builder.set(form[path + "/Contact/Emailadres"], row, text: "naaste@example.org")
  }
}
