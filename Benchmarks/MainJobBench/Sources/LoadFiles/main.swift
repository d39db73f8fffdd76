import Foundation
import Quantities
import Synthetic

// Writes the files of the main job to a folder: prices, the allocations that the claim needs, and the
// claim itself in two layouts.
//
//   LoadFiles FOLDER [LINES]

let arguments = CommandLine.arguments
guard arguments.count >= 2, let lines = Int(arguments.count > 2 ? arguments[2] : "100000") else {
  print("usage: LoadFiles FOLDER [LINES]")
  exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])
let load = ClaimFile.make(lines: lines)
try FileManager.default.createDirectory(
  at: folder.appendingPathComponent("awards"), withIntermediateDirectories: true)
try Data(load.contractList).write(to: folder.appendingPathComponent("contract.tsv"))
for file in load.awards {
  try Data(file.bytes).write(to: folder.appendingPathComponent("awards/" + file.name))
}
try Data(load.claim(.plain).bytes).write(to: folder.appendingPathComponent("claim-plain.xml"))
try Data(load.claim(.varied).bytes).write(to: folder.appendingPathComponent("claim-varied.xml"))
print("\(load.municipality) \(load.provider) \(load.day) \(load.clientCount) clients")
