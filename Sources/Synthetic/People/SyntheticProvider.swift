package import Quantities

/// A provider of the region, with an invented name and numbers that nobody has.
package struct SyntheticProvider: Hashable, Sendable {
  package let code: ProviderCode
  package let name: String

  /// The number in the trade register: made from the code, and as plainly invented.
  package var chamber: ChamberNumber { ChamberNumber(uncheckedNumber: code.number - 10_000) }

  /// So many providers, the largest first; codes and order of names fall by the seed.
  static func invented(
    _ count: Int,
    firstCode: UInt32 = 99_990_101,
    stock: NameStock.Organisations = .lekstroom,
    seed: UInt64
  ) -> [SyntheticProvider] {
    var generator = SeededGenerator(seed: seed, part: 7)
    let names = NameStock.organisations(count, stock, &generator)
    var numbers = Array(0..<names.count)
    generator.shuffle(&numbers)
    return zip(numbers, names).map { number, name in
      SyntheticProvider(
        code: ProviderCode(uncheckedNumber: firstCode + UInt32(number)),
        name: name
      )
    }
  }
}
