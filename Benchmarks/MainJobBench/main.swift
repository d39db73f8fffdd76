import Measuring

// The main job by the program itself, on files of the synthetic maker.
//
//   MainJobBench job REGIE SCHEMA [LINES] [TURNS]     one claim, beside libxml2 validating it
//   MainJobBench flat REGIE CLAIMS LINES              claims in one run: is the cost per line flat?
//   MainJobBench make FOLDER LINES                    the files of one claim; used by the above
//   MainJobBench series FOLDER CLAIMS LINES           the files of many; used by the above
//
// SCHEMA is the published WMO323.xsd; where it is absent the floor is reading without validation.

let arguments = CommandLine.arguments

func text(_ index: Int, or standard: String = "") -> String {
  arguments.count > index ? arguments[index] : standard
}

func number(_ index: Int, or standard: Int) -> Int { Int(text(index)) ?? standard }

switch text(1) {
case "make":
  try LoadFiles(folder: text(2)).makeOne(lines: number(3, or: 100_000))
case "series":
  try LoadFiles(folder: text(2)).makeSeries(claims: number(3, or: 10), lines: number(4, or: 1_000))
case "job":
  JobRun(
    program: text(2),
    schema: text(3),
    lines: number(4, or: 100_000),
    turns: number(5, or: 3)
  ).run()
case "flat":
  FlatRun(program: text(2), claims: number(3, or: 100), lines: number(4, or: 10_000)).run()
default:
  System.fail("use: MainJobBench job REGIE SCHEMA | flat REGIE CLAIMS LINES | make | series")
}
