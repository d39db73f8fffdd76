import Measuring

/// The whole main job on one large claim, beside libxml2 reading and validating the same file.
struct JobRun {
  let program: String
  let schema: String
  let lines: Int
  let turns: Int

  func run() {
    let region = LoadedRegion(program: program, making: ["make", "\(lines)"])
    defer { region.remove() }
    let file = region.folder + "/claim-plain.xml"
    let hasSchema = !schema.isEmpty && System.exists(schema)
    let validation = hasSchema ? ["--schema", schema] : []
    var working = Turns()
    var validating = Turns()
    var peak = Turns()
    var syncing = Turns()
    for _ in 0..<turns {
      let child = region.process(["claim-plain.xml"], data: region.copy())
      guard child.lines.allSatisfy({ $0.contains(#""outcome":"accept""#) }) else {
        System.fail("the claim was not accepted: \(child.lines)")
      }
      working.add(child.seconds)
      peak.add(child.peakMegabytes)
      let reading = ["xmllint", "--noout", "--nonet", "--stream"] + validation + [file]
      // It says on standard error that the file is valid.
      validating.add(Child.run(Child.oneCore + reading, quietly: true).seconds)
      syncing.add(System.syncsPerSecond(in: region.folder))
    }
    let ratio = working.median / validating.median
    let size = System.withFile(file) { $0.count } / 1_000_000
    Figure(
      "whole main job on \(Turns.text(lines)) lines, \(size) MB, one core",
      measured: working.text("s") + ", peak " + Turns.text(peak.greatest) + " MB",
      floor: "`xmllint --stream\(hasSchema ? " --schema" : "")`: \(validating.text("s"));"
        + " 4 KiB and fdatasync: \(syncing.text("a second"))",
      ratio: Figure.times(ratio, "the floor's time"),
      promise: (hasSchema ? Figure.promise(atMost: 1.5, ratio, " times") : "no schema here") + "; "
        + Figure.promise(atMost: 500, peak.greatest, " MB")
    ).show()
  }
}
