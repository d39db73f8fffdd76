import Rules

// The sentences of the faults: Dutch for the people who send and receive messages, and English.
extension FormatFault {
  var fileSentences: (dutch: String, english: String) {
    switch self {
    case .empty:
      ("Dit bestand is leeg. Lever het bericht opnieuw aan.", "The file is empty.")
    case .byteOrderMark:
      (
        "Dit bestand begint met een byte order mark (BOM). Lever het aan in UTF-8 zonder BOM.",
        "The file starts with a byte order mark. Deliver it in UTF-8 without one."
      )
    case .utf16:
      (
        "Dit bestand is in UTF-16 of UTF-32 geschreven. Lever het aan in UTF-8.",
        "The file is written in UTF-16 or UTF-32. Deliver it in UTF-8."
      )
    case .otherEncoding:
      (
        "Dit bestand zegt dat het in een andere tekencodering dan UTF-8 is geschreven. Lever het "
          + "aan in UTF-8.",
        "The file declares an encoding other than UTF-8. Deliver it in UTF-8."
      )
    case .notUTF8:
      (
        "hier staan tekens die geen UTF-8 zijn, bijvoorbeeld omdat het bestand in Latin-1 is "
          + "bewaard. Lever het bestand aan in UTF-8.",
        "these bytes are not UTF-8, perhaps because the file was saved in Latin-1."
      )
    case .notXML:
      (
        "Dit bestand is geen XML-bericht. Kies het berichtbestand dat uw systeem heeft gemaakt.",
        "The file is not an XML message."
      )
    case .doctype:
      (
        "het bestand bevat een DOCTYPE. De standaard gebruikt die niet; om veiligheidsredenen "
          + "wordt zo'n bestand geweigerd.",
        "the file holds a DOCTYPE, which the standard does not use and which is refused."
      )
    case .unknownMessage:
      (
        "Dit bestand is XML, maar geen iWmo-bericht. Kies een berichtbestand van iWmo 3.2.",
        "The file is XML, but not a message of iWmo."
      )
    case .otherVersion:
      (
        "Dit bericht is van een andere versie van de standaard. Regie leest iWmo 3.2; lever het "
          + "bericht in die versie aan.",
        "The message is of another version of the standard. Regie reads iWmo 3.2."
      )
    case .otherFamily:
      (
        "Dit is een iJw-bericht. Regie leest nu alleen iWmo 3.2.",
        "This is a message of iJw. Regie reads iWmo 3.2 only."
      )
    case .unknownType:
      (
        "Dit berichttype bestaat niet in iWmo 3.2. Controleer welk bericht is verstuurd.",
        "There is no such message in iWmo 3.2."
      )
    case .version(let expected):
      (
        "het bericht noemt een andere versie dan die van iWmo 3.2; hier hoort \(expected) te staan.",
        "the message names another version than iWmo 3.2; this must be \(expected)."
      )
    default: ("", "")
    }
  }

  var limitSentences: (dutch: String, english: String) {
    switch self {
    case .tooLarge:
      (
        "Dit bestand is groter dan 256 MB. Verdeel de gegevens over meer berichten.",
        "The file is larger than 256 MB. Divide the data over more messages."
      )
    case .tooDeep:
      ("de elementen zijn te diep in elkaar genest.", "the elements are nested too deeply.")
    case .tooManyAttributes:
      (
        "een element heeft te veel attributen of naamruimten.",
        "an element has too many attributes or namespaces."
      )
    case .tooManyNames:
      (
        "het bestand gebruikt te veel verschillende namen en naamruimten.",
        "the file uses too many different names and namespaces."
      )
    case .valueTooLong:
      ("een waarde is langer dan 1 MB.", "a value is longer than 1 MB.")
    default: ("", "")
    }
  }

