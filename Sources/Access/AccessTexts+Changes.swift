import Rules

extension AccessTexts {
  static let changes: [RuleID: RuleSentence] = [
    "TR304": RuleSentence(
      dutch: """
        De cliënt van dit verzoek is bij de gemeente niet bekend. Controleer het BSN, of vraag \
        eerst een toewijzing aan.
        """,
      english: """
        The client of this request is not known to the municipality. Check the citizen number, or \
        ask for an allocation first.
        """
    ),
    "TR349": RuleSentence(
      dutch: """
        Het verzoek noemt toewijzing {allocationNumber} niet, die op {today} actueel is. Neem elke \
        actuele toewijzing op, ongewijzigd of te wijzigen.
        """,
      english: """
        The request leaves out allocation {allocationNumber}, which is current on {today}. Name \
        every current allocation, as unchanged or to be changed.
        """
    ),
    "TR350": RuleSentence(
      dutch: """
        Ongewijzigd product {allocationNumber} is geen actuele toewijzing van deze cliënt bij deze \
        aanbieder. Laat het weg of herstel het nummer.
        """,
      english: """
        Unchanged product {allocationNumber} is no current allocation of this client with this \
        provider. Leave it out or correct the number.
        """
    ),
    "TR351": RuleSentence(
      dutch: """
        Te wijzigen product {allocationNumber} is geen actuele toewijzing van deze cliënt bij deze \
        aanbieder. Herstel het nummer, of vraag een nieuw product aan.
        """,
      english: """
        Product to be changed {allocationNumber} is no current allocation of this client with this \
        provider. Correct the number, or ask for a new product.
        """
    ),
    "TR357": RuleSentence(
      dutch: """
        De gewenste ingangsdatum {wishedFrom} ligt niet na de dagtekening {messageDate}, en is \
        niet de ingangsdatum {allocatedFrom} van toewijzing {allocationNumber}. Kies een latere \
        datum of die ingangsdatum.
        """,
      english: """
        The wished begin {wishedFrom} does not lie after the message date {messageDate}, and is \
        not the begin {allocatedFrom} of allocation {allocationNumber}. Choose a later date or \
        that begin.
        """
    ),
    "TR361": RuleSentence(
      dutch: """
        In de gewenste situatie komt hetzelfde product twee keer tegelijk voor: categorie \
        {category}, code {productCode}, vanaf {from} en vanaf {otherFrom}. Laat de perioden op \
        elkaar aansluiten.
        """,
      english: """
        The wished situation holds the same product twice at one time: category {category}, code \
        {productCode}, from {from} and from {otherFrom}. Make the periods follow each other.
        """
    ),
    "TR373": RuleSentence(
      dutch: """
        Het budget of totale volume van toewijzing {allocationNumber} geldt voor de hele looptijd, \
        maar de wijziging gaat in op {wishedFrom}. Gebruik de ingangsdatum {allocatedFrom} van de \
        toewijzing.
        """,
      english: """
        The budget or total volume of allocation {allocationNumber} holds for its whole duration, \
        but the change begins on {wishedFrom}. Use the begin {allocatedFrom} of the allocation.
        """
    ),
    "TR375": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber} heeft geen product, dus een omvang ({wishedVolume}) past er \
        niet bij. Laat de omvang weg.
        """,
      english: """
        Allocation {allocationNumber} has no product, so a volume ({wishedVolume}) does not fit \
        it. Leave out the volume.
        """
    ),
    "TR411": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber} heeft productcode {productCode}; dan is een gewenste omvang \
        verplicht. Vul de omvang in.
        """,
      english: """
        Allocation {allocationNumber} has product code {productCode}; then a wished volume is \
        required. Fill in the volume.
        """
    ),
    "TR412": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber} heeft geen productcode, dus een omvang ({wishedVolume}) past \
        er niet bij. Laat de omvang weg.
        """,
      english: """
        Allocation {allocationNumber} has no product code, so a volume ({wishedVolume}) does not \
        fit it. Leave out the volume.
        """
    ),
  ]
}
