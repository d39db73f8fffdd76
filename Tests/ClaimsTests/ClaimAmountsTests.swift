import Claims
import Commissioning
import Quantities
import Testing

@Suite("Claim amounts (iWmo/iJw 3.2 TR346, TR418, IV081)")
struct ClaimAmountsTests {
  @Test(
    "The tariff a line should name",
    arguments: [
      (ClaimUnit.hour, ClaimUnit.hour, 9185 as Int64, ExpectedTariff.tariff(Cents(9185))),
      (.minute, .hour, 9185, .tariff(Cents(153))), (.minute, .hour, 30, .tariff(Cents(1))),
      (.minute, .hour, 29, .tariff(Cents(0))), (.hour, .minute, 153, .tariff(Cents(9180))),
      (.minute, .minute, 153, .tariff(Cents(153))), (.halfDay, .hour, 9185, .otherUnit(.hour)),
      (.minute, .halfDay, 9185, .otherUnit(.halfDay)), (.euro, .hour, 9185, .none),
      (.euro, .euro, 0, .none), (.hour, .minute, .max, .overflow),
      (.outputPiece, .effortPiece, 1, .otherUnit(.effortPiece)),
    ]
  )
  func tariffs(unit: ClaimUnit, priced: ClaimUnit, tariff: Int64, expected: ExpectedTariff) throws {
    #expect(ClaimAmounts.tariff(for: unit, under: try row(tariff, priced)) == expected)
  }

  @Test("A row without a unit prices whatever unit is claimed", arguments: ClaimUnit.allCases)
  func anyUnit(unit: ClaimUnit) throws {
    let expected: ExpectedTariff = unit == .euro ? .none : .tariff(Cents(100))
    #expect(ClaimAmounts.tariff(for: unit, under: try row(100, nil)) == expected)
  }

  @Test("The worked example: 9185 cents an hour, 425 minutes, is 65060 cents and not 425 x 153")
  func minutesFromTheUnroundedTariff() throws {
    let amount = ClaimAmounts.amount(
      volume: 425,
      unit: .minute,
      tariff: Cents(153),
      under: try row(9185, .hour)
    )
    #expect(amount == .amount(Cents(65_060)))
  }

  @Test(
    "Ordinary lines are volume times the tariff of the line",
    arguments: [
      (10 as Int64, ClaimUnit.hour, ClaimUnit?.some(.hour), 9185 as Int64, 91_850 as Int64),
      (425, .minute, .minute, 153, 65_025), (425, .minute, nil, 153, 65_025),
      (3, .hour, .minute, 9180, 27_540), (0, .halfDay, .halfDay, 5125, 0),
      (1, .outputPiece, .outputPiece, 120_000, 120_000), (7, .hour, .hour, -100, -700),
    ]
  )
  func ordinary(
    volume: Int64,
    unit: ClaimUnit,
    priced: ClaimUnit?,
    tariff: Int64,
    expected: Int64
  ) throws {
    let amount = ClaimAmounts.amount(
      volume: volume,
      unit: unit,
      tariff: Cents(tariff),
      under: try row(1, priced)
    )
    #expect(amount == .amount(Cents(expected)))
    let withoutContract = ClaimAmounts.amount(
      volume: volume,
      unit: unit,
      tariff: Cents(tariff),
      under: nil
    )
    #expect(withoutContract == .amount(Cents(expected)))
  }

  @Test("In euros the volume is the amount, whatever tariff is named")
  func euros() throws {
    for tariff in [nil, Cents(5)] {
      let amount = ClaimAmounts.amount(volume: 75_000, unit: .euro, tariff: tariff, under: nil)
      #expect(amount == .amount(Cents(75_000)))
    }
  }

  @Test("IM-05: no tariff and amounts that do not fit are told apart, never a trap")
  func withoutAnAmount() throws {
    func amount(_ volume: Int64, _ unit: ClaimUnit, _ tariff: Cents?) throws -> ExpectedAmount {
      ClaimAmounts.amount(volume: volume, unit: unit, tariff: tariff, under: try row(.max, .hour))
    }
    #expect(try amount(1, .hour, nil) == .tariffMissing)
    #expect(try amount(2, .hour, Cents(.max)) == .overflow)
    #expect(try amount(2, .minute, Cents(1)) == .overflow)
    #expect(try amount(1, .minute, nil) == .amount(Cents(153_722_867_280_912_930)))
  }

  private func row(_ tariff: Int64, _ unit: ClaimUnit?) throws -> PriceRow {
    let first = try #require(CivilDate("2025-01-01"))
    let period = try #require(OpenPeriod(from: first, through: nil))
    return PriceRow(unit: unit, tariff: Cents(tariff), period: period)
  }
}
