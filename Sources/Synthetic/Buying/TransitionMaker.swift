import Commissioning
import Landscape
import Quantities

/// Lets the municipalities take over the advice on the transition (001:19-25): most at once, one
/// later and for a reason of its own, and the last one not yet.
struct TransitionMaker {
  let strategy: Strategy
  let parties: BuyingParties
  /// The programme in which the exception is written down.
  let programme: ProgrammeCode

  private static let advised = Calendar2025.day(2021, 10, 19)
  private static let decided = Calendar2025.day(2021, 11, 2)
  private static let later = Calendar2025.day(2022, 1, 1)

  func write(to script: inout CommissioningScript) throws(ShapeFault) {
    guard let policy = script.transitionPolicy(of: strategy), parties.municipalities.count > 2
    else { throw .missingSegment("overgangsregels") }
    try script.transition(
      .markOwnDelivery(
        OwnDelivery(
          provider: ProviderCode(uncheckedNumber: 99_990_299),
          name: "Werkbedrijf van de gemeenten (verzonnen)",
          basis: .document("001:28-31")
        )
      ),
      on: Self.advised
    )
    let places = parties.municipalities
    for municipality in places.dropLast(2) {
      try adopt(policy, municipality, from: Self.advised, to: &script)
    }
    let key = "overgangsadvies"
    try script.programme(
      .act(
        programme,
        .setDefault(
          key: key,
          value: "overnemen per 19 oktober 2021",
          .document("001:3, 001:19-25")
        )
      ),
      on: Self.advised
    )
    let exception = places[places.count - 2]
    try script.programme(
      .act(
        programme,
        .override(
          key: key,
          exception,
          value: "overnemen per 1 januari 2022",
          reason: "nieuwe trajecten van dit jaar zijn al toegezegd aan vertrekkende aanbieders"
        )
      ),
      on: Self.decided
    )
    try adopt(policy, exception, from: Self.later, to: &script)
  }

  private func adopt(
    _ policy: TransitionPolicy,
    _ municipality: MunicipalityCode,
    from first: CivilDate,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    guard let period = OpenPeriod(from: first, through: nil) else { return }
    let adoption = TransitionAdoption(
      policy: policy.code,
      municipality: municipality,
      products: policy.products,
      period: period
    )
    try script.transition(.adopt(adoption), on: Self.decided)
  }
}
