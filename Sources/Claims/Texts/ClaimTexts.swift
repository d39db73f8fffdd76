package import Rules

/// What the rules about claims say in plain words.
package enum ClaimTexts {
  /// The text of a rule of this room; nil for a rule that is not of this room.
  package static func text(of rule: RuleID) -> RuleSentence? { all[rule] }

  /// The text of a rule for the values it compared, where it depends on them what is to be said.
  package static func text(of rule: RuleID, for values: [ComparedValue]) -> RuleSentence? {
    if rule == "TR304", values.contains(where: { $0.name == "answeredClaim" }) {
      return unknownClient
    }
    let hasPrice = values.contains { $0.name == "contractTariff" && $0.value != .absent }
    return rule == "TR418" && !hasPrice ? noTariff : all[rule]
  }

  /// The text of every rule about claims, clients in claims, and lines.
  package static let all: [RuleID: RuleSentence] =
    lines.merging(whole) { first, _ in first }.merging(answers) { first, _ in first }
    .merging(tables) { first, _ in first }

  private static let unknownClient = RuleSentence(
    dutch: "Het antwoord op declaratie {answeredClaim} noemt een client die hier niet bekend is.",
    remedy: "Vraag de gemeente om een juist antwoord.",
    english: "The answer to claim {answeredClaim} names a client who is not known here.",
    remedy: "Ask the municipality for a correct answer."
  )

  private static let answers: [RuleID: RuleSentence] = [
    "TR337": RuleSentence(
      dutch: "Het antwoord noemt declaratiebericht {claimMessage}, dat hier niet bekend is.",
      remedy: "Vraag de gemeente op welke declaratie dit het antwoord is.",
      english: "The answer names claim message {claimMessage}, which is not known here.",
      remedy: "Ask the municipality which claim this answers."
    ),
    "TR371": RuleSentence(
      dutch: "Het antwoord noemt schemaversie {answerSchema}, terwijl de declaratie {claimSchema} "
        + "noemde.",
      remedy: "Vraag de gemeente of dit het antwoord op deze declaratie is.",
      english: "The answer names schema version {answerSchema}, while the claim named "
        + "{claimSchema}.",
      remedy: "Ask the municipality whether this answers this claim."
    ),
    "TR376": RuleSentence(
      dutch: "Het antwoord noemt declaratienummer {claimNumber}, dat hier niet bekend is.",
      remedy: "Vraag de gemeente op welke declaratie dit het antwoord is.",
      english: "The answer names claim number {claimNumber}, which is not known here.",
      remedy: "Ask the municipality which claim this answers."
    ),
    "TR366": RuleSentence(
      dutch: "Het antwoord op declaratie {claimNumber} noemt een regel die er niet in stond.",
      remedy: "Vraag de gemeente om een juist antwoord.",
      english: "The answer to claim {claimNumber} names a line that was not in it.",
      remedy: "Ask the municipality for a correct answer."
    ),
    "TR367": RuleSentence(
      dutch: "Het antwoord op declaratie {claimNumber} noemt een regel of totaal met andere inhoud "
        + "dan is gedeclareerd.",
      remedy: "Vraag de gemeente om een juist antwoord.",
      english: "The answer to claim {claimNumber} names a line or total with other contents than "
        + "was claimed.",
      remedy: "Ask the municipality for a correct answer."
    ),
  ]

  private static let whole: [RuleID: RuleSentence] = [
    "TR333": RuleSentence(
      dutch: "Declaratienummer {claimNumber} is al eerder gebruikt door deze aanbieder.",
      remedy: "Dien de declaratie in onder een nieuw declaratienummer.",
      english: "Claim number {claimNumber} was used before by this provider.",
      remedy: "Submit the claim under a new claim number."
    ),
    "TR318": RuleSentence(
      dutch: "De declaratie gaat over {claimPeriod}, terwijl {lastClaimPeriod} al is gedeclareerd.",
      remedy:
        "Zet regels over een eerdere maand in de declaratie van de laatste of de volgende maand.",
      english:
        "The claim is about {claimPeriod}, while {lastClaimPeriod} has already been claimed.",
      remedy: "Put lines about an earlier month in the claim of the last or the next month."
    ),
    "TR304": RuleSentence(
      dutch: "De gemeente kent deze client niet: er is nooit ondersteuning aan toegewezen.",
      remedy: "Controleer het BSN en de gemeente; vraag zo nodig een toewijzing aan.",
      english: "The municipality does not know this client: support was never allocated to them.",
      remedy: "Check the BSN and the municipality; ask for an allocation if needed."
    ),
  ]
}
