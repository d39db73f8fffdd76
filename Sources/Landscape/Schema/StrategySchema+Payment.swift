extension StrategySchema {
  private static let paymentFields: [Field] = [
    .may("niet_van_toepassing", "niet van toepassing", .boolean),
    .must("variant", "uitvoeringsvariant", .choice(ExecutionVariant.self)),
    .must("modellen", "modellen", .list(.variant(key: "model", paymentModels))),
    .may("omschrijving", "omschrijving"),
    .may("budgetkader", "budgetkader", .choice(BudgetFrame.self)),
    .may("bedrag_cent", "bedrag", .cents),
    .may("afleiding", "afleiding van het bedrag"),
    .may("verantwoording", "verantwoording", .choice(PaymentElement.Account.self)),
    .may("tarief", "tarief"),
    .may("prikkels", "prikkels", .records(incentive)),
    .may("beheersing", "beheersing", .texts),
    .may("rendement", "rendement"),
    .may("indexering", "indexering"),
    .may("omzetten_in_plekken", "omzetten in plekken", .record(conversion)),
    .may("kan_wijzigen_in", "kan wijzigen in", .record(modelChange)),
    .may("rekenvoorbeeld", "rekenvoorbeeld", .record(example)),
  ]

  static let payment = Shape(
    "de bekostiging",
    paymentFields + [
      .may(
        "per_perceel",
        "per perceel",
        .records(
          Shape(
            "de bekostiging per perceel",
            identity: "perceel",
            [.fixed("perceel", "perceel", .reference(.lot))] + paymentFields.map { $0.relaxed() }
          )
        )
      )
    ]
  )

  static let incentive = Shape(
    "een prikkel",
    [
      .fixed("soort", "soort", .choice(PaymentElement.Incentive.Kind.self)),
      .fixed("tekst", "tekst"),
    ]
  )

  static let conversion = Shape(
    "omzetten in plekken",
    [.fixed("toegestaan", "toegestaan", .boolean), .may("keuze_van", "keuze van")]
  )

  static let modelChange = Shape(
    "de wijziging van model",
    [
      .fixed("model", "model", .choice(PaymentModel.Kind.self)),
      .must("voorwaarde", "voorwaarde"),
    ]
  )

  static let example = Shape(
    "het rekenvoorbeeld",
    [
      .fixed("uren_per_week", "uren per week", .number(1...168)),
      .fixed("uurprijs_cent", "uurprijs", .cents),
      .fixed("weekprijs_cent", "weekprijs", .cents),
      .fixed("maandprijs_cent", "maandprijs", .cents),
    ]
  )

  /// The parameters of each model; those with which an amount is computed come from here too.
  package static let paymentModels: [String: Shape] = Dictionary(
    uniqueKeysWithValues: PaymentModel.Kind.allCases.map { ($0.rawValue, shape(of: $0)) }
  )

  /// The keys of a model that a computation needs, as against those that only describe.
  package static func computingKeys(of model: PaymentModel.Kind) -> [String] {
    parameters(of: model).map(\.key).filter { $0 != "traject_bestaat_uit" }
  }

  private static func shape(of model: PaymentModel.Kind) -> Shape {
    Shape(
      "het model \(model.rawValue)",
      identity: "model",
      [.fixed("model", "model", .choice(PaymentModel.Kind.self))] + parameters(of: model)
    )
  }

  private static func parameters(of model: PaymentModel.Kind) -> [Field] {
    switch model {
    case .unitPrice:
      [
        .must("eenheid", "eenheid"), .must("prijs_cent", "prijs", .cents),
        .may("hoeveelheid_door", "hoeveelheid bepaald door"),
      ]
    case .monthlyRate:
      [
        .must("uren_per_week", "uren per week"),
        .must("uurprijs_cent", "uurprijs", .cents),
        .must("factor", "factor van week naar maand"),
        .must("gebroken_maand", "gebroken maand"),
      ]
    case .trajectory:
      [
        .may("traject_bestaat_uit", "traject bestaat uit", .texts),
        .must("t", "betekenis van t", .choice(["aantal", "tijd"])),
        .must("prijs_cent", "prijs", .cents),
        .may("duur_maanden", "duur in maanden", .number(1...1200)),
        .must("maximum_aantal", "maximum aantal trajecten", .count),
        .must("delen", "delen", .texts),
        .must("bij_vroegtijdig_einde", "bij vroegtijdig einde"),
        .may("bij_overdracht", "bij overdracht"),
        .may("bij_herstart", "bij herstart"),
      ]
    case .places:
      [
        .must("gemiddelde_duur_maanden", "gemiddelde duur in maanden", .number(1...1200)),
        .must("bezetting", "bezetting"),
      ]
    case .population:
      [
        .must("omvang", "omvang"), .must("gebruik", "gebruik"),
        .must("normprijs_cent", "normprijs", .cents),
        .must("voorschot", "voorschot"),
        .must("afrekening", "afrekening", .choice(["telling", "corridor", "gesloten"])),
        .must("corridor", "corridor"), .must("aandeel", "aandeel"), .must("grens", "grens"),
      ]
    case .availability:
      [
        .must("vergoeding_cent", "vergoeding", .cents), .must("periode", "periode"),
        .must("toets", "toets van beschikbaarheid"),
        .may("afnameplicht", "afnameplicht", .boolean),
      ]
    case .lumpSum:
      [.must("bedrag_cent", "bedrag", .cents), .must("dataset", "dataset")]
    case .bonus:
      [
        .must("grondslag", "grondslag", .choice(["traject", "individueel_plan"])),
        .must("voorwaarde", "voorwaarde"), .must("bedrag_cent", "bedrag", .cents),
      ]
    }
  }
}
