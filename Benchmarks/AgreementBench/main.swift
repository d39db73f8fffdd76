import Commissioning
import Glibc
import Measuring
import Quantities

// Times the look-up of a price with its rules at two sizes ten times apart, and what judging asks
// for every line of a claim.

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// Numbers that look drawn and are the same in every run (SplitMix64).
struct Draws: RandomNumberGenerator {
  var state: UInt64 = 7

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

func measure(_ region: BenchRegion, isWhole: Bool) {
  let started = now()
  let (index, conflicts) = AgreementIndex.make(region.book)
  let making = (now() - started) / 1e6
  var draws = Draws()
  let questions = (0..<200_000).map { _ in region.question(using: &draws) }
  var found = 0
  var sum: Int64 = 0
  var times: [Double] = []
  for _ in 0..<9 {
    let start = now()
    for question in questions {
      let terms = index.terms(
        product: question.product,
        provider: question.provider,
        municipality: question.municipality,
        on: question.date
      )
      if let terms {
        found += 1
        sum &+= terms.price.rawValue &+ Int64(terms.rules.version)
      }
    }
    times.append((now() - start) / Double(questions.count))
  }
  times.sort()
  // Single questions, for the tail; each holds the cost of reading the clock twice.
  var single: [Double] = []
  for question in questions {
    let start = now()
    let terms = index.terms(
      product: question.product,
      provider: question.provider,
      municipality: question.municipality,
      on: question.date
    )
    single.append(now() - start)
    sum &+= terms?.price.rawValue ?? 0
  }
  single.sort()
  let floor = region.floor(questions)
  print(
    """
    \(region.contracts) contracts, \(index.count) rows, \(conflicts.count) conflicts, \
    made in \(Int(making)) ms
      per question: best \(Int(times[0])) ns, median \(Int(times[4])) ns \
    (dictionary and arrays: \(Int(floor)) ns)
      one by one, clock included: p50 \(Int(single[single.count / 2])) ns, \
    p90 \(Int(single[single.count * 9 / 10])) ns, p99 \(Int(single[single.count * 99 / 100])) ns
      answered \(found * 100 / (9 * questions.count)) %, sum \(sum)
    """
  )
  guard isWhole else { return }
  Figure(
    "which price and rules hold: 2,000 contracts, ten years, \(Turns.text(index.count)) rows",
    measured: "\(Turns.text(times[4])) ns",
    floor: "dictionary and arrays, the price only: \(Turns.text(floor)) ns",
    ratio: Figure.times(times[4] / floor, "the floor"),
    promise: Figure.promise(atMost: 2_000, times[4], " ns")
  ).show()
}

/// Times what judging a claim asks for every line: whether the provider has a contract with the
/// municipality, the price of the list that follows from the contracts, and which version of which
/// contract it is that the receipt names.
func measureLines(_ region: BenchRegion) {
  let started = now()
  let list = region.book.priceList()
  let making = (now() - started) / 1e6
  var draws = Draws()
  let questions = (0..<200_000).map { _ in region.question(using: &draws) }
  let categories = questions.map {
    ProductCategory($0.product.description.prefix(2)) ?? ProductCategory(uncheckedNumber: 1)
  }
  var found = 0
  var sum: Int64 = 0
  var times: [Double] = []
  for _ in 0..<9 {
    let start = now()
    for (place, question) in questions.enumerated() {
      guard region.book.hasContract(of: question.provider, with: question.municipality),
        let match = list.price(
          provider: question.provider,
          municipality: question.municipality,
          category: categories[place],
          code: question.product,
          on: question.date
        ), let source = list.lines[match.index].source
      else { continue }
      found += 1
      sum &+= match.row.tariff.rawValue &+ Int64(source.version)
    }
    times.append((now() - start) / Double(questions.count))
  }
  times.sort()
  let floor = region.floor(questions)
  print(
    """
    price list of \(list.count) rows, made in \(Int(making)) ms
      per claim line, contract named: best \(Int(times[0])) ns, median \(Int(times[4])) ns
      answered \(found * 100 / (9 * questions.count)) %, sum \(sum)
    """
  )
  Figure(
    "price and contract of a claim line: 2,000 contracts, ten years, "
      + "\(Turns.text(list.count)) rows",
    measured: "\(Turns.text(times[4])) ns",
    floor: "dictionary and arrays, the price only: \(Turns.text(floor)) ns",
    ratio: Figure.times(times[4] / floor, "the floor"),
    promise: Figure.promise(atMost: 2_000, times[4], " ns")
  ).show()
}

measure(BenchRegion(providers: 50, contracts: 200, years: 10), isWhole: false)
let whole = BenchRegion(providers: 500, contracts: 2_000, years: 10)
measure(whole, isWhole: true)
measureLines(whole)
