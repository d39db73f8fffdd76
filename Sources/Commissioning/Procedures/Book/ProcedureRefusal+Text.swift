import Quantities
import Rules

extension ProcedureRefusal {
  /// The sentence for an official: what forbids it, and what can be done.
  package var text: String {
    preparationText ?? bidText ?? awardText ?? "Dit kan nu niet."
  }

  private static func list(_ values: [some CustomStringConvertible]) -> String {
    values.map(\.description).joined(separator: ", ")
  }

  /// What stands in the way until the closing.
  private var preparationText: String? {
    switch self {
    case .exists(let code): "Procedure \(code) bestaat al; kies een andere code."
    case .unknown(let code): "Procedure \(code) is niet bekend; controleer de code."
    case .plan(let fault): fault.text.dutch
    case .strategyNotAdopted(let code):
      "Strategie \(code) is hier niet vastgesteld; stel haar eerst vast."
    case .noSegment(let segment, let code):
      "Strategie \(code) kent geen segment \(segment); controleer de code."
    case .segmentNotChosen(let segment, let obstacles):
      "Segment \(segment) kan nog niet in een procedure: \(obstacles.joined(separator: "; ").dutch). Vul de "
        + "strategie aan en stel haar opnieuw vast."
    case .calendar(let fault): fault.text.dutch
    case .withdrawn: "Deze procedure is ingetrokken."
    case .notPublished: "Deze procedure is nog niet gepubliceerd."
    case .published: "Deze procedure is al gepubliceerd."
    case .lotsFrozen: "De keuze van percelen ligt vast sinds de publicatie."
    case .notParticipating(let code): "Gemeente \(code) doet niet mee aan deze procedure."
    case .unknownLot(let code): "Perceel \(code) hoort niet bij deze procedure."
    case .nothingChosen: "Kies ten minste een perceel."
    case .lotsNotChosen(let codes):
      "Nog niet alle gemeenten kozen hun percelen: \(Self.list(codes)). Publiceren kan daarna."
    case .lotWithoutMunicipality(let code):
      "Geen gemeente koos perceel \(code); haal het uit de procedure of vul de keuze aan."
    case .notDecided(let bodies):
      "Publiceren kan pas na het besluit van: \(Self.list(bodies))."
    case .notYourTurn(let bodies): "Eerst beslist: \(Self.list(bodies))."
    case .unknownBody(let code): "Orgaan \(code) beslist niet over deze procedure."
    case .alreadyApproved(let code): "Orgaan \(code) heeft al besloten."
    case .keyInUse:
      "Onder deze sleutel is al ingeschreven; hij verandert niet meer."
    case .keyTwice:
      "Deze sleutel is al gegeven. Elke opener maakt een eigen sleutel met een eigen geheim."
    case .keysMissing(let officers):
      "Inschrijven kan zodra beide openers hun sleutel maakten; nog niet: \(Self.list(officers))."
    case .questionsClosed(let date): "Vragen stellen kon tot en met \(date.dutchText)."
    case .unknownQuestion(let number): "Vraag \(number) bestaat niet."
    case .questionAnswered(let number): "Vraag \(number) is al aan ieder beantwoord."
    case .questionsOpen(let numbers): "Beantwoord eerst vraag \(Self.list(numbers))."
    case .nothingToTell: "Er zijn geen nieuwe antwoorden voor een nota."
    case .noteTooLate(let date):
      "Een nota kon tot en met \(date.dutchText); stel eerst de sluiting uit."
    case .notLater(let moment): "De sluiting is al op \(moment.dutchText); uitstel is later."
    case .unansweredQuestions(let numbers):
      "Vraag \(Self.list(numbers)) is nog niet voor ieder beantwoord."
    default: nil
    }
  }

