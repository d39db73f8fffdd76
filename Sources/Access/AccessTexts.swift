package import Rules

/// The explanations of the rules on allocations, requests and answers.
package enum AccessTexts {
  package static let all = RuleTexts(
    allocations.merging(requests) { first, _ in first }
      .merging(changes) { first, _ in first }
      .merging(answers) { first, _ in first }
      .merging(agreements) { first, _ in first }
  )

  /// The explanation of TR381, which every message with products has.
  package static let productCode = RuleSentence(
    dutch: """
      Productcode {productCode} hoort niet bij categorie {category} volgens de productcodelijst. \
      Herstel de code of de categorie en stuur het bericht opnieuw.
      """,
    english: """
      Product code {productCode} does not belong to category {category} in the product list. \
      Correct the code or the category and send the message again.
      """
  )

  private static let allocations: [RuleID: RuleSentence] = [
    "TR332": RuleSentence(
      dutch: """
        Toewijzingnummer {allocationNumber} is in deze gemeente al gegeven aan een andere cliënt \
        of aanbieder (bekend bij {existingProvider}). Geef deze toewijzing een nummer dat nog niet \
        gebruikt is.
        """,
      english: """
        Allocation number {allocationNumber} was already given to another client or provider in \
        this municipality (known at {existingProvider}). Give this allocation a number that was \
        not used before.
        """
    ),
    "TR379": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber} noemt referentie {providerReference}, maar er is geen \
        openstaand verzoek van deze aanbieder voor deze cliënt met die referentie. Vul de \
        referentie alleen in het eerste bericht dat het verzoek honoreert.
        """,
      english: """
        Allocation {allocationNumber} gives reference {providerReference}, but this provider has \
        no open request for this client with that reference. Give the reference only in the first \
        message that honours the request.
        """
    ),
    "TR381": productCode,
    "TR385": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber} kan niet worden verwijderd (reden {changeReason}): er zijn \
        goedgekeurde declaratieregels op. Laat die regels eerst crediteren, of beëindig de \
        toewijzing met een einddatum.
        """,
      english: """
        Allocation {allocationNumber} cannot be deleted (reason {changeReason}): claim lines on it \
        were approved. Have those lines credited first, or end the allocation with an end date.
        """
    ),
    "IV013": RuleSentence(
      dutch: """
        Toewijzing {allocationNumber} is al bekend met toewijzingsdatum {decidedOn} en tijd \
        {decidedAt}, maar met een andere inhoud. De eerste inhoud blijft gelden. Geef een \
        gewijzigde toewijzing een nieuwe toewijzingsdatum en -tijd.
        """,
      english: """
        Allocation {allocationNumber} is already known with decision date {decidedOn} and time \
        {decidedAt}, but with another content. The first content stands. Give a changed allocation \
        a new date and time of decision.
        """
    ),
  ]

  private static let requests: [RuleID: RuleSentence] = [
    "TR347": RuleSentence(
      dutch: """
        Referentie {providerReference} is al gebruikt voor een verzoek van {usedOn}. Geef elk \
        verzoek een eigen referentie.
        """,
      english: """
        Reference {providerReference} was already used for a request of {usedOn}. Give every \
        request a reference of its own.
        """
    ),
    "TR374": RuleSentence(
      dutch: """
        Er staat nog een verzoek van deze aanbieder voor deze cliënt open: {openReference} van \
        {openSince}. Wacht op de beslissing daarover en stuur dan een nieuw verzoek.
        """,
      english: """
        A request by this provider for this client is still open: {openReference} of {openSince}. \
        Wait for the decision on it before sending a new request.
        """
    ),
  ]

  private static let answers: [RuleID: RuleSentence] = [
    "TR355": RuleSentence(
      dutch: """
        Er is geen verzoek bekend met referentie {providerReference}. Neem de referentie over uit \
        het verzoek dat wordt beantwoord.
        """,
      english: """
        No request is known with reference {providerReference}. Take the reference from the \
        request that is answered.
        """
    ),
    "TR359": RuleSentence(
      dutch: """
        Het verzoek {providerReference} is al gehonoreerd met toewijzing {allocationNumber}. \
        Wijzig zo nodig de toewijzing; een antwoord is niet meer mogelijk.
        """,
      english: """
        Request {providerReference} was already honoured by allocation {allocationNumber}. Change \
        the allocation if need be; an answer is no longer possible.
        """
    ),
    "TR360": RuleSentence(
      dutch: """
        Op verzoek {providerReference} is al geantwoord; 'in onderzoek' kan maar één keer. Stuur \
        een toewijzing of een afwijzing.
        """,
      english: """
        Request {providerReference} was already answered; "under investigation" can be said only \
        once. Send an allocation or a rejection.
        """
    ),
    "TR365": RuleSentence(
      dutch: """
        Verzoek {providerReference} is al afgewezen. Een beslissing wordt niet herzien met een \
        nieuw antwoord; laat de aanbieder een nieuw verzoek doen.
        """,
      english: """
        Request {providerReference} was already rejected. A decision is not revised by a new \
        answer; have the provider send a new request.
        """
    ),
  ]
}
