import Access
import Digests
import Journal
import People
import Quantities
import Region

/// The commands that an office is measured with: each takes one allocation message over, which is
/// two events.
enum LoadCommand {
  private static let day = CivilDate(dayNumber: 20_000)
  private static let municipality = MunicipalityCode(uncheckedNumber: 344)
  private static let provider = ProviderCode(uncheckedNumber: 99_990_101)

  /// A digest that differs for every number.
  private static func digest(_ number: Int) -> JournalDigest {
    StandardDigest.sha256(Array("\(number)".utf8).span)
  }

  private static func context(_ number: Int) -> CommandContext {
    CommandContext(
      key: digest(number),
      body: digest(-number),
      actor: "bench",
      today: day,
      now: Instant(milliseconds: 1_728_000_000_000)
    )
  }

  /// The command that opens the region.
  static var opening: (Command, CommandContext) {
    (.open(RegionProfile(municipalities: [municipality])), context(0))
  }

  /// The command with a number, from 1: an allocation of a client of its own.
  static func make(_ number: Int) -> (Command, CommandContext) {
    let terms = AllocationTerms(
      category: ProductCategory(uncheckedNumber: 2),
      code: ProductCode("02A03"),
      from: day,
      through: day.adding(days: 100),
      volume: SupportVolume(amount: 3, unit: .hour, frequency: .week)
    )
    let product = AllocatedProduct(
      number: Int64(number),
      decided: DecisionMoment(on: day, at: CivilTime(nanoseconds: 36_000_000_000_000)),
      terms: terms
    )
    let notice = AllocationNotice(
      municipality: municipality,
      provider: provider,
      client: ClientKey(high: UInt64(number), low: 1),
      products: [product]
    )
    return (.take(envelope(number), .allocations(notice)), context(number))
  }

  private static func envelope(_ number: Int) -> MessageEnvelope {
    MessageEnvelope(
      key: MessageKey(
        role: .municipality,
        party: "0344",
        sender: "0344",
        message: "WMO301",
        identification: "P\(number)"
      ),
      flow: .sent,
      municipality: municipality,
      provider: provider,
      dated: day,
      content: digest(number),
      original: OriginalID(high: 0, low: UInt64(number)),
      replyMessage: nil,
      municipalityExists: true,
      levelTwo: [],
      furtherLevelTwo: 0
    )
  }
}
