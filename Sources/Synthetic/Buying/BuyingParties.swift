import Commissioning
import Quantities

/// Who takes part in buying: municipalities, bodies that decide, people who assess, providers.
struct BuyingParties: Sendable {
  let municipalities: [MunicipalityCode]
  let providers: [SyntheticProvider]
  let tools: RegionTools

  /// Step by step: the portfolio board, then the executive of every municipality (002:244-248).
  func gates() throws(ShapeFault) -> [[BodyCode]] {
    var executives: [BodyCode] = []
    for municipality in municipalities { executives.append(try executive(of: municipality)) }
    return [[try .made("pho-sd")], executives]
  }

  func executive(of municipality: MunicipalityCode) throws(ShapeFault) -> BodyCode {
    try .made("colleges-\(municipality)")
  }

  /// What is known of a bid that a tender platform kept: its digest and size.
  func sealed(_ key: BidKey, of procedure: ProcedureCode) -> SealedBid {
    let contents = Array("\(procedure) \(key.lot) \(key.provider): verzonnen inschrijving".utf8)
    return SealedBid(digest: tools.digest(contents), byteCount: contents.count)
  }
}
