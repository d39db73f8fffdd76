import Commissioning
import Journal
import Quantities

/// Who takes part in buying: municipalities, bodies that decide, people who assess, providers.
struct BuyingParties: Sendable {
  let municipalities: [MunicipalityCode]
  let providers: [SyntheticProvider]
  /// Makes the digest of a bid; it comes in, because this room knows no cryptography.
  let digest: @Sendable ([UInt8]) -> Digest

  /// Step by step: the portfolio board, then the executive of every municipality (002:244-248).
  func gates() throws(ShapeFault) -> [[BodyCode]] {
    var executives: [BodyCode] = []
    for municipality in municipalities { executives.append(try executive(of: municipality)) }
    return [[try .made("pho-sd")], executives]
  }

  func executive(of municipality: MunicipalityCode) throws(ShapeFault) -> BodyCode {
    try .made("college-\(municipality)")
  }

  func openers() throws(ShapeFault) -> [OfficerCode] {
    [try .made("inkoopadviseur-1"), try .made("jurist-1")]
  }

  func assessors() throws(ShapeFault) -> [OfficerCode] {
    [try .made("beleid-1"), try .made("kwaliteit-1")]
  }

  /// What is known of a bid that a tender platform kept: its digest and size.
  func sealed(_ key: BidKey, of procedure: ProcedureCode) -> SealedBid {
    let contents = Array("\(procedure) \(key.lot) \(key.provider): verzonnen inschrijving".utf8)
    return SealedBid(digest: digest(contents), byteCount: contents.count)
  }
}
