import Foundation
import Quantities
import Synthetic

/// Writes the files of a load to a folder: prices, the awards that the claims need, and the claims.
///
/// The last line of its output is what the program is told: municipality and day. It runs in a
/// process of its own, so that the one that measures stays small.
struct LoadFiles {
  let folder: String

  /// One claim, in a layout of one sender and in one whose lines differ in shape.
  func makeOne(lines: Int) throws {
    let load = ClaimFile.make(lines: lines)
    try write(load)
    try write(load.claim(.plain).bytes, "claim-plain.xml")
    try write(load.claim(.varied).bytes, "claim-varied.xml")
  }

  /// Claims that follow each other through the months.
  func makeSeries(claims: Int, lines: Int) throws {
    let load = ClaimFile.make(lines: claims * lines)
    try write(load)
    for file in load.series(claims: claims) { try write(file.bytes, "claims/" + file.name) }
  }

  private func write(_ load: ClaimFile) throws {
    try write(load.contractList, "contract.tsv")
    for file in load.awards { try write(file.bytes, "awards/" + file.name) }
    print("\(load.municipality) \(load.day)")
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    let place = URL(fileURLWithPath: folder).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: place)
  }
}
