import Access
package import Rules

/// The explanations of the rules on starts and stops.
package enum DeliveryTexts {
  package static let all = RuleTexts(both.merging(stops) { first, _ in first })

  private static let both: [RuleID: RuleSentence] = [
    "TR019": RuleSentence(
      dutch: """
        Er is voor deze cliënt bij deze aanbieder geen toewijzing {allocationNumber}. Herstel het \
        toewijzingnummer, of vraag de gemeente om een toewijzing.
        """,
      english: """
        This client has no allocation {allocationNumber} with this provider. Correct the number of \
        the allocation, or ask the municipality for one.
        """
    ),
    "TR063": RuleSentence(
      dutch: """
        Er is niets te verwijderen: op toewijzing {allocationNumber} met begindatum {begin} is \
        geen melding met deze gegevens bekend. Neem product, datums en reden precies over uit de \
        eerdere melding.
        """,
      english: """
        There is nothing to delete: no report with these data is known on allocation \
        {allocationNumber} with begin {begin}. Take product, dates and reason exactly from the \
        earlier report.
        """
    ),
    "TR071": RuleSentence(
      dutch: """
        De start van {begin} op toewijzing {allocationNumber} is al gestopt per {end}. Verwijder \
        eerst de stop en dan de start.
        """,
      english: """
        The start of {begin} on allocation {allocationNumber} was already stopped as of {end}. \
        Delete the stop first and then the start.
        """
    ),
    "TR074": RuleSentence(
      dutch: """
        Deze melding op toewijzing {allocationNumber} met begindatum {begin} is al bekend. \
        Verwijder de eerdere melding in een apart bericht als die onjuist is.
        """,
      english: """
        This report on allocation {allocationNumber} with begin {begin} is already known. If the \
        earlier one is wrong, delete it in a message of its own.
        """
    ),
    "TR326": RuleSentence(
      dutch: """
        Op toewijzing {allocationNumber} loopt al een levering sinds {currentBegin}. Meld eerst de \
        stop daarvan, of verwijder die start, voordat een levering per {begin} begint.
        """,
      english: """
        A delivery on allocation {allocationNumber} has been running since {currentBegin}. Report \
        its stop first, or delete that start, before one begins on {begin}.
        """
    ),
    "TR381": AccessTexts.productCode,
  ]

  private static let stops: [RuleID: RuleSentence] = [
    "TR382": RuleSentence(
      dutch: """
        Er is op toewijzing {allocationNumber} geen actuele start met begindatum {begin} en dit \
        product (actueel: {currentBegin}). Neem nummer, product en begindatum over uit de start.
        """,
      english: """
        Allocation {allocationNumber} has no current start with begin {begin} and this product \
        (current: {currentBegin}). Take number, product and begin from the start.
        """
    ),
    "TR413": RuleSentence(
      dutch: """
        De levering sinds {begin} op toewijzing {allocationNumber} is al tijdelijk gestopt per \
        {currentEnd}. Meld een nieuwe start of een definitieve stop.
        """,
      english: """
        The delivery since {begin} on allocation {allocationNumber} was already stopped \
        temporarily as of {currentEnd}. Report a new start or a final stop.
        """
    ),
    "TR414": RuleSentence(
      dutch: """
        De einddatum {end} ligt voor die van de eerdere stop ({currentEnd}) van de levering sinds \
        {begin} op toewijzing {allocationNumber}. Kies een einddatum op of na de eerdere.
        """,
      english: """
        The end {end} lies before that of the earlier stop ({currentEnd}) of the delivery since \
        {begin} on allocation {allocationNumber}. Choose an end on or after the earlier one.
        """
    ),
    "TR415": RuleSentence(
      dutch: """
        De levering sinds {begin} op toewijzing {allocationNumber} is al definitief gestopt per \
        {currentEnd}. Verwijder die stop eerst als hij onjuist is.
        """,
      english: """
        The delivery since {begin} on allocation {allocationNumber} was already stopped for good \
        as of {currentEnd}. Delete that stop first if it is wrong.
        """
    ),
  ]
}
