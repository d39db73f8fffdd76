package import Rules

extension ClaimTexts {
  /// The texts of the rules about one line.
  static let lines: [RuleID: RuleSentence] = corrections.merging(identity) { first, _ in first }
    .merging(periods) { first, _ in first }
    .merging(amounts) { first, _ in first }

  private static let identity: [RuleID: RuleSentence] = [
    "TR314": RuleSentence(
      dutch: "Referentienummer {reference} is al eerder aangeleverd door deze aanbieder.",
      remedy: "Geef de regel een nieuw referentienummer.",
      english: "Line reference {reference} was delivered before by this provider.",
      remedy: "Give the line a new reference."
    ),
    "TR338": RuleSentence(
      dutch: "Er is geen toewijzing {allocationNumber} van deze gemeente aan deze aanbieder voor "
        + "deze client.",
      remedy: "Controleer het toewijzingnummer in het laatste toewijzingsbericht.",
      english: "There is no allocation {allocationNumber} of this municipality to this provider "
        + "for this client.",
      remedy: "Check the allocation number in the latest allocation message."
    ),
    "TR384": RuleSentence(
      dutch: "Toewijzing {allocationNumber} is verwijderd (reden 13); erop declareren kan niet.",
      remedy: "Vraag de gemeente op welke toewijzing de ondersteuning hoort.",
      english:
        "Allocation {allocationNumber} was deleted (reason 13); nothing can be claimed on it.",
      remedy: "Ask the municipality to which allocation the support belongs."
    ),
    "TR339": RuleSentence(
      dutch: "De productcategorie is {claimedCategory}; toegewezen is {allocatedCategory}.",
      remedy: "Declareer in de toegewezen categorie, of vraag een wijziging aan.",
      english: "The product category is {claimedCategory}; allocated is {allocatedCategory}.",
      remedy: "Claim in the allocated category, or ask for a change."
    ),
    "TR340": RuleSentence(
      dutch: "De productcode is {claimedProduct}; toegewezen is {allocatedProduct}.",
      remedy: "Declareer het toegewezen product, of vraag een wijziging aan.",
      english: "The product code is {claimedProduct}; allocated is {allocatedProduct}.",
      remedy: "Claim the allocated product, or ask for a change."
    ),
    "TR381": RuleSentence(
      dutch: "Productcode {claimedProduct} hoort niet bij categorie {claimedCategory}.",
      remedy: "Gebruik een code uit de productlijst van de regio.",
      english: "Product code {claimedProduct} does not belong to category {claimedCategory}.",
      remedy: "Use a code of the region's product list."
    ),
  ]

  private static let periods: [RuleID: RuleSentence] = [
    "TR319": RuleSentence(
      dutch: "De productperiode {productPeriod} ligt na de declaratieperiode {claimPeriod}.",
      remedy: "Declareer de regel in de maand waarin de ondersteuning is geleverd, of later.",
      english: "The product period {productPeriod} lies after the claim period {claimPeriod}.",
      remedy: "Claim the line in the month of delivery, or later."
    ),
    "TR307": RuleSentence(
      dutch: "De productperiode {productPeriod} begint voor de toewijzing ({allocationStart}).",
      remedy: "Laat de productperiode beginnen op de ingangsdatum van de toewijzing.",
      english:
        "The product period {productPeriod} begins before the allocation ({allocationStart}).",
      remedy: "Let the product period begin on the start date of the allocation."
    ),
    "TR308": RuleSentence(
      dutch: "De productperiode {productPeriod} eindigt na de toewijzing ({allocationEnd}).",
      remedy: "Laat de productperiode eindigen op de einddatum van de toewijzing.",
      english: "The product period {productPeriod} ends after the allocation ({allocationEnd}).",
      remedy: "Let the product period end on the end date of the allocation."
    ),
    "TR387": RuleSentence(
      dutch: "De productperiode {productPeriod} begint niet op de eerste van de maand en ook niet "
        + "op de ingangsdatum van de toewijzing ({allocationStart}).",
      remedy: "Begin op de eerste van de maand, of op de ingangsdatum als die later valt.",
      english: "The product period {productPeriod} begins neither on the first of the month nor on "
        + "the start date of the allocation ({allocationStart}).",
      remedy: "Begin on the first of the month, or on the start date when that is later."
    ),
    "TR388": RuleSentence(
      dutch: "De productperiode {productPeriod} eindigt niet op de laatste dag van de maand en ook "
        + "niet op de einddatum van de toewijzing ({allocationEnd}).",
      remedy: "Eindig op de laatste dag van de maand, of op de einddatum als die eerder valt.",
      english: "The product period {productPeriod} ends neither on the last day of the month nor "
        + "on the end date of the allocation ({allocationEnd}).",
      remedy: "End on the last day of the month, or on the end date when that is earlier."
    ),
    "TR341": RuleSentence(
      dutch: "De eenheid is {claimedUnit}; afgesproken is {prescribedUnit}.",
      remedy: "Declareer in de afgesproken eenheid; bij uren (04) mag ook in minuten (01).",
      english: "The unit is {claimedUnit}; agreed is {prescribedUnit}.",
      remedy: "Claim in the agreed unit; with hours (04) minutes (01) are allowed as well."
    ),
    "TR321": RuleSentence(
      dutch: "Gedeclareerd is {claimedVolume}; over deze productperiode is {lineLimit} "
        + "toegewezen ({lineLimitCount}).",
      remedy: "Dien een nieuwe regel in van ten hoogste {lineLimit}.",
      english: "Claimed is {claimedVolume}; {lineLimit} is allocated over this product period "
        + "({lineLimitCount}).",
      remedy: "Submit a new line of at most {lineLimit}.",
      spent: RuleSentence.Spent(
        "lineLimit",
        "Er is niets toe te kennen: over deze productperiode is niets toegewezen. Declareer over een "
          + "periode waarin is toegewezen, of vraag een wijziging aan.",
        "There is nothing to award: nothing is allocated over this product period. Claim over a "
          + "period in which there is, or ask for a change."
      )
    ),
    "TR322": RuleSentence(
      dutch: "Gedeclareerd is {claimedVolume}; van de {totalLimit} van de toewijzing "
        + "({totalLimitCount}) is al {usedVolume} goedgekeurd, er resteert {remainingVolume}.",
      remedy:
        "Dien een nieuwe regel in van ten hoogste {remainingVolume}, of vraag een wijziging aan.",
      english: "Claimed is {claimedVolume}; of the {totalLimit} of the allocation "
        + "({totalLimitCount}) {usedVolume} was approved already, {remainingVolume} is left.",
      remedy: "Submit a new line of at most {remainingVolume}, or ask for a change.",
      spent: RuleSentence.Spent(
        "remainingVolume",
        "Er is niets meer over: het volume van de toewijzing is al helemaal goedgekeurd. Vraag een "
          + "wijziging aan.",
        "There is nothing left: the volume of the allocation was approved in full already. Ask for "
          + "a change."
      )
    ),
    "TR369": RuleSentence(
      dutch: "Gedeclareerd is {claimedAmount}; van het budget van {budget} is al {usedAmount} "
        + "goedgekeurd, er resteert {remainingBudget}.",
      remedy:
        "Dien een nieuwe regel in van ten hoogste {remainingBudget}, of vraag een wijziging aan.",
      english: "Claimed is {claimedAmount}; of the budget of {budget} {usedAmount} was approved "
        + "already, {remainingBudget} is left.",
      remedy: "Submit a new line of at most {remainingBudget}, or ask for a change.",
      spent: RuleSentence.Spent(
        "remainingBudget",
        "Er is niets meer over: het budget van de toewijzing is al helemaal goedgekeurd. Vraag een "
          + "wijziging aan.",
        "There is nothing left: the budget of the allocation was approved in full already. Ask for "
          + "a change."
      )
    ),
  ]

