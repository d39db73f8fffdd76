import Quantities

extension ContractRefusal {
  /// The sentence for an official: what forbids it, and what can be done.
  package var text: String {
    switch self {
    case .exists(let code): "Contract \(code) bestaat al; kies een andere code."
    case .unknown(let code): "Contract \(code) is niet bekend; controleer de code."
    case .noMunicipality: "Noem ten minste een gemeente waarvoor het contract geldt."
    case .noClaimCode: "Noem ten minste een AGB-code waaronder de aanbieder declareert."
    case .partAfterEnd(let end):
      "Het document geldt na \(end.dutchText), de uiterste einddatum van het contract."
    case .partExists(let code): "Document \(code) hoort al bij dit contract."
    case .onlyMunicipalityExtends: "Alleen de gemeente kan het contract verlengen."
    case .extendsByReview:
      "Dit contract verlengt per goed jaar (boeggolf); leg de beoordeling van het jaar vast."
    case .extendsByOption: "Dit contract verlengt met opties, niet door een beoordeling."
    case .atMaximum(let end):
      "Het contract loopt al tot de uiterste einddatum, \(end.dutchText)."
    case .noticeTooLate(let latest):
      "Verlengen moest uiterlijk op \(latest.dutchText) zijn aangekondigd, 6 maanden vooraf."
    case .ended(let date): "Het contract is geëindigd op \(date.dutchText)."
    case .notStarted(let date): "Het contract begint pas op \(date.dutchText)."
    case .yearNotOver(let date):
      "Dit contractjaar loopt tot en met \(date.dutchText) en is nog niet te beoordelen."
    case .yearUnknown(let year): "Contractjaar \(year) valt buiten de looptijd."
    case .reviewed(let year): "Contractjaar \(year) is al beoordeeld."
    case .formForbidsChange:
      "Contractvorm b kent geen wijziging, behalve als de wet erom vraagt."
    case .materialChange:
      "Dit is een wezenlijke wijziging; daarvoor is een nieuwe procedure nodig."
    case .changeInThePast: "Een wijziging kan niet ingaan voor de dag waarop zij is afgesproken."
    case .alreadyTerminated(let date): "Het contract is al opgezegd tegen \(date.dutchText)."
    case .terminatesTooEarly(let earliest):
      "Met deze opzegtermijn kan het contract op zijn vroegst op \(earliest.dutchText) eindigen."
    case .terminatesAfterEnd(let end): "Het contract eindigt al op \(end.dutchText)."
    case .mayNotDissolve: "Dit contract kent geen ontbinding na het eerste jaar."
    case .firstYearNotReviewed:
      "Ontbinden na het eerste jaar kan pas als dat jaar als onvoldoende is beoordeeld."
    case .stopAskedTooLate(let earliest):
      "Een cliëntenstop vraagt 14 dagen; hij kan op zijn vroegst op \(earliest.dutchText) ingaan."
    case .stopNeverForCrisis: "Voor crisishulp is een cliëntenstop niet mogelijk."
    case .stopEndsBeforeItBegins: "De cliëntenstop eindigt voor hij begint."
    case .stopPending: "Er ligt al een verzoek om een cliëntenstop."
    case .noStopPending: "Er ligt geen verzoek om een cliëntenstop."
    case .noStopRunning: "Er loopt geen cliëntenstop."
    case .tariffAmbiguous(let from, let last?):
      "Vanaf \(from.dutchText) geldt al een tarief, tot en met \(last.dutchText); er mogen geen "
        + "twee gelden. Laat het nieuwe tarief na die dag ingaan, of eerder eindigen."
    case .tariffAmbiguous(let from, nil):
      "Vanaf \(from.dutchText) geldt al een tarief zonder einddatum; er mogen geen twee gelden. "
        + "Een nieuw tarief vervangt het pas als het op een latere dag ingaat."
    case .tariffNotPositive: "Een tarief is hoger dan nul."
    case .ceiling(let refusal): refusal.text
    case .claimCodesOverlap(let code): "AGB-code \(code) staat twee keer op dezelfde dag."
    }
  }
}

extension CeilingRefusal {
  /// The sentence for an official.
  package var text: String {
    switch self {
    case .notForeseen:
      "Een plafond kan alleen als de herzieningsclausule het vooraf aankondigt."
    case .taskVariant: "Een plafond bestaat alleen bij inspanning en output, niet bij een taak."
    case .tooLate(let earliest):
      "Een plafond wordt 6 maanden vooraf aangekondigd; het kan op zijn vroegst op "
        + "\(earliest.dutchText) ingaan."
    case .underWay: "Er loopt al een plafond of de voorbereiding ervan."
    case .notAnnounced: "Er is geen plafond aangekondigd."
    case .alreadyDecided: "Over dit plafond is al besloten."
    case .notDecided: "Over dit plafond is nog niet besloten."
    case .decidedTooLate(let latest):
      "Over het plafond moest uiterlijk op \(latest.dutchText) zijn besloten, 3 maanden vooraf."
    case .planTooLate(let latest):
      "Het gezamenlijke plan moest er uiterlijk op \(latest.dutchText) zijn, 2 maanden vooraf."
    case .planAgreed: "Het gezamenlijke plan is er al."
    case .endsBeforeItBegins: "Het plafond eindigt voor het begint."
    case .endsAfterContract(let end): "Het contract eindigt eerder, op \(end.dutchText)."
    case .amountNotPositive: "Een plafond is hoger dan nul."
    case .belowWarning(let share):
      "Er is \(share) % gebruikt; de melding hoort bij 70 % of een dreigende overschrijding."
    case .noWarning: "Er is geen melding gedaan."
    case .alreadyTalked: "Het gesprek over deze melding is al gevoerd."
    case .notTalked: "Besluiten kan pas na het gesprek."
    case .alreadySettled: "Over deze melding is al besloten."
    case .warningOpen: "Over de vorige melding is nog niet besloten."
    }
  }
}
