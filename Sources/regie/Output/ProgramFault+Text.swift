import Rules

// The sentences of the program's own faults: Dutch for officials, and English.
extension ProgramFault {
  /// What is wrong, where, and what to do.
  var text: BilingualText {
    switch self {
    case .badCommandLine, .commandMissing, .notADate, .notAMunicipality, .providerMissing,
      .municipalityMissing, .otherMunicipality, .unclearLine:
      commandLineText
    case .noSuchFile, .notADataFolder, .folderNotEmpty, .folderNotMade, .folderUnreadable, .file,
      .output:
      fileText
    case .regionExists, .regionBeingMade, .keyExists, .headExists, .noKey: regionText
    case .contractsRefused, .settingsRefused, .tableRefused, .notHeads, .noSuchLine,
      .receiptUnreadable,
      .receiptDiffers, .demoDiffers, .signingKey, .unexpected:
      contentText
    }
  }

  private var commandLineText: BilingualText {
    switch self {
    case .badCommandLine(let fault, let help):
      BilingualText(
        "\(fault.text.dutch) Zie `\(help)`.",
        "\(fault.text.english) See `\(help)`."
      )
    case .commandMissing(let group, let commands):
      BilingualText(
        "Er ontbreekt een opdracht na `\(group)`. Kies uit: \(commands.joined(separator: ", ")). "
          + "Zie `\(group) --help`.",
        "A command is missing after `\(group)`. Choose from: \(commands.joined(separator: ", ")). "
          + "See `\(group) --help`."
      )
    case .notADate(let option, let text):
      BilingualText(
        "\(option) \(text) is geen datum; schrijf hem als 2025-01-31.",
        "\(option) \(text) is not a date; write it as 2025-01-31."
      )
    case .notAMunicipality(let option, let text):
      BilingualText(
        "\(option) \(text) is geen gemeentecode; schrijf vier cijfers, zoals 0344.",
        "\(option) \(text) is not the code of a municipality; write four digits, such as 0344."
      )
    case .providerMissing:
      BilingualText(
        "Geef met --party de AGB-code (acht cijfers) van de aanbieder.",
        "Give with --party the AGB code (eight digits) of the provider."
      )
    case .municipalityMissing:
      BilingualText(
        "Deze map heeft geen gemeenten; geef met --party de gemeentecode.",
        "This folder has no municipalities; give the code of one with --party."
      )
    case .otherMunicipality(let code):
      BilingualText(
        "Gemeente \(code) hoort niet bij de regio in deze map. Kies de map van die gemeente.",
        "Municipality \(code) is not of the region in this folder. Choose the folder of that one."
      )
    case .unclearLine(let line):
      BilingualText(
        "\(line) is geen regel; schrijf POSITIE.N (zoals 12.3) of AGB/referentienummer.",
        "\(line) is not a line; write POSITION.N (such as 12.3) or AGB/reference."
      )
    default: BilingualText(code, code)
    }
  }

  private var fileText: BilingualText {
    switch self {
    case .noSuchFile(let path):
      BilingualText(
        "\(path) bestaat niet. Controleer de naam.",
        "\(path) does not exist. Check the name."
      )
    case .notADataFolder(let path):
      BilingualText(
        "\(path) is geen map van Regie; maak er een met `regie init`.",
        "\(path) is not a folder of Regie; make one with `regie init`."
      )
    case .folderNotEmpty(let path):
      BilingualText(
        "\(path) bestaat al en is geen lege map; kies een andere map.",
        "\(path) exists already and is not an empty folder; choose another folder."
      )
    case .folderNotMade(let path, let trouble):
      BilingualText(
        "De map \(path) kan niet worden gemaakt: \(trouble.text.dutch)",
        "The folder \(path) cannot be made: \(trouble.text.english)"
      )
    case .folderUnreadable(let path):
      BilingualText(
        "De map \(path) kan niet worden gelezen. Geef leesrecht.",
        "The folder \(path) cannot be read. Give the right to read it."
      )
    case .file(let path, let trouble):
      BilingualText(
        "\(path) kan niet worden gelezen of geschreven: \(trouble.text.dutch)",
        "\(path) cannot be read or written: \(trouble.text.english)"
      )
    case .output:
      BilingualText(
        "De uitvoer kan niet worden geschreven. Maak ruimte, en geef de opdracht opnieuw.",
        "The output cannot be written. Make room, and give the command again."
      )
    default: BilingualText(code, code)
    }
  }