  private static let amounts: [RuleID: RuleSentence] = [
    "TR418": RuleSentence(
      dutch: "Het tarief is {claimedTariff}; volgens het contract geldt op {tariffDate}: "
        + "{contractTariff}.",
      remedy: "Declareer tegen het contracttarief.",
      english: "The tariff is {claimedTariff}; under the contract it is on {tariffDate}: "
        + "{contractTariff}.",
      remedy: "Claim at the tariff of the contract."
    ),
    "TR346": RuleSentence(
      dutch: "Het bedrag is {claimedAmount}; {claimedVolume} tegen {claimedTariff} is "
        + "{expectedAmount}.",
      remedy: "Dien een nieuwe regel in met {expectedAmount}.",
      english: "The amount is {claimedAmount}; {claimedVolume} at {claimedTariff} is "
        + "{expectedAmount}.",
      remedy: "Submit a new line with {expectedAmount}."
    ),
  ]

  /// What TR418 says where the contract has no price for the product, the unit and the day.
  package static let noTariff = RuleSentence(
    dutch: "Het tarief is {claimedTariff}, maar er is geen tarief bekend in het contract op "
      + "{tariffDate}.",
    remedy: "Vraag de gemeente of product, eenheid en aanbieder in het contract staan.",
    english: "The tariff is {claimedTariff}, but no tariff is known in the contract on "
      + "{tariffDate}.",
    remedy: "Ask the municipality whether product, unit and provider are in the contract."
  )

  private static let corrections: [RuleID: RuleSentence] = [
    "TR323": RuleSentence(
      dutch:
        "Er is geen goedgekeurde regel {previousReference} met dezelfde inhoud om te crediteren.",
      remedy: "Crediteer alleen een goedgekeurde regel, met precies dezelfde inhoud.",
      english: "There is no approved line {previousReference} with the same contents to credit.",
      remedy: "Credit approved lines only, with exactly the same contents."
    ),
    "TR390": RuleSentence(
      dutch: "Regel {previousReference} is al eerder gecrediteerd.",
      remedy: "Dien desgewenst een nieuwe debetregel in.",
      english: "Line {previousReference} was credited before.",
      remedy: "Submit a new debit line if needed."
    ),
    "TR389": RuleSentence(
      dutch: "Voor product {claimedProduct} over {productPeriod} is al een regel goedgekeurd.",
      remedy: "Crediteer eerst de goedgekeurde regel en dien dan de juiste in.",
      english: "A line for product {claimedProduct} over {productPeriod} was approved already.",
      remedy: "Credit the approved line first, then submit the right one."
    ),
  ]
}
