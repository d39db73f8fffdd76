package import Rules

extension DeliveryTexts {
  /// The interpretation that a rule on starts and stops makes, in a language; nil where it makes
  /// none.
  package static func choice(_ english: String?, in language: Language) -> String? {
    english.map { language == .dutch ? dutchChoices[$0] ?? $0 : $0 }
  }

  /// The Dutch form of every choice that a rule on starts and stops makes, by its English form.
  package static let dutchChoices: [String: String] = [
    """
    A deleted allocation counts as never sent. Without a number the start is one of the \
    task variant, which the setting deliveryWithoutAllocation allows.
    """:
      """
    Een verwijderde toewijzing geldt als nooit verstuurd. Zonder nummer is de start er \
    een van de taakgerichte variant, die de instelling start-zonder-toewijzing \
    toelaat.
    """,
    "A stop that was itself deleted does not count.":
      "Een stop die zelf is verwijderd telt niet mee.",
    """
    A deletion and a new start in one message must differ in a key field (IV008): a key \
    that stands twice in the message is not new.
    """:
      """
    Een verwijdering en een nieuwe start in een bericht moeten verschillen in een \
    sleutelveld (IV008): een sleutel die twee keer in het bericht staat is niet nieuw.
    """,
    """
    A temporary stop ends the current start as well. Without a number, starts of the \
    same product are compared.
    """:
      """
    Ook een tijdelijke stop beëindigt de actuele start. Zonder nummer worden starts \
    van hetzelfde product vergeleken.
    """,
    "The same as for the allocation message.":
      "Hetzelfde als bij het toewijzingsbericht.",
    """
    A stop on an allocation that was deleted after the start is taken when the setting \
    stopOnDeletedAllocation says so, because what was started by message is stopped by \
    message (OP288). Without a number see the start.
    """:
      """
    Een stop op een toewijzing die na de start is verwijderd wordt aanvaard als de \
    instelling stop-op-verwijderde-toewijzing dat zegt, want wat per bericht is \
    gestart wordt per bericht gestopt (OP288). Zonder nummer: zie de start.
    """,
    """
    A deletion and a new stop in one message must differ in a key field (IV008): a key \
    that stands twice in the message is not new.
    """:
      """
    Een verwijdering en een nieuwe stop in een bericht moeten verschillen in een \
    sleutelveld (IV008): een sleutel die twee keer in het bericht staat is niet nieuw.
    """,
    """
    The current start is the one that still runs, else the last one that became known \
    (OP155); its key fields are number, product and begin.
    """:
      """
    De actuele start is die nog loopt, en anders die het laatst bekend werd (OP155); \
    de sleutelvelden zijn nummer, product en begin.
    """,
    "After a final stop no other is compared with it: TR415 refuses every one.":
      "Na een definitieve stop wordt er geen andere mee vergeleken: TR415 keurt elke stop af.",
  ]
}
