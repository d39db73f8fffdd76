import Commissioning
package import Rules

extension AccessTexts {
  /// The interpretation that a rule of this room makes, in a language; nil where it makes none.
  package static func choice(_ english: String?, in language: Language) -> String? {
    english.map { language == .dutch ? dutchChoices[$0] ?? $0 : $0 }
  }

  /// The Dutch form of every choice that a rule of this room makes, by its English form: rules of
  /// one number make different choices in different messages.
  package static let dutchChoices = messageChoices.merging(agreementChoices) { first, _ in first }

  private static let messageChoices: [String: String] = [
    "An allocation of which every message was refused leaves its number free.":
      "Een toewijzing waarvan elk bericht is afgekeurd laat haar nummer vrij.",
    """
    Filled correctly means: the reference of a request of this provider for this client \
    that is still open before the message.
    """:
      """
    Juist gevuld betekent: de referentie van een verzoek van deze aanbieder voor deze \
    cliënt dat voor het bericht nog openstaat.
    """,
    ProductList.choice:
      """
    De eerste twee tekens van de code zijn de categorie, of de eigen lijst van de \
    regio zegt welke het is.
    """,
    """
    A version is named by its date and time of decision; when it comes again with \
    another content, what came first stands.
    """:
      """
    Een versie wordt aangeduid met toewijzingsdatum en -tijd; komt zij opnieuw met een \
    andere inhoud, dan blijft staan wat het eerst kwam.
    """,
    "A client is known for whom something was allocated or asked before the message came.":
      "Een cliënt is bekend als er voor het bericht iets aan is toegewezen of voor is gevraagd.",
    "A request that was refused leaves its reference free.":
      "Een verzoek dat is afgekeurd laat zijn referentie vrij.",
    """
    A changed product counts from the day that the change is wished, with the product of \
    its allocation; one whose allocation is not current is left out, since TR350 or \
    TR351 refuses it.
    """:
      """
    Een gewijzigd product telt vanaf de gewenste dag van wijziging, met het product \
    van zijn toewijzing; een waarvan de toewijzing niet actueel is blijft buiten \
    beschouwing, want TR350 of TR351 keurt het af.
    """,
    """
    A total volume changes when unit and frequency stay and the number differs; any \
    other unit or frequency asks for a new allocation. A wish without the budget that \
    was allocated changes it.
    """:
      """
    Een totale omvang wijzigt als eenheid en frequentie blijven en het aantal \
    verschilt; een andere eenheid of frequentie vraagt om een nieuwe toewijzing. Een \
    wens zonder het toegewezen budget wijzigt dat budget.
    """,
    "The end is that of the wish, as the check program reads the like rules of level 2.":
      """
    Het einde is dat van de wens, zoals het controleprogramma de gelijke regels van \
    niveau 2 leest.
    """,
    "The end is that of the wish; TR412 is reported beside it, since both hold.":
      "Het einde is dat van de wens; TR412 wordt ernaast gemeld, want beide gelden.",
    """
    The standard names no class for the code; the setting openRequestClass puts it on \
    Client or on the request. Open means pending or under investigation.
    """:
      """
    De standaard noemt geen klasse voor de code; de instelling code-lopend-verzoek zet \
    haar op Client of op het verzoek. Open betekent aangevraagd of in onderzoek.
    """,
  ]
}
