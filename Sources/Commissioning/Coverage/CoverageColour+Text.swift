package import Rules

extension CoverageColour {
  package var text: BilingualText {
    switch self {
    case .green: BilingualText("groen", "green")
    case .amber: BilingualText("oranje", "amber")
    case .red: BilingualText("rood", "red")
    }
  }

  /// The word for programs, the same in both languages.
  package var code: String { text.english }
}
