import Access
import Accounts
import Claims
import Commissioning
import Documents
import Quantities
import Region
import Rules

/// One claim line with its whole explanation.
struct LinePage {
  let model: LineModel
  let visit: Visit
  private let names: RegionNames

  static func page(_ row: String, _ visit: Visit) async throws -> Page {
    let model = try await LineModel(row, visit)
    return LinePage(model: model, visit: visit, names: RegionNames(visit.state)).page
  }

  private var page: Page {
    var html = HTML()
    claimed(&html)
    decision(&html)
    basis(&html)
    return Page(
      visit.say("Regel \(model.line.reference)", "Line \(model.line.reference)"),
      lead: lead,
      crumbs: [
        Crumb(visit.say("Declaratieregels", "Claim lines"), visit.address(.claims(.lines)))
      ],
      showsDates: true,
      body: html
    )
  }

  private var lead: String {
    let amount = Wording.euros(model.amount, visit.language)
    let standing = visit.say(model.standing.words)
    return visit.say(
      "\(amount) voor \(Wording.month(model.line.period.first, .dutch)): \(standing).",
      "\(amount) for \(Wording.month(model.line.period.first, .english)): \(standing)."
    )
  }
}

// MARK: - What was claimed

extension LinePage {
  private func claimed(_ html: inout HTML) {
    html.heading(2, visit.say("Wat is ingediend", "What was claimed"))
    html.facts { html in
      html.fact(visit.say("Stand", "Standing")) {
        $0.badge(model.standing.kind, visit.say(model.standing.words))
      }
      text(visit.say("Aanbieder", "Provider"), names.withCode(model.claim.provider), &html)
      text(visit.say("Gemeente", "Municipality"), names.withCode(model.claim.municipality), &html)
      text(
        visit.say("Cliënt", "Client"),
        model.allocation.map { visit.say("pseudoniem ", "pseudonym ") + $0.client.pseudonym }
          ?? visit.say("verzegeld", "sealed"),
        &html
      )
      html.fact(visit.say("Declaratie", "Claim")) { html in
        let query = Query([QueryItem("declaratie", "\(model.line.claim)")])
        let link = visit.path(.claims(.lines), query)
        guard visit.may(.seeClaims) else { return html.write(model.claim.number) }
        html.element("a", .href(link), text: model.claim.number)
      }
      html.fact(visit.say("Bericht", "Message")) { html in
        let number = "\(model.claim.position)"
        guard visit.may(.seeMessages), !model.claim.isTable else { return html.write(number) }
        html.element("a", .href(visit.path(.claims(.message(number)))), text: number)
      }
      let category = model.line.category == .notGiven ? "" : "\(model.line.category) "
      text(visit.say("Product", "Product"), "\(category)\(model.line.code)", &html)
      text(visit.say("Periode", "Period"), period, &html)
      text(
        visit.say("Omvang", "Volume"),
        model.line.unit.text(of: model.line.volume, in: visit.language),
        &html
      )
      if let tariff = model.line.tariff {
        text(visit.say("Tarief", "Tariff"), Wording.euros(tariff, visit.language), &html)
      }
      text(visit.say("Bedrag", "Amount"), Wording.euros(model.amount, visit.language), &html)
    }
  }

  private var period: String {
    ComparedValue.Value.period(model.line.period).text(in: visit.language)
  }

  private func text(_ name: String, _ value: String, _ html: inout HTML) {
    html.fact(name) { $0.write(value) }
  }
}

// MARK: - The verdict

extension LinePage {
  private func decision(_ html: inout HTML) {
    html.heading(2, visit.say("Het oordeel", "The verdict"))
    switch model.explanation {
    case .judged(let judged): self.judged(judged, &html)
    case .own(let own):
      let text = own.text(in: visit.language).split(separator: "\n").last.map(String.init) ?? ""
      html.paragraph(text)
    case .unreadable:
      html.alert(.warning, nil) {
        $0.paragraph(
          visit.say(
            "Het bewijs van dit oordeel is niet te lezen. Meld dit bij de beheerder.",
            "The receipt of this verdict cannot be read. Tell the administrator."
          )
        )
      }
    }
  }

  private func judged(_ judged: LineExplanation, _ html: inout HTML) {
    let awarded = Wording.euros(judged.awarded, visit.language)
    html.paragraph(
      judged.isApproved
        ? visit.say(
          "Toegekend: \(awarded). Aan elke regel is voldaan.",
          "Awarded: \(awarded). Every rule was met."
        )
        : visit.say(
          "Toegekend: \(awarded). Een regel wordt heel toegekend of niet.",
          "Awarded: \(awarded). A line is awarded whole or not at all."
        )
    )
    if !judged.isReproduced {
      html.alert(.negative, visit.say("Niet hetzelfde oordeel", "Not the same verdict")) {
        $0.paragraph(
          visit.say(
            "Opnieuw beoordelen geeft iets anders dan in het journaal staat. Meld dit.",
            "Judging again gives something else than the journal says. Report this."
          )
        )
      }
    }
    for rule in judged.failures { explained(rule, &html) }
    skipped(judged, &html)
  }