  var structureSentences: (dutch: String, english: String) {
    switch self {
    case .unexpectedElement:
      (
        "hier staat een element dat de standaard op deze plaats niet kent. Haal het weg.",
        "there is an element here that the standard does not know in this place."
      )
    case .wrongNamespace:
      (
        "dit element heeft een verkeerde naamruimte (het deel voor de dubbele punt).",
        "this element is in the wrong namespace."
      )
    case .wrongOrder:
      (
        "dit element staat niet op de juiste plaats of komt te vaak voor. Volg de volgorde van de "
          + "standaard.",
        "this element is in the wrong place or occurs too often."
      )
    case .missingElement(let name):
      (
        "het verplichte element \(name) ontbreekt. Vul het in.",
        "the mandatory element \(name) is missing."
      )
    case .textBetweenElements:
      (
        "hier staat tekst tussen de elementen. Haal die weg.",
        "there is text between the elements."
      )
    case .elementInValue:
      (
        "dit element hoort een waarde te hebben, maar er staan andere elementen in.",
        "this element should hold a value, but it holds other elements."
      )
    case .attribute:
      (
        "dit element heeft een attribuut; de standaard gebruikt geen attributen. Haal het weg.",
        "this element has an attribute, which the standard does not use."
      )
    default: ("", "")
    }
  }

  var valueSentences: (dutch: String, english: String) {
    switch self {
    case .emptyValue:
      (
        "dit element is leeg. Vul het in, of laat het weg als het niet verplicht is.",
        "this element is empty; fill it or leave it out."
      )
    case .notInteger:
      (
        "hier hoort een geheel getal te staan, zonder punten, komma's of letters.",
        "this must be a whole number."
      )
    case .outOfRange(let low, let high):
      ("dit getal moet van \(low) tot en met \(high) zijn.", "this must be from \(low) to \(high).")
    case .notDate:
      (
        "hier hoort een bestaande datum te staan, zoals 2025-01-31, zonder tijdzone.",
        "this must be an existing date such as 2025-01-31, without a time zone."
      )
    case .yearOutOfRange:
      (
        "het jaar van deze datum moet van 0001 tot en met 9999 zijn.",
        "the year of this date must be from 0001 to 9999."
      )
    case .notTime:
      (
        "hier hoort een bestaande tijd te staan, zoals 13:45:00, zonder tijdzone.",
        "this must be an existing time such as 13:45:00, without a time zone."
      )
    case .tooLong(let count):
      (
        "deze tekst is te lang; hoogstens \(CountedNoun.character.text(count).dutch) mag.",
        "this text is too long; at most \(CountedNoun.character.text(count).english) may stand here."
      )
    case .notInList(let list):
      (
        "deze code staat niet in codelijst \(list). Kies een code uit die lijst.",
        "this code is not in code list \(list)."
      )
    case .fixed(let value):
      ("hier hoort \(value) te staan.", "this must be \(value).")
    case .pattern(let pattern): pattern.sentences
    default: ("", "")
    }
  }
}

extension SimpleType.Pattern {
  fileprivate var sentences: (dutch: String, english: String) {
    switch self {
    case .nonblank:
      (
        "deze tekst moet op één regel staan en mag niet alleen uit spaties bestaan.",
        "this text must be on one line and may not be blank."
      )
    case .somewhere:
      ("deze tekst mag niet alleen uit spaties bestaan.", "this text may not be blank.")
    case .digits: ("hier mogen alleen cijfers staan.", "only digits are allowed here.")
    case .digits4: ("hier horen precies 4 cijfers te staan.", "this must be exactly 4 digits.")
    case .digits8: ("hier horen precies 8 cijfers te staan.", "this must be exactly 8 digits.")
    case .digits9: ("hier horen precies 9 cijfers te staan.", "this must be exactly 9 digits.")
    case .letters:
      (
        "hier mogen alleen letters staan, zonder punten en spaties.",
        "only letters are allowed here, without dots or blanks."
      )
    case .alphanumeric:
      ("hier mogen alleen letters en cijfers staan.", "only letters and digits are allowed here.")
    case .version:
      ("hier hoort een versie te staan zoals 1.0.0.", "this must be a version such as 1.0.0.")
    }
  }
}
