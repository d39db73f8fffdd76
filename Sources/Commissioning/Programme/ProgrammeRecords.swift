package import Quantities

/// Money for the programme itself in one year.
///
/// - Dutch term: programmabegroting (002:142-144)
package struct ProgrammeBudget: Hashable, Sendable {
  package let year: Int
  package let amount: Cents
  /// Whether it was adopted; until then it is a proposal.
  package let isAdopted: Bool

  package init(year: Int, amount: Cents, isAdopted: Bool) {
    self.year = year
    self.amount = amount
    self.isAdopted = isAdopted
  }
}

/// An exchange with providers or others before a procedure.
///
/// - Dutch term: marktconsultatie (000:44, 002:153-156, 004:47)
package struct MarketConsultation: Hashable, Sendable {
  package let code: Label<MarketConsultation>
  package let subject: String
  package let form: Form
  package let on: CivilDate
  /// The organisations that took part, by their number in the trade register.
  package let participants: [ChamberNumber]
  /// When the report was published for everyone.
  package internal(set) var reported: CivilDate?
  package internal(set) var reactions: [Reaction] = []

  package enum Form: String, CaseIterable, Hashable, Sendable {
    case written = "schriftelijk"
    case live = "bijeenkomst"
    case dialogue = "dialoog"
  }

  /// What somebody added to a published report; anyone may.
  package struct Reaction: Hashable, Sendable {
    package let on: CivilDate
    package let text: String

    package init(on: CivilDate, text: String) {
      self.on = on
      self.text = text
    }
  }

  package init(
    code: Label<MarketConsultation>,
    subject: String,
    form: Form,
    on: CivilDate,
    participants: [ChamberNumber] = []
  ) {
    self.code = code
    self.subject = subject
    self.form = form
    self.on = on
    self.participants = participants
  }
}

/// Advice that was asked of a council, and what was done with it.
///
/// - Dutch term: advies van een adviesraad of cliëntenraad (002:151, 003:58)
package struct CouncilAdvice: Hashable, Sendable {
  package let code: Label<CouncilAdvice>
  package let council: BodyCode
  package let subject: String
  package let asked: CivilDate
  package internal(set) var given: Given?
  /// What the region answered to the advice.
  package internal(set) var response: String?

  /// The advice itself.
  package struct Given: Hashable, Sendable {
    package let on: CivilDate
    package let verdict: Verdict
    package let text: String

    package init(on: CivilDate, verdict: Verdict, text: String) {
      self.on = on
      self.verdict = verdict
      self.text = text
    }
  }

  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    case positive = "positief"
    case withRemarks = "positief-met-opmerkingen"
    case negative = "negatief"
  }

  package init(
    code: Label<CouncilAdvice>,
    council: BodyCode,
    subject: String,
    asked: CivilDate
  ) {
    self.code = code
    self.council = council
    self.subject = subject
    self.asked = asked
  }
}

/// Something that is part of the programme or expressly is not.
///
/// - Dutch term: afbakening (003:62-70)
package struct ScopeItem: Hashable, Sendable {
  package let code: Label<ScopeItem>
  package let text: String
  package let isIn: Bool
  package let reason: String
  /// What goes on in the meantime, such as an addendum or a contract of another region.
  package let arrangement: Arrangement?
  package let basis: Basis

  /// What covers something outside the programme, and until when.
  package struct Arrangement: Hashable, Sendable {
    package let text: String
    package let ends: CivilDate

    package init(text: String, ends: CivilDate) {
      self.text = text
      self.ends = ends
    }
  }

  package init(
    code: Label<ScopeItem>,
    text: String,
    isIn: Bool,
    reason: String,
    arrangement: Arrangement? = nil,
    basis: Basis
  ) {
    self.code = code
    self.text = text
    self.isIn = isIn
    self.reason = reason
    self.arrangement = arrangement
    self.basis = basis
  }
}

/// What a choice means in time, money, quality and organisation.
///
/// - Dutch term: impactanalyse (003:275, 003:510)
package struct ImpactAssessment: Hashable, Sendable {
  package let subject: String
  package let on: CivilDate
  package let time: String
  package let money: String
  package let quality: String
  package let organisation: String

  package init(
    subject: String,
    on: CivilDate,
    time: String,
    money: String,
    quality: String,
    organisation: String
  ) {
    self.subject = subject
    self.on = on
    self.time = time
    self.money = money
    self.quality = quality
    self.organisation = organisation
  }
}

/// What a region says for all, with where a municipality does it otherwise and why.
///
/// - Dutch term: regionale afspraak met lokale afwijking (002:132-135, 003:510)
package struct RegionalDefault: Hashable, Sendable {
  package internal(set) var value: String
  package internal(set) var basis: Basis
  package internal(set) var overrides: [MunicipalityCode: LocalOverride] = [:]

  /// What one municipality does otherwise.
  package struct LocalOverride: Hashable, Sendable {
    package let value: String
    package let reason: String

    package init(value: String, reason: String) {
      self.value = value
      self.reason = reason
    }
  }

  package init(value: String, basis: Basis) {
    self.value = value
    self.basis = basis
  }

  package func value(in municipality: MunicipalityCode) -> String {
    overrides[municipality]?.value ?? value
  }
}
