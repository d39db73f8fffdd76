import Foundation
import Quantities
import Synthetic

// Writes files for the main job to a folder: prices, the allocations that the claim needs, and the
// claim itself in two layouts; or, with the word lekstroom, all messages of that region.
//
//   LoadFiles FOLDER [LINES | lekstroom]

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: LoadFiles FOLDER [LINES | lekstroom]")
  exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])
let what = arguments.count > 2 ? arguments[2] : "100000"

func write(_ bytes: [UInt8], _ name: String) throws {
  let place = folder.appendingPathComponent(name)
  try FileManager.default.createDirectory(
    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: place)
}

if what == "lekstroom" {
  let region = SyntheticRegion.lekstroom()
  try write(region.contractList, "contract.tsv")
  for file in region.messages { try write(file.bytes, "messages/" + file.name) }
  print("\(region.fileCount) files, last day \(region.lastDay)")
} else if let lines = Int(what), lines > 0 {
  let load = ClaimFile.make(lines: lines)
  try write(load.contractList, "contract.tsv")
  for file in load.awards { try write(file.bytes, "awards/" + file.name) }
  try write(load.claim(.plain).bytes, "claim-plain.xml")
  try write(load.claim(.varied).bytes, "claim-varied.xml")
  print("\(load.municipality) \(load.provider) \(load.day) \(load.clientCount) clients")
} else {
  print("\(what) is neither a number of lines nor lekstroom")
  exit(64)
}
