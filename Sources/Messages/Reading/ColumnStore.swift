/// The values of a message while it is read: the columns of all tables side by side.
///
/// Values arrive in the order of the file, so each column only grows at its end.
struct ColumnStore {
  private var numbers: [[Int64]] = []
  private var texts: [ElementTexts] = []
  private var counts: [Int] = []
  private var parents: [[Int32]] = []
  private var bases: [Int] = []

  init() {}

  init(_ grammar: ReadingGrammar) {
    let tables = grammar.columnBases.count
    numbers = Array(repeating: [], count: grammar.columnCount)
    texts = Array(repeating: ElementTexts(), count: grammar.columnCount)
    counts = Array(repeating: 0, count: tables)
    parents = Array(repeating: [], count: tables)
    bases = grammar.columnBases
    counts[0] = 1
    parents[0] = [0]
  }

  /// The row that is being filled.
  @inline(__always)
  func row(_ table: Int) -> Int { counts[table] - 1 }

  /// Starts a row inside the row of the parent table that is being filled.
  @inline(__always)
  mutating func appendRow(_ table: Int, in parent: Int) {
    parents[table].append(Int32(truncatingIfNeeded: counts[parent] - 1))
    counts[table] += 1
  }

  /// Sets a number in the row that is being filled.
  @inline(__always)
  mutating func set(_ column: Int, in table: Int, _ value: Int64) {
    let row = counts[table] - 1
    let count = numbers[column].count
    if count < row {
      for _ in count..<row { numbers[column].append(Message.absent) }
    }
    // An element that came twice is a finding; its first value stays.
    if count <= row { numbers[column].append(value) }
  }

  /// Sets a text in the row that is being filled.
  @inline(__always)
  mutating func set(_ column: Int, in table: Int, _ text: Span<UInt8>) {
    let row = counts[table] - 1
    let count = texts[column].count
    if count < row { texts[column].pad(to: row) }
    if count <= row { texts[column].append(text) }
  }

  /// The number of the row that is being filled among those with the same parent row, from 1.
  func ordinal(_ table: Int) -> Int {
    guard let parent = parents[table].last else { return 1 }
    var low = 0
    var high = parents[table].count
    while low < high {
      let middle = (low + high) / 2
      if parents[table][middle] < parent { low = middle + 1 } else { high = middle }
    }
    return parents[table].count - low
  }

  /// The message with all values.
  func message(_ type: MessageType) -> Message {
    var tables: [MessageTable] = []
    for (index, definition) in type.grammar.tables.enumerated() {
      let columns = bases[index]..<(bases[index] + definition.fields.count)
      var table = MessageTable(
        count: counts[index],
        parents: parents[index],
        numbers: Array(numbers[columns]),
        texts: Array(texts[columns])
      )
      table.complete(definition, parentCount: definition.parent.map { counts[$0.index] })
      tables.append(table)
    }
    return Message(type: type, tables: tables)
  }
}
