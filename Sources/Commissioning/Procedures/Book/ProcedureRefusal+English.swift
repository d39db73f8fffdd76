import Quantities
import Rules

extension ProcedureRefusal {
  /// The sentence in English.
  package var english: String {
    englishPreparation ?? englishBid ?? englishAward ?? "This cannot be done now."
  }

  private static func list(_ values: [some CustomStringConvertible]) -> String {
    values.map(\.description).joined(separator: ", ")
  }

  private var englishPreparation: String? {
    switch self {
    case .exists(let code): "Procedure \(code) exists already; choose another code."
    case .unknown(let code): "Procedure \(code) is not known; check the code."
    case .strategyNotAdopted(let code): "Strategy \(code) is not adopted here; adopt it first."
    case .noSegment(let segment, let code): "Strategy \(code) has no segment \(segment)."
    case .segmentNotChosen(let segment, let obstacles):
      "Segment \(segment) cannot go into a procedure yet: \(obstacles.joined(separator: "; ").english). "
        + "Complete the strategy and adopt it again."
    case .plan(let fault): "The plan cannot be a procedure: \(fault.text.english)"
    case .calendar(let fault): "No calendar can be made: \(fault.text.english)"
    case .withdrawn: "This procedure was withdrawn."
    case .notPublished: "This procedure is not published yet."
    case .published: "This procedure is published already."
    case .lotsFrozen: "The choice of lots is frozen since the publication."
    case .notParticipating(let code): "Municipality \(code) does not take part in this procedure."
    case .unknownLot(let code): "Lot \(code) is not of this procedure."
    case .nothingChosen: "Choose at least one lot."
    case .lotsNotChosen(let codes):
      "Not every municipality chose its lots: \(Self.list(codes)). Publish after that."
    case .lotWithoutMunicipality(let code):
      "No municipality chose lot \(code); take it out of the procedure or complete the choice."
    case .notDecided(let bodies): "Publish after the decision of: \(Self.list(bodies))."
    case .notYourTurn(let bodies): "First to decide: \(Self.list(bodies))."
    case .unknownBody(let code): "Body \(code) does not decide on this procedure."
    case .alreadyApproved(let code): "Body \(code) decided already."
    case .keyInUse: "Bids were made under this key already; it does not change any more."
    case .keyTwice:
      "This key was given already. Each opener makes a key with a secret of his own."
    case .keysMissing(let officers):
      "Bid once both openers made their key; not yet: \(Self.list(officers))."
    case .questionsClosed(let date): "Questions could be asked through \(date)."
    case .unknownQuestion(let number): "There is no question \(number)."
    case .questionAnswered(let number): "Question \(number) was answered to everyone already."
    case .questionsOpen(let numbers): "First answer question \(Self.list(numbers))."
    case .nothingToTell: "There are no new answers for a note."
    case .noteTooLate(let date):
      "A note could be given through \(date); postpone the closing first."
    case .notLater(let moment): "The closing is on \(moment) already; postpone to a later moment."
    case .unansweredQuestions(let numbers):
      "Question \(Self.list(numbers)) is not answered to everyone yet."
    default: nil
    }
  }

  private var englishBid: String? {
    switch self {
    case .closed(let moment): "The bids closed on \(moment)."
    case .notClosed(let moment): "The bids close on \(moment) only."
    case .lotClosed(let code): "Lot \(code) is closed; nobody joins."
    case .entryNotOpen(let date): "Applications open on \(date)."
    case .noBidsInAdmission: "An admission has applications and no sealed bids."
    case .alreadySubmitted: "There is a bid already; withdraw that one first."
    case .unknownBid: "There is no such bid."
    case .notInPlay: "This bid is out of play."
    case .alreadyOpened: "The bids were opened already."
    case .sealed: "The bids are still sealed."
    case .notTwoOpeners: "Two different people open together."
    case .unknownOpener(let code): "\(code) is not named to open."
    case .openedEarly(let moment): "Open after the closing on \(moment)."
    case .wrongSeal: "The bid is not what was handed in, or the keys do not fit."
    case .keptElsewhere(let platform): "Platform \(platform) kept the bids; read them there."
    case .unknownRequirement(let code): "Requirement \(code) is not of this procedure."
    case .wrongEvidence(let kind): "This requirement needs: \(kind.text.english)."
    case .noReason: "Give the reason."
    case .noRankingInAdmission: "An admission compares nobody; the client chooses."
    case .noCriteria: "This procedure has no award criteria."
    case .unknownCriterion(let code): "Criterion \(code) is not of this procedure."
    case .pointsOutOfRange(let maximum): "Give 0 to \(maximum) points."
    case .unknownAssessor(let code): "\(code) is not named as an assessor."
    case .alreadyScored: "This assessor gave points for it already."
    case .alreadyAgreed: "The assessors agreed on this criterion already."
    case .notAllScored(let missing):
      "\(CountedNoun.assessor.text(missing).english) gave no points yet; agree after that."
    default: nil
    }
  }

  private var englishAward: String? {
    switch self {
    case .notAssessed(let providers): "Not assessed yet: \(Self.list(providers))."
    case .drawIncomplete: "The draw does not name exactly the bidders who are equal."
    case .drawNotNeeded: "Nobody is equal in a way that asks for a draw."
    case .tieUndecided: "Some are equal; record the draw first."
    case .alreadyAwarded(let code): "Lot \(code) was awarded already."
    case .belowMinimum(let provider, let points, let minimum):
      "Bidder \(provider) has \(points) points; an award takes \(minimum)."
    case .notInOrder(let provider): "Bidder \(provider) is not next; award by the ranking."
    case .passedOver(let providers): "These qualify and are passed over: \(Self.list(providers))."
    case .tooMany(let maximum):
      "This lot has at most \(CountedNoun.contract.text(maximum).english)."
    case .bidsNoLongerBind(let date): "The bids bound through \(date); ask for longer first."
    case .notAwarded(let code): "Lot \(code) was not awarded yet."
    case .standstill(let date): "The stand-still runs through \(date)."
    case .reliefPending: "Interim relief is pending; wait for the ruling."
    case .reliefTooLate(let date): "Interim relief could be sought through \(date)."
    case .noRelief: "No interim relief is pending."
    case .alreadyFinal(let code): "The award of lot \(code) is final already."
    case .unproven(let codes): "Without valid proof: \(Self.list(codes))."
    case .unknownComplaint(let number): "There is no complaint \(number)."
    case .complaintAnswered(let number): "Complaint \(number) was answered already."
    case .notAnAdmission: "Only an admission or a lot with entry has applications."
    case .awaitsFinalAward: "Entry opens once the award of the lot is final."
    default: nil
    }
  }
}