  /// What stands in the way of a bid, its opening or its assessment.
  private var bidText: String? {
    switch self {
    case .closed(let moment): "De inschrijving sloot op \(moment.dutchText)."
    case .notClosed(let moment): "De inschrijving sluit pas op \(moment.dutchText)."
    case .lotClosed(let code): "Perceel \(code) is gesloten; toetreden kan niet."
    case .entryNotOpen(let date): "Inschrijven kan vanaf \(date.dutchText)."
    case .noBidsInAdmission: "Een toelating kent aanmeldingen, geen verzegelde inschrijvingen."
    case .alreadySubmitted: "Er is al ingeschreven; trek die inschrijving eerst in."
    case .unknownBid: "Deze inschrijving is er niet."
    case .notInPlay: "Deze inschrijving doet niet meer mee."
    case .alreadyOpened: "De inschrijvingen zijn al geopend."
    case .sealed: "De inschrijvingen zijn nog verzegeld."
    case .notTwoOpeners: "Openen doen twee verschillende personen samen."
    case .unknownOpener(let code): "\(code) is niet aangewezen om te openen."
    case .openedEarly(let moment):
      "Openen kan pas na de sluiting op \(moment.dutchText)."
    case .wrongSeal: "De inschrijving is niet wat werd ingediend, of de sleutels kloppen niet."
    case .keptElsewhere(let platform):
      "Platform \(platform) bewaarde de inschrijvingen; lees ze daar."
    case .unknownRequirement(let code): "Eis \(code) hoort niet bij deze procedure."
    case .wrongEvidence(let kind): "Voor deze eis is nodig: \(kind.text.dutch)."
    case .noReason: "Geef de reden."
    case .noRankingInAdmission:
      "Een toelatingsprocedure vergelijkt aanbieders niet; de client kiest."
    case .noCriteria: "Deze procedure kent geen gunningscriteria."
    case .unknownCriterion(let code): "Criterium \(code) hoort niet bij deze procedure."
    case .pointsOutOfRange(let maximum): "Geef 0 tot en met \(maximum) punten."
    case .unknownAssessor(let code): "\(code) is niet aangewezen als beoordelaar."
    case .alreadyScored: "Deze beoordelaar gaf hiervoor al punten."
    case .alreadyAgreed: "Over dit criterium is al overeenstemming."
    case .notAllScored(let missing):
      "Nog \(CountedNoun.assessor.text(missing).dutch) \(missing == 1 ? "gaf" : "gaven") geen "
        + "punten; daarna komt de consensus."
    default: nil
    }
  }

  /// What stands in the way of an award and after it.
  private var awardText: String? {
    switch self {
    case .notAssessed(let providers): "Nog niet beoordeeld: \(Self.list(providers))."
    case .drawIncomplete: "De loting noemt niet precies de inschrijvers met een gelijke stand."
    case .drawNotNeeded: "Er is geen gelijke stand die een loting vraagt."
    case .tieUndecided: "Er is een gelijke stand; leg eerst de loting vast."
    case .alreadyAwarded(let code): "Perceel \(code) is al gegund."
    case .belowMinimum(let provider, let points, let minimum):
      "Inschrijver \(provider) heeft \(points) punten; gunnen kan vanaf \(minimum)."
    case .notInOrder(let provider):
      "Inschrijver \(provider) staat niet in deze volgorde; gun naar de rangorde."
    case .passedOver(let providers):
      "Deze inschrijvers voldoen en worden overgeslagen: \(Self.list(providers))."
    case .tooMany(let maximum):
      "Voor dit perceel zijn er ten hoogste \(CountedNoun.contract.text(maximum).dutch)."
    case .bidsNoLongerBind(let date):
      "De inschrijvingen bonden tot en met \(date.dutchText); vraag eerst verlenging."
    case .notAwarded(let code): "Perceel \(code) is nog niet gegund."
    case .standstill(let date): "De opschortingstermijn loopt tot en met \(date.dutchText)."
    case .reliefPending: "Er loopt een kort geding; wacht de uitspraak af."
    case .reliefTooLate(let date): "Een kort geding kon tot en met \(date.dutchText)."
    case .noRelief: "Er loopt geen kort geding."
    case .alreadyFinal(let code): "De gunning van perceel \(code) is al definitief."
    case .unproven(let codes): "Zonder geldig bewijs: \(Self.list(codes))."
    case .unknownComplaint(let number): "Klacht \(number) bestaat niet."
    case .complaintAnswered(let number): "Klacht \(number) is al beantwoord."
    case .notAnAdmission: "Alleen een toelating of een perceel met toetreding kent aanmeldingen."
    case .awaitsFinalAward: "Toetreden kan nadat de gunning van het perceel definitief is."
    default: nil
    }
  }
}
