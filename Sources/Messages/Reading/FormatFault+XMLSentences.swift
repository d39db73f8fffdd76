// The sentences of the faults against XML itself.
extension FormatFault {
  var xmlSentences: (dutch: String, english: String) {
    let mend = " Laat uw leverancier het bericht opnieuw maken."
    return (dutchXML + mend, englishXML)
  }

  private var dutchXML: String {
    switch self {
    case .truncated: "het bestand houdt hier plotseling op; er ontbreekt een deel."
    case .illegalCharacter: "hier staat een teken dat niet in XML mag voorkomen."
    case .brokenTag: "hier staat een '<' die geen geldig begin of einde van een element is."
    case .brokenAttribute: "een attribuut van een element is niet goed geschreven."
    case .duplicateAttribute: "een element heeft twee keer hetzelfde attribuut."
    case .endTagMismatch: "het einde van een element hoort niet bij het begin ervan."
    case .brokenReference: "hier staat een '&' die geen geldige verwijzing naar een teken is."
    case .unknownEntity: "hier staat een verwijzing (entiteit) die XML zelf niet kent."
    case .sectionEndInText: "in een tekst staat ']]>', dat mag niet."
    case .brokenComment: "een commentaar is niet goed geschreven of niet afgesloten."
    case .brokenSection: "een CDATA-deel is niet goed geschreven of niet afgesloten."
    case .brokenInstruction: "een verwerkingsinstructie ('<?') is niet goed geschreven."
    case .brokenDeclaration: "de eerste regel (XML-declaratie) is niet goed geschreven."
    case .xmlVersion: "het bestand gebruikt een andere versie van XML dan 1.0."
    case .contentAfterEnd: "er staat nog iets na het einde van het bericht."
    case .undeclaredPrefix: "een naam heeft een voorvoegsel dat nergens is vastgelegd."
    case .brokenNamespace: "een naamruimte (xmlns) is niet goed vastgelegd."
    default: ""
    }
  }

  private var englishXML: String {
    switch self {
    case .truncated: "the file ends suddenly; a part is missing."
    case .illegalCharacter: "there is a character here that XML does not allow."
    case .brokenTag: "there is a '<' here that neither begins nor ends an element."
    case .brokenAttribute: "an attribute is not well-formed."
    case .duplicateAttribute: "an element has the same attribute twice."
    case .endTagMismatch: "the end of an element does not belong to its beginning."
    case .brokenReference: "there is a '&' here that is not a reference to a character."
    case .unknownEntity: "there is a reference to an entity that XML itself does not know."
    case .sectionEndInText: "a text holds ']]>', which is not allowed."
    case .brokenComment: "a comment is not well-formed or not closed."
    case .brokenSection: "a CDATA section is not well-formed or not closed."
    case .brokenInstruction: "a processing instruction is not well-formed."
    case .brokenDeclaration: "the XML declaration is not well-formed."
    case .xmlVersion: "the file uses another version of XML than 1.0."
    case .contentAfterEnd: "there is something after the end of the message."
    case .undeclaredPrefix: "a name has a prefix that is declared nowhere."
    case .brokenNamespace: "a namespace is not declared correctly."
    default: ""
    }
  }
}
