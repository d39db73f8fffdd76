import Claims
import Quantities
package import Rules

/// What the rules about the header say in plain words.
package enum HeaderTexts {
  package static let all: [RuleID: RuleSentence] = [
    "TR056": RuleSentence(
      dutch: "Berichtnummer {identification} is al eerder gebruikt voor een ander bericht van deze "
        + "soort.",
      remedy: "Stuur het bericht opnieuw onder een nieuw nummer.",
      english: "Message number {identification} was used before for another message of this kind.",
      remedy: "Send the message again under a new number."
    ),
    "TR135": RuleSentence(
      dutch: "De dagtekening {dated} ligt na vandaag ({today}).",
      remedy: "Stuur het bericht opnieuw met de dag van vandaag.",
      english: "The date {dated} lies after today ({today}).",
      remedy: "Send the message again with today's date."
    ),
    "TR378": RuleSentence(
      dutch: "Gemeentecode {municipality} bestaat niet op de dag waar het bericht over gaat.",
      remedy: "Gebruik de code van de gemeente volgens het CBS.",
      english: "Municipality code {municipality} does not exist on the day the message is about.",
      remedy: "Use the municipality's code as published by CBS."
    ),
  ]

  /// A finding about the header, as it is told.
  static func told(_ finding: Finding) -> ToldFinding {
    ToldFinding(finding, text: all[finding.rule])
  }
}

/// What is told when an answer to a message of our own comes in.
enum AnswerTexts {
  static func unknownOriginal(_ identification: String) -> ToldFinding {
    signal(
      "ANSWER-UNKNOWN",
      BilingualText(
        "Dit is een antwoord op bericht \(identification), dat hier niet bekend is. "
          + "Neem eerst het eigen bericht op, of vraag de afzender waarop dit antwoord is.",
        "This answers message \(identification), which is not known here. Take your own message "
          + "in first, or ask the sender what this answers."
      )
    )
  }

  static func refused(
    _ identification: String,
    codes: [String],
    takesBack: Bool = true
  ) -> ToldFinding {
    let list = codes.joined(separator: ", ")
    let after =
      takesBack
      ? BilingualText(
        "Wat dat bericht bracht is teruggenomen; verstuur een verbeterd bericht.",
        "What that message brought was taken back; send a corrected message."
      )
      : BilingualText(
        "Dit nummer is hier twee keer gebruikt; het eerste bericht blijft staan. Verstuur het "
          + "tweede opnieuw onder een nieuw nummer.",
        "This number was used twice here; the first message stands. Send the second one again "
          + "under a new number."
      )
    return signal(
      "ANSWER-REFUSED",
      BilingualText(
        "De andere partij heeft ons bericht \(identification) afgekeurd (\(list)). \(after.dutch)",
        "The other party refused our message \(identification) (\(list)). \(after.english)"
      )
    )
  }

  static func otherAward(_ number: String, theirs: Cents, ours: Cents) -> ToldFinding {
    signal(
      "ANSWER-DIFFERS",
      BilingualText(
        "Het eerdere antwoord op declaratie \(number) kende \(theirs.dutchText) toe, hier is "
          + "\(ours.dutchText) toegekend. Zoek uit welk bedrag is betaald.",
        "The earlier answer to claim \(number) awarded \(theirs.englishText), here "
          + "\(ours.englishText) is awarded. Find out which amount was paid."
      )
    )
  }

  static func signal(_ rule: String, _ text: BilingualText) -> ToldFinding {
    ToldFinding(
      judges: "Header",
      row: 0,
      rule: rule,
      code: "",
      level: 3,
      path: "/Bericht/Header",
      text: text
    )
  }
}

extension ToldFinding {
  /// A finding of a room, told in both languages.
  init(_ finding: Finding, text: RuleSentence?) {
    let text =
      text ?? RuleSentence(dutch: finding.rule.description, english: finding.rule.description)
    self.init(
      judges: finding.judges,
      row: finding.row,
      rule: finding.rule.description,
      code: finding.code?.description ?? "",
      level: finding.level,
      path: "",
      text: BilingualText(
        text.text(finding.compared, in: .dutch),
        text.text(finding.compared, in: .english)
      )
    )
  }
}

extension ClaimTexts {
  /// A finding about a claim as a whole, as it is told.
  static func told(_ finding: Finding) -> ToldFinding {
    ToldFinding(finding, text: text(of: finding.rule))
  }
}
