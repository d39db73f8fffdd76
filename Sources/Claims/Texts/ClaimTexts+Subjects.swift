package import Rules

extension ClaimTexts {
  /// What a rule is about in a few words, without the values of one line; nil for a rule that is
  /// not of this room.
  ///
  /// For lists that count lines by rule; the sentence of one line is `text(of:)`.
  package static func subject(of rule: RuleID) -> BilingualText? { subjects[rule] }

  /// The subject of every rule that has a text.
  package static let subjects: [RuleID: BilingualText] = [
    "TR304": BilingualText("cliënt niet bekend", "client not known"),
    "TR307": BilingualText("begint vóór de toewijzing", "begins before the allocation"),
    "TR308": BilingualText("eindigt na de toewijzing", "ends after the allocation"),
    "TR314": BilingualText("referentienummer al gebruikt", "reference used before"),
    "TR318": BilingualText("latere maand is al gedeclareerd", "a later month was claimed already"),
    "TR319": BilingualText(
      "productperiode na de declaratieperiode",
      "product period after the claim period"
    ),
    "TR321": BilingualText(
      "meer dan voor de productperiode is toegewezen",
      "more than allocated for the product period"
    ),
    "TR322": BilingualText(
      "meer dan van de toewijzing resteert",
      "more than is left of the allocation"
    ),
    "TR323": BilingualText("geen regel om te crediteren", "no line to credit"),
    "TR333": BilingualText("declaratienummer al gebruikt", "claim number used before"),
    "TR337": BilingualText("declaratiebericht niet bekend", "claim message not known"),
    "TR338": BilingualText("geen toewijzing", "no allocation"),
    "TR339": BilingualText("andere categorie dan toegewezen", "another category than allocated"),
    "TR340": BilingualText("ander product dan toegewezen", "another product than allocated"),
    "TR341": BilingualText("andere eenheid dan afgesproken", "another unit than agreed"),
    "TR346": BilingualText(
      "bedrag is niet volume maal tarief",
      "amount is not volume times tariff"
    ),
    "TR366": BilingualText("regel stond niet in de declaratie", "line was not in the claim"),
    "TR367": BilingualText(
      "regel of totaal anders dan gedeclareerd",
      "line or total other than claimed"
    ),
    "TR369": BilingualText("meer dan van het budget resteert", "more than is left of the budget"),
    "TR371": BilingualText("andere schemaversie", "another schema version"),
    "TR376": BilingualText("declaratienummer niet bekend", "claim number not known"),
    "TR381": BilingualText(
      "product hoort niet bij de categorie",
      "product is not of the category"
    ),
    "TR384": BilingualText("toewijzing is verwijderd", "allocation was deleted"),
    "TR387": BilingualText(
      "begint niet op de eerste van de maand",
      "does not begin on the first of the month"
    ),
    "TR388": BilingualText(
      "eindigt niet op de laatste dag van de maand",
      "does not end on the last day of the month"
    ),
    "TR389": BilingualText("periode is al goedgekeurd", "period was approved already"),
    "TR390": BilingualText("regel is al gecrediteerd", "line was credited already"),
    "TR418": BilingualText("ander tarief dan in het contract", "another tariff than the contract"),
    "LV01": BilingualText("geen toewijzing", "no allocation"),
    "LV02": BilingualText("meer dan één toewijzing past", "more than one allocation fits"),
    "LV03": BilingualText("nog niet geleverd", "not delivered yet"),
    "LV04": BilingualText("meer dan een kalendermaand", "more than a calendar month"),
    "LV05": BilingualText("bedrag is niet het volume", "amount is not the volume"),
    "LV06": BilingualText("periode is al goedgekeurd", "period was approved already"),
    "LV07": BilingualText(
      "meer dan van het budgetplafond resteert",
      "more than is left of the ceiling"
    ),
  ]
}
