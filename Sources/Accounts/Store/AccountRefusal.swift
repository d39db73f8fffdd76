package import Quantities
package import Rules

/// Why something about an account, a session or a proposal is not done.
package enum AccountRefusal: Error, Hashable, Sendable {
  /// Name, password, code or invitation is wrong; on purpose it is not said which (AU-09).
  case wrong
  /// Too many failures: nothing is looked at before this moment.
  case wait(until: Instant)
  /// Too many people sign in at this moment.
  case busy
  /// There is no such session, or it has ended.
  case noSession
  /// What was asked needs a younger authentication (AU-12).
  case notFresh
  case noSuchUser
  case nameTaken
  case badName
  case badDisplayName
  case password(PasswordPolicy.Objection)
  /// The account already has a second factor.
  case factorKnown
  /// The role does not go with this part of the region.
  case roleReach(Role)
  /// The two roles may not be held by one person.
  case rolesTogether(Role, Role)
  case endsBeforeItStarts
  case noSuchRole
  case noSuchProposal
  /// The proposal was decided already.
  case decided
  /// Who proposed it may not approve it (AZ-04).
  case ownProposal
  /// The person whose rights it is about may not approve it (AZ-04).
  case ownRights
  /// The content is not what the approver was shown (AZ-04).
  case contentChanged
  case tooLarge
}

extension AccountRefusal {
  /// One word for a program or a metric.
  package var code: String {
    switch self {
    case .wait: "wait"
    case .password: "password"
    case .roleReach: "roleReach"
    case .rolesTogether: "rolesTogether"
    default: "\(self)"
    }
  }

  /// What is wrong, by which rule, and what to do.
  package var text: BilingualText {
    switch self {
    case .wrong, .wait, .busy, .noSession, .notFresh: signInText
    case .noSuchProposal, .decided, .ownProposal, .ownRights, .contentChanged, .tooLarge:
      proposalText
    default: userText
    }
  }

  private var signInText: BilingualText {
    switch self {
    case .wrong:
      BilingualText(
        "De combinatie klopt niet. Controleer uw gebruikersnaam, wachtwoord of code en probeer het "
          + "opnieuw.",
        "The combination is wrong. Check your user name, password or code and try again."
      )
    case .wait(let until):
      BilingualText(
        "Er is te vaak een verkeerde combinatie ingevuld. Probeer het opnieuw na "
          + "\(until.description.dropFirst(11).prefix(8)) (UTC).",
        "A wrong combination was given too often. Try again after "
          + "\(until.description.dropFirst(11).prefix(8)) (UTC)."
      )
    case .busy:
      BilingualText(
        "Er melden zich nu te veel mensen tegelijk aan. Probeer het over een minuut opnieuw.",
        "Too many people are signing in at this moment. Try again in a minute."
      )
    case .notFresh:
      BilingualText(
        "Voor deze handeling moet u opnieuw laten zien dat u het bent. Vul uw code in.",
        "For this action you must show again that it is you. Give your code."
      )
    default:
      BilingualText(
        "U bent niet (meer) aangemeld. Meld u opnieuw aan.",
        "You are not signed in (any more). Sign in again."
      )
    }
  }

  private var proposalText: BilingualText {
    switch self {
    case .noSuchProposal:
      BilingualText("Deze voordracht bestaat niet.", "There is no such proposal.")
    case .decided:
      BilingualText(
        "Over deze voordracht is al besloten. Ververs de lijst van voordrachten.",
        "This proposal was decided already. Refresh the list of proposals."
      )
    case .ownProposal:
      BilingualText(
        "U hebt dit zelf voorgedragen. Vraag een collega met dit recht om te beslissen "
          + "(functiescheiding, AZ-04).",
        "You proposed this yourself. Ask a colleague with this right to decide (segregation of "
          + "duties, AZ-04)."
      )
    case .ownRights:
      BilingualText(
        "Het gaat om uw eigen rechten. Een ander beslist daarover (functiescheiding, AZ-04).",
        "These are your own rights. Somebody else decides on them (segregation of duties, AZ-04)."
      )
    case .contentChanged:
      BilingualText(
        "De voordracht is niet meer wat u te zien kreeg. Bekijk haar opnieuw en beslis dan.",
        "The proposal is no longer what you were shown. Look at it again and decide then."
      )
    default:
      BilingualText(
        "Deze voordracht is te groot. Splits haar in kleinere.",
        "This proposal is too large. Split it into smaller ones."
      )
    }
  }

  private var userText: BilingualText {
    switch self {
    case .noSuchUser:
      BilingualText(
        "Deze gebruiker bestaat niet. Bekijk de lijst met regie user list.",
        "There is no such user. See the list with regie user list."
      )
    case .nameTaken:
      BilingualText(
        "Deze gebruikersnaam is al in gebruik. Kies een andere.",
        "This user name is in use already. Choose another one."
      )
    case .badName:
      BilingualText(
        "Een gebruikersnaam heeft 3 tot 100 kleine letters, cijfers, punten, streepjes of @.",
        "A user name has 3 to 100 small letters, digits, dots, hyphens or @."
      )
    case .badDisplayName:
      BilingualText(
        "Een naam op het scherm heeft 1 tot 100 tekens op een regel.",
        "A name on the screen has 1 to 100 characters on one line."
      )
    case .password(let objection): objection.text
    case .factorKnown:
      BilingualText(
        "Dit account heeft al een tweede factor. Vul de code daarvan in.",
        "This account has a second factor already. Give its code."
      )
    case .roleReach(let role):
      BilingualText(
        "De rol \(role.name.dutch) past niet bij dit bereik. Noem gemeenten, een aanbieder of de "
          + "hele regio zoals de rol vraagt.",
        "The role \(role.name.english) does not fit this reach. Name municipalities, a provider or "
          + "the whole region as the role asks."
      )
    case .rolesTogether(let one, let other):
      BilingualText(
        "Een persoon kan niet \(one.name.dutch) en \(other.name.dutch) tegelijk zijn (LG-11). Geef "
          + "de tweede rol aan een ander.",
        "One person cannot be \(one.name.english) and \(other.name.english) at once (LG-11). Give "
          + "the second role to somebody else."
      )
    case .endsBeforeItStarts:
      BilingualText(
        "De laatste dag ligt voor de eerste. Herstel de datums.",
        "The last day lies before the first. Mend the dates."
      )
    default:
      BilingualText(
        "De gebruiker heeft deze rol niet. Bekijk de rollen met regie user list.",
        "The user does not have this role. See the roles with regie user list."
      )
    }
  }
}
