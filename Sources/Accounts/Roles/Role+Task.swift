package import Rules

extension Role {
  /// What somebody in this role comes to do, in one sentence.
  package var task: BilingualText { Self.tasks[self] ?? name }

  private static let tasks: [Role: BilingualText] = [
    .administrator: BilingualText(
      "Houdt gebruikers, rollen en het journaal op orde, en ziet geen inhoud.",
      "Keeps users, roles and the journal in order, and sees no content."
    ),
    .policyAdviser: BilingualText(
      "Volgt de inkoopstrategie, de doelen en de markt.",
      "Follows the purchasing strategy, the goals and the market."
    ),
    .purchaser: BilingualText(
      "Voert inkoopprocedures uit, van planning tot gunning.",
      "Runs procedures, from planning to award."
    ),
    .contractManager: BilingualText(
      "Bewaakt contracten, termijnen en budgetplafonds, en bereidt gesprekken met aanbieders voor.",
      "Watches contracts, dates and ceilings, and prepares talks with providers."
    ),
    .accessConsultant: BilingualText(
      "Kijkt welke aanbieder een inwoner kan helpen, en wat er is toegewezen.",
      "Looks which provider can help a resident, and what was allocated."
    ),
    .caseDirector: BilingualText(
      "Volgt de trajecten van deelnemers en zoekt plaats bij aanbieders.",
      "Follows the trajectories of participants and finds room with providers."
    ),
    .backOfficeOfficer: BilingualText(
      "Werkt de afgekeurde declaratieregels af en verwerkt berichten.",
      "Works through the refused claim lines and processes messages."
    ),
    .controller: BilingualText(
      "Volgt het toegekende geld per gemeente en maand, tot op de regel.",
      "Follows the awarded money per municipality and month, down to the line."
    ),
    .qualityOfficer: BilingualText(
      "Toetst de kwaliteit van aanbieders en legt beoordelingen vast.",
      "Reviews the quality of providers and records evaluations."
    ),
    .lawyer: BilingualText(
      "Toetst besluiten, procedures en contracten aan wet en strategie.",
      "Holds decisions, procedures and contracts against law and strategy."
    ),
    .provider: BilingualText(
      "Ziet de eigen contracten, tarieven en declaraties, en niets van anderen.",
      "Sees its own contracts, tariffs and claims, and nothing of others."
    ),
    .alderman: BilingualText(
      "Ziet waar de gemeente staat: doelen, geld en besluiten, alleen in cijfers.",
      "Sees where the municipality stands: goals, money and decisions, in figures only."
    ),
    .councilMember: BilingualText(
      "Controleert doelen en geld met cijfers die niemand herkenbaar maken.",
      "Checks goals and money with figures that make nobody recognisable."
    ),
    .logReviewer: BilingualText(
      "Beoordeelt wie persoonsgegevens inzag en waarom.",
      "Reviews who looked at person data, and why."
    ),
    .privacyOfficer: BilingualText(
      "Ziet toe op privacy: inzagen, beveiligingsgebeurtenissen en rechten.",
      "Oversees privacy: access records, security events and rights."
    ),
  ]
}
