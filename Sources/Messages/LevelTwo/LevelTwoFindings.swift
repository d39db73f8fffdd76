/// The findings of the rules so far.
///
/// A claim of a hundred thousand lines can break a rule as often; only the first findings of a rule
/// are kept, so that a faulty file costs no more memory than a good one.
struct LevelTwoFindings {
  private let message: Message
  private let limit: Int
  private var rule: LevelTwoRule?
  private var count = 0
  private(set) var findings: [ContentFinding] = []
  private(set) var omitted: [String: Int] = [:]

  init(_ message: Message, limit: Int) {
    self.message = message
    self.limit = limit
  }

  /// The rule that is about to be checked.
  mutating func begin(_ rule: LevelTwoRule) {
    self.rule = rule
    count = 0
  }

  /// Adds a finding at an element.
  mutating func add(_ className: String, _ field: Field, _ row: Int = 0) {
    add(className) { $0.path(field, row) }
  }

  /// Adds a finding at the element around another one, for rules about a whole class or period.
  mutating func add(_ className: String, around field: Field, _ row: Int = 0) {
    add(className) { message in
      let path = message.path(field, row)
      return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    }
  }

  /// Adds a finding at a row.
  mutating func add(_ className: String, _ table: TableID, _ row: Int) {
    add(className) { $0.path(table, row) }
  }

  private mutating func add(_ className: String, path: (Message) -> String) {
    guard let rule else { return }
    count += 1
    guard count <= limit else {
      omitted[rule.number, default: 0] += 1
      return
    }
    findings.append(
      ContentFinding(
        className: className,
        rule: rule.number,
        code: rule.returnCode,
        path: path(message),
        text: rule.description.meaning
      )
    )
  }
}
