import Measuring

// How fast the journal takes batches, how fast an office carries out single commands, and how soon
// it is ready again; each beside raw SQLite and the disk's own fdatasync, in turns.
//
//   JournalBench [TURNS] [COMMANDS]     5 turns, and 500,000 commands for the long run

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let turns = arguments.first ?? 5
let commands = arguments.count > 1 ? arguments[1] : 500_000
let folder = System.makeFolder()
defer { Child.run(["rm", "-r", folder]) }

let journalPath = folder + "/office.sqlite"
try await BatchRun(folder: folder, events: 100_000, turns: turns).run()
_ = try await OfficeRun(folder: folder, commands: min(60_000, commands), turns: min(3, turns))
  .run(leaving: journalPath)
let state = try await OfficeRun(folder: folder, commands: commands, turns: 1)
  .run(leaving: journalPath)
try await StartRun(folder: folder, journalPath: journalPath, turns: min(3, turns)).run(state)
