package import Quantities

/// One file of the region, as it arrives.
package struct SyntheticFile: Sendable {
  /// `20250205-00123-WMO323-99990101.xml`: the byte order of names is the order of sending.
  package let name: String
  package let day: CivilDate
  package let bytes: [UInt8]
  /// What the file was made to bring about.
  package let intent: Intent
}

extension SyntheticFile {
  /// The name of a file: day, place in the order of sending, message and provider.
  static func name(
    day: CivilDate,
    serial: Int,
    type: String,
    provider: ProviderCode
  ) -> String {
    let date = day.description.split(separator: "-").joined()
    let digits = String(serial)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return "\(date)-\(padded)-\(type)-\(provider).xml"
  }
}