  private var regionText: BilingualText {
    switch self {
    case .regionExists(let path):
      BilingualText(
        "\(path) is al een map van Regie; kies een andere map.",
        "\(path) is a folder of Regie already; choose another folder."
      )
    case .regionBeingMade(let path):
      BilingualText(
        "In \(path) wordt al een regio gemaakt; wacht tot dat klaar is.",
        "A region is being made in \(path); wait until that is done."
      )
    case .keyExists:
      BilingualText(
        "Waar de sleutel moet komen staat al een bestand; bewaar dat elders of kies met --key een "
          + "andere plaats.",
        "There is a file already where the key has to come; keep it elsewhere or choose another "
          + "place with --key."
      )
    case .headExists(let path):
      BilingualText(
        "In \(path) staan al getekende eindes, van een eerdere regio; bewaar dat bestand elders "
          + "als bewijs, of kies een andere map.",
        "\(path) holds signed heads already, of an earlier region; keep that file elsewhere as "
          + "evidence, or choose another folder."
      )
    case .noKey:
      BilingualText(
        "Het sleutelbestand bestaat niet; zet het terug uit zijn eigen reservekopie, of wijs het "
          + "aan met --key of REGIE_KEY_FILE.",
        "The key file does not exist; put it back from its own backup, or point to it with --key "
          + "or REGIE_KEY_FILE."
      )
    default: BilingualText(code, code)
    }
  }

  private var contentText: BilingualText {
    switch self {
    case .contractsRefused(let file), .settingsRefused(let file), .tableRefused(let file):
      BilingualText(
        "\(file): er is niets overgenomen; herstel wat hierboven staat en probeer het opnieuw.",
        "\(file): nothing was taken over; mend what stands above and try again."
      )
    case .notHeads(let file):
      BilingualText(
        "\(file) is geen bestand met getekende einden van een journaal. Noem het .head-bestand.",
        "\(file) is not a file with signed heads of a journal. Name the .head file."
      )
    case .noSuchLine(let line):
      BilingualText(
        "Er is geen declaratieregel \(line). Noem een regel als POSITIE.N of AGB/referentienummer.",
        "There is no claim line \(line). Name a line as POSITION.N or AGB/reference."
      )
    case .receiptUnreadable(let line):
      Self.ours(
        "De bon van regel \(line) is niet te lezen",
        "The receipt of line \(line) cannot be read"
      )
    case .receiptDiffers(let line):
      Self.ours(
        "De bon van regel \(line) geeft niet meer hetzelfde oordeel",
        "The receipt of line \(line) no longer gives the same verdict"
      )
    case .demoDiffers:
      Self.ours("De uitkomst wijkt af van de bron", "The outcome differs from the source")
    case .signingKey:
      Self.ours(
        "De sleutel om het journaal te tekenen is onbruikbaar",
        "The key to sign the journal is unusable"
      )
    case .unexpected(let kind):
      Self.ours(
        "Er ging iets mis dat niet was voorzien (\(kind))",
        "Something unforeseen (\(kind))"
      )
    default: BilingualText(code, code)
    }
  }

  /// A sentence about a mistake of ours.
  private static func ours(_ dutch: String, _ english: String) -> BilingualText {
    BilingualText(
      dutch + ": dit is een fout in Regie. Meld de fout.",
      english + ": this is a mistake in Regie. Report it."
    )
  }
}
