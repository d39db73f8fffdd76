import Commissioning
import Exchange
import Foundation
import Quantities
import Testing

/// The sample contract of the message standard's samples, beside the package.
private let sample = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared/standards/samples/contract.tsv")

@Suite("The sample contract")
struct ContractSampleTests {
  // Skipped where the folder with the standard's samples is absent.
  @Test(
    "contract.tsv becomes a price list that prices its own rows",
    .enabled(if: FileManager.default.fileExists(atPath: sample.path))
  )
  func sampleContract() throws {
    let bytes = [UInt8](try Data(contentsOf: sample))
    let list = try ContractTable.readPriceList(bytes).get()
    #expect(list.count >= 5)
    for (index, line) in list.lines.enumerated() {
      let match = list.price(
        provider: try #require(line.row.provider),
        municipality: try #require(line.row.municipality),
        category: try #require(line.row.category),
        code: line.row.code,
        on: line.row.period.first
      )
      #expect(match?.index == index && match?.line == index + 2)
    }
    let guidance = list.price(
      provider: try #require(ProviderCode("99990101")),
      municipality: try #require(MunicipalityCode("0344")),
      category: try #require(ProductCategory("02")),
      code: ProductCode("02A03"),
      on: try #require(CivilDate("2025-01-01"))
    )
    #expect(guidance?.row.tariff == Cents(6240) && guidance?.row.unit == .hour)
  }
}
