import Measuring

/// A region made by the program, with prices and awards, that waits for claims.
struct LoadedRegion {
  let program: String
  let folder = System.makeFolder()
  private let municipality: String
  private let day: String

  /// Makes the files by running this program again with `make` or `series`, and takes them in.
  init(program: String, making load: [String]) {
    self.program = program
    let making = [CommandLine.arguments[0], load[0], folder] + load.dropFirst()
    let words = (Child.run(making).lines.last ?? "").split(separator: " ").map(String.init)
    guard words.count == 2 else { System.fail("no load was made") }
    municipality = words[0]
    day = words[1]
    let data = folder + "/start"
    Child.run([program, "init", "--data", data, "--gemeente", municipality])
    Child.run([program, "contracts", "import", folder + "/contract.tsv", "--data", data])
    process(["awards"], data: data, replies: "replies-awards")
  }

  func remove() { Child.run(["rm", "-r", folder]) }

  /// A copy of the region for one turn, with its key beside it, on disk before the time is taken.
  func copy() -> String {
    let copy = folder + "/region"
    Child.run(["rm", "-rf", copy, copy + ".key", folder + "/replies"])
    Child.run(["cp", "-r", folder + "/start", copy])
    Child.run(["cp", folder + "/start.key", copy + ".key"])
    Child.run(["sync"])
    return copy
  }

  /// Lets the program judge and answer files or folders, on one core.
  @discardableResult
  func process(_ files: [String], data: String, replies: String = "replies") -> Child {
    Child.run(
      Child.oneCore + [
        program, "messages", "process", "--data", data, "--as", "gemeente", "--today", day,
        "--replies", folder + "/" + replies, "--json",
      ] + files.map { folder + "/" + $0 }
    )
  }
}
