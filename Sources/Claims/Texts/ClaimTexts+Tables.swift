import Rules

extension ClaimTexts {
  /// The texts of the rules that only tables of deliveries have.
  static let tables: [RuleID: RuleSentence] = [
    "LV01": RuleSentence(
      dutch: "Er is geen toewijzing van product {claimedProduct} over {productPeriod} voor deze "
        + "client bij deze aanbieder, en die is nodig onder de {law}.",
      remedy: "Vraag de gemeente om een toewijzing, of noem het nummer in de kolom toewijzing.",
      english: "There is no allocation of product {claimedProduct} over {productPeriod} for this "
        + "client at this provider, and one is needed under the {law}.",
      remedy: "Ask the municipality for an allocation, or name its number in column toewijzing."
    ),
    "LV02": RuleSentence(
      dutch: "Deze client heeft {fitting} toewijzingen waar product {claimedProduct} op past.",
      remedy: "Noem het nummer van de bedoelde toewijzing in de kolom toewijzing.",
      english: "This client has {fitting} allocations that product {claimedProduct} fits.",
      remedy: "Name the number of the allocation that is meant in column toewijzing."
    ),
    "LV03": RuleSentence(
      dutch: "De periode {productPeriod} eindigt na {judgedOn}, de dag van de beoordeling.",
      remedy: "Lever een regel pas aan als de ondersteuning is geleverd.",
      english: "The period {productPeriod} ends after {judgedOn}, the day of the verdict.",
      remedy: "Deliver a line only when the support was delivered."
    ),
    "LV04": RuleSentence(
      dutch: "De periode {productPeriod} loopt over meer dan een kalendermaand.",
      remedy: "Maak er een regel per kalendermaand van.",
      english: "The period {productPeriod} runs over more than one calendar month.",
      remedy: "Make one line of each calendar month."
    ),
    "LV05": RuleSentence(
      dutch: "Het bedrag is {claimedAmount}, maar het volume in euro's is {claimedVolume}.",
      remedy: "Bij eenheid 83 is het volume het bedrag in centen; maak ze gelijk.",
      english: "The amount is {claimedAmount}, but the volume in euros is {claimedVolume}.",
      remedy: "With unit 83 the volume is the amount in cents; make them equal."
    ),
    "LV06": RuleSentence(
      dutch: "Voor deze client is product {claimedProduct} over (een deel van) {productPeriod} al "
        + "goedgekeurd.",
      remedy: "Crediteer eerst de goedgekeurde regel en dien dan de juiste in.",
      english: "For this client product {claimedProduct} over (part of) {productPeriod} was "
        + "approved already.",
      remedy: "Credit the approved line first, then submit the right one."
    ),
    "LV07": RuleSentence(
      dutch: "Het bedrag is {claimedAmount}; van het budgetplafond van {ceiling} van contract "
        + "{contract} ({ceilingPeriod}) is al {awardedBefore} toegekend, er resteert {left}.",
      remedy: "Bespreek met de gemeente of het plafond wordt verhoogd, of vraag om een specifieke "
        + "toewijzing.",
      english: "The amount is {claimedAmount}; of the ceiling of {ceiling} of contract {contract} "
        + "({ceilingPeriod}) {awardedBefore} was awarded already, {left} is left.",
      remedy: "Discuss with the municipality whether the ceiling is raised, or ask for a specific "
        + "allocation."
    ),
  ]

  /// The Dutch form of every choice that a rule about tables makes.
  static let tableChoices: [RuleID: String] = [
    "LV01": "Wmo en Jeugdwet betalen op een toewijzing. De Participatiewet heeft geen "
      + "toewijzingsbericht, dus een regio mag daar zonder.",
    "LV04": "Een regel gaat over een kalendermaand, omdat tarieven, omvang en budgetten per maand "
      + "worden geteld; hij mag op elke dag daarvan beginnen en eindigen.",
    "LV06": "Zonder toewijzing zeggen de client, het product en de dagen of de ondersteuning al "
      + "eerder is gedeclareerd.",
    "LV07":
      "Een regel zonder toewijzing telt als generiek: de gemeente heeft hem niet afzonderlijk "
      + "besteld, dus het plafond geldt ervoor.",
  ]
}
