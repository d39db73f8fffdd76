import Commissioning
import Quantities

/// A region with so many contracts: four lots, five products and five municipalities each.
struct BenchRegion {
  let contracts: Int
  private(set) var book = ContractBook()
  private var prices: [Key: [(first: CivilDate, price: Cents)]] = [:]
  private var keys: [Key] = []

  struct Key: Hashable {
    let product: ProductCode
    let provider: ProviderCode
    let municipality: MunicipalityCode
  }

  struct Question {
    let product: ProductCode
    let provider: ProviderCode
    let municipality: MunicipalityCode
    let date: CivilDate
  }

  init(providers: Int, contracts: Int, years: Int) {
    self.contracts = contracts
    let places = ["0321", "0331", "0353", "0356", "1961"].compactMap { MunicipalityCode($0) }
    guard let start = CivilDate(year: 2016, month: 1, day: 1),
      let pattern = TermPattern(baseYears: years)
    else { return }
    for number in 0..<contracts {
      // Contracts of one provider are for other products, as lots are.
      let lot = number / providers
      let products = (0..<5).compactMap { ProductCode("0\(lot + 1)A0\($0)") }
      guard let code = ContractCode("c\(number)"), let chamber = ChamberNumber(number: number),
        let claimCode = ProviderCode(number: 90_000_000 + number % providers)
      else { continue }
      let draft = ContractDraft(
        code: code,
        provider: chamber,
        claimCodes: [claimCode],
        municipalities: places,
        products: products,
        form: .closedFramework,
        variant: .effort,
        start: start,
        pattern: pattern,
        reasonForLength: "meting"
      )
      book.evolve(.concluded(draft))
      for product in products {
        for year in 0..<years {
          let first = start.adding(months: 12 * year)
          guard let period = OpenPeriod(from: first, through: nil) else { continue }
          let price = Cents(Int64(4_000 + number % 900 + year * 120))
          book.evolve(
            .tariffAgreed(
              TariffBook.Key(.contract(code), product),
              Tariff(price: price, unit: .hour, period: period, basis: .assumption("meting"))
            )
          )
          for place in places {
            let key = Key(product: product, provider: claimCode, municipality: place)
            prices[key, default: []].append((first, price))
          }
        }
      }
    }
    keys = prices.keys.sorted {
      ($0.provider, $0.product, $0.municipality) < ($1.provider, $1.product, $1.municipality)
    }
  }

  /// A question about what was agreed, now and then about a day before or after it.
  func question(using draws: inout some RandomNumberGenerator) -> Question {
    let key = keys[Int.random(in: 0..<keys.count, using: &draws)]
    return Question(
      product: key.product,
      provider: key.provider,
      municipality: key.municipality,
      date: CivilDate(dayNumber: Int32.random(in: 16_700..<20_500, using: &draws))
    )
  }

  /// Nanoseconds for the same question to a dictionary, which knows the price only.
  func floor(_ questions: [Question]) -> Double {
    var best = Double.infinity
    var sum: Int64 = 0
    for _ in 0..<5 {
      let start = now()
      for question in questions {
        let key = Key(
          product: question.product,
          provider: question.provider,
          municipality: question.municipality
        )
        let price = prices[key]?.last { $0.first <= question.date }?.price
        sum &+= price?.rawValue ?? 0
      }
      best = min(best, (now() - start) / Double(questions.count))
    }
    return sum == 0 ? .infinity : best
  }
}
