import Rules

extension AccessTexts {
  /// The explanations of the rules about an allocation and the contract of its provider.
  static let agreements: [RuleID: RuleSentence] = [
    "CT01": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber}: aanbieder {provider} heeft geen contract met gemeente \
        {municipality}, en er is geen prijslijst ingelezen; declaraties hierop worden afgekeurd. \
        Kies een gecontracteerde aanbieder, of leg het contract vast (bron: iWmo/iJw 3.2 WJ759, \
        geen contract).
        """,
      english: """
        Allocation {allocationNumber}: provider {provider} has no contract with municipality \
        {municipality}, and no price list was imported; claims on it will be refused. Choose a \
        contracted provider, or record the contract (source: iWmo/iJw 3.2 WJ759, no contract).
        """
    ),
    "CT02": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber}: op de ingangsdatum {from} loopt er geen contract van \
        aanbieder {provider} met gemeente {municipality}; contract {contract} loopt van \
        {contractFrom} tot en met {contractThrough}. Kies een gecontracteerde aanbieder of een \
        ingangsdatum binnen het contract (bron: iWmo/iJw 3.2 WJ759, geen contract).
        """,
      english: """
        Allocation {allocationNumber}: on its first day {from} no contract of provider {provider} \
        with municipality {municipality} runs; contract {contract} runs from {contractFrom} \
        through {contractThrough}. Choose a contracted provider or a first day within the \
        contract (source: iWmo/iJw 3.2 WJ759, no contract).
        """
    ),
    "CT03": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber}: {support} valt op {from} niet onder contract {contracts} \
        van aanbieder {provider}. Kies een product van het contract of een aanbieder die dit \
        product levert (bron: iWmo/iJw 3.2 WJ759, buiten contract).
        """,
      english: """
        Allocation {allocationNumber}: {support} is not under contract {contracts} of provider \
        {provider} on {from}. Choose a product of the contract or a provider that delivers it \
        (source: iWmo/iJw 3.2 WJ759, outside the contract).
        """
    ),
    "CT04": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber}: aanbieder {provider} heeft onder contract {contract} een \
        cliëntenstop vanaf {stoppedFrom} en deze cliënt is nieuw. Zoek een andere aanbieder, of \
        leg vast dat het om crisishulp gaat: die loopt altijd door (bron: contractstandaard, \
        cliëntenstop).
        """,
      english: """
        Allocation {allocationNumber}: provider {provider} takes no new clients under contract \
        {contract} from {stoppedFrom}, and this client is new. Look for another provider, or \
        record that it is crisis help, which always goes on (source: contract standard, stop on \
        new clients).
        """
    ),
    "CT05": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber}: van het plafond van {ceiling} van contract {contract} is \
        {awarded} toegekend, dus het is bereikt. {consequence}; pas het plafond schriftelijk aan \
        of kies een andere aanbieder (bron: contractstandaard artikel 1.5).
        """,
      english: """
        Allocation {allocationNumber}: of the ceiling of {ceiling} of contract {contract} \
        {awarded} was awarded, so it is reached. {consequence}; adjust the ceiling in writing or \
        choose another provider (source: contract standard article 1.5).
        """
    ),
    "CT06": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber}: {ground} van aanbieder {provider} heeft op {from} geen \
        tarief voor {support}; declaraties hierop worden afgekeurd (0611). Leg het tarief vast \
        of kies een ander product (bron: iWmo/iJw 3.2 TR418).
        """,
      english: """
        Allocation {allocationNumber}: {ground} of provider {provider} has no tariff for \
        {support} on {from}; claims on it will be refused (0611). Record the tariff or choose \
        another product (source: iWmo/iJw 3.2 TR418).
        """
    ),
  ]

  /// The Dutch form of the choices that those rules make, by their English form.
  static let agreementChoices: [String: String] = [
    """
    Who has no contract in the register is held against the imported price list; without one it \
    is a signal as soon as the municipality has a contract with somebody.
    """:
      """
    Wie geen contract in het register heeft wordt aan de ingelezen prijslijst gehouden; zonder \
    lijst is het een signaal zodra de gemeente met iemand een contract heeft.
    """,
    """
    The day that counts is the first day of the support: what began under a contract is \
    finished, also after its end (001:57-59).
    """:
      """
    De eerste dag van de ondersteuning telt: wat onder een contract begon wordt afgemaakt, ook \
    na het einde ervan (001:57-59).
    """,
    """
    An allocation of a category is covered by a contract with a product of that category, a \
    generic one by any contract.
    """:
      """
    Een toewijzing van een categorie valt onder een contract met een product van die categorie, \
    een generieke onder elk contract.
    """,
    """
    A stop is about new clients: somebody whose support by this provider runs until the day \
    before is none. Crisis help is outside it, and an allocation does not say that it is one.
    """:
      """
    Een stop gaat over nieuwe cliënten: wie tot de dag ervoor al ondersteuning van deze \
    aanbieder heeft is dat niet. Crisishulp valt erbuiten, en een toewijzing zegt niet dat het \
    er om gaat.
    """,
    "A ceiling is reached when what was awarded under it is the decided amount, or more.":
      "Een plafond is bereikt als eronder het besloten bedrag is toegekend, of meer.",
    "Only an allocation with a product code has one price.":
      "Alleen een toewijzing met een productcode heeft één prijs.",
  ]
}