  private func explained(_ rule: LineExplanation.RuleExplanation, _ html: inout HTML) {
    let code = rule.code.map { " (\($0))" } ?? ""
    html.heading(3, "\(rule.id)\(code)")
    let text = ClaimTexts.text(of: rule.id, for: rule.compared)
    if let text { html.paragraph(text.statement(rule.compared, in: visit.language)) }
    html.facts { html in
      if let remedy = text?.remedy(rule.compared, in: visit.language) {
        self.text(visit.say("Herstel", "Remedy"), remedy, &html)
      }
      self.text(visit.say("Bron", "Source"), rule.source, &html)
      if let choice = ClaimTexts.choice(rule.id, rule.choice, in: visit.language) {
        self.text(visit.say("Keuze van Regie", "Our reading"), choice, &html)
      }
    }
  }

  private func skipped(_ judged: LineExplanation, _ html: inout HTML) {
    let skipped = judged.rules.compactMap { rule in
      rule.notAssessedBecauseOf.map { (rule.id, $0) }
    }
    guard !skipped.isEmpty else { return }
    html.heading(3, visit.say("Niet beoordeeld", "Not assessed"))
    html.list(
      skipped.map { rule, premise in
        visit.say("\(rule), omdat \(premise) niet klopt", "\(rule), because \(premise) failed")
      }
    )
  }
}

// MARK: - What it rests on

extension LinePage {
  private func basis(_ html: inout HTML) {
    html.heading(2, visit.say("Waar het op rust", "What it rests on"))
    html.facts { html in
      if let contract = model.contract {
        html.fact(visit.say("Contract", "Contract")) { html in
          let code = contract.description
          guard visit.may(.seeContracts) else { return html.write(code) }
          html.element("a", .href(visit.path(.commissioning(.contract(code)))), text: code)
        }
      }
      text(visit.say("Toewijzing", "Allocation"), allocationText, &html)
      text(visit.say("Prijs", "Price"), priceText, &html)
      if case .judged(let judged) = model.explanation { receipt(judged, &html) }
      for other in model.others where other.row < visit.state.ledger.lines.count {
        html.fact(visit.say(other.name)) { html in
          html.element(
            "a",
            .href(visit.path(.claims(.line("\(other.row)")))),
            text: visit.state.ledger.lines.reference(of: other.row)
          )
        }
      }
      text(visit.say("Journaalregel", "Journal entry"), "\(model.claim.position)", &html)
    }
  }

  private func receipt(_ judged: LineExplanation, _ html: inout HTML) {
    let receipt = judged.claim.verdict.receipts[judged.row]
    text(
      visit.say("Daarvoor al toegekend op de toewijzing", "Awarded on the allocation before"),
      Wording.euros(receipt.usedAmount, visit.language),
      &html
    )
    if let opening = judged.opening, !opening.balance.isZero {
      text(
        visit.say("Waarvan voor de overname", "Of which before it was taken over"),
        Wording.euros(opening.balance.amount, visit.language),
        &html
      )
    }
    text(
      visit.say("Beoordeeld op", "Judged on"),
      Wording.day(judged.claim.basis.day, visit.language),
      &html
    )
    text(
      visit.say("Regelsets", "Rule sets"),
      judged.claim.basis.ruleSets.joined(separator: ", "),
      &html
    )
    text(
      visit.say("Instellingen", "Settings"),
      visit.say("versie ", "version ") + "\(judged.claim.basis.settings)",
      &html
    )
  }

  private var allocationText: String {
    guard let allocation = model.allocation else {
      return visit.say("geen bekende toewijzing", "no known allocation")
    }
    guard let version = model.version else { return "\(allocation.number)" }
    let from = Wording.day(version.from, visit.language)
    let through = version.through.map { Wording.day($0, visit.language) }
    let decided = Wording.day(version.decidedOn, visit.language)
    let end = through.map { visit.say(" tot en met \($0)", " through \($0)") } ?? ""
    return visit.say(
      "\(allocation.number), besloten op \(decided), vanaf \(from)\(end) "
        + "(journaalregel \(version.position))",
      "\(allocation.number), decided on \(decided), from \(from)\(end) "
        + "(journal entry \(version.position))"
    )
  }

  private var priceText: String {
    guard let price = model.price else {
      return visit.say("geen prijs gebruikt", "no price used")
    }
    let tariff = Wording.euros(price.tariff, visit.language)
    let from = Wording.day(price.period.first, visit.language)
    return visit.say("\(tariff), vanaf \(from)", "\(tariff), from \(from)")
  }
}
