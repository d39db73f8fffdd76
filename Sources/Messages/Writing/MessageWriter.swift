import Quantities

/// Writes a message as a file of the standard.
///
/// UTF-8 without byte order mark, CR/LF line ends (iWmo 3.2 OP192), two blanks of indentation, the
/// namespace of the message as default and a prefix for the base schema. The same message always
/// gives the same bytes, and reading them gives the same message. The writer follows the grammar
/// and writes what is there; it does not judge whether a required element is missing.
package enum MessageWriter {
  /// The bytes of the file.
  package static func write(_ message: Message) -> [UInt8] {
    let plan = WritePlan.of(message.type)
    var output = MessageOutput(message: message, plan: plan)
    output.bytes.reserveCapacity(plan.expectedSize(of: message))
    output.bytes.append(contentsOf: plan.head)
    output.writeChildren(of: 0, row: 0)
    output.bytes.append(contentsOf: plan.tail)
    return output.bytes
  }
}

/// The bytes of a message as far as they are written.
private struct MessageOutput {
  let message: Message
  let plan: WritePlan
  var bytes: [UInt8] = []

  /// Writes the elements inside an element that lives in a row.
  mutating func writeChildren(of node: Int, row: Int) {
    for child in plan.elements[node].children {
      let element = plan.elements[child]
      if element.repeats {
        for row in message.children(element.table, of: row) { write(element, child, row) }
      } else if element.isLeaf {
        writeLeaf(element, row)
      } else if element.field.map({ message.isPresent($0, row) }) ?? true {
        write(element, child, row)
      }
    }
  }

  private mutating func write(_ element: WritePlan.Element, _ node: Int, _ row: Int) {
    guard !element.isLeaf else { return writeLeaf(element, row) }
    bytes.append(contentsOf: element.open)
    writeChildren(of: node, row: row)
    bytes.append(contentsOf: element.close)
  }

  private mutating func writeLeaf(_ element: WritePlan.Element, _ row: Int) {
    guard let field = element.field else { return }
    let table = message.tables[field.table.index]
    if element.storage == .text {
      let column = table.texts[field.column]
      let range = column.range(row)
      guard !range.isEmpty else { return }
      bytes.append(contentsOf: element.open)
      bytes.appendEscaped(column.bytes[range])
    } else {
      let number = table.numbers[field.column][row]
      guard number != Message.absent else { return }
      bytes.append(contentsOf: element.open)
      write(number, as: element.storage)
    }
    bytes.append(contentsOf: element.close)
  }

  private mutating func write(_ number: Int64, as storage: FieldStorage) {
    switch storage {
    case .integer: bytes.appendDecimal(number)
    case .digits(let width): bytes.appendDecimal(number, width: width)
    case .date: bytes.appendDate(CivilDate(dayNumber: Int32(truncatingIfNeeded: number)))
    case .code: bytes.appendCode(number)
    case .text, .presence: break
    }
  }
}

// MARK: - Values as bytes

extension Array where Element == UInt8 {
  /// Appends a number in decimals, with leading zeros up to a width.
  fileprivate mutating func appendDecimal(_ number: Int64, width: Int = 1) {
    if number < 0 { append(0x2D) }
    let magnitude = number.magnitude
    var power: UInt64 = 1
    var digits = 1
    while digits < width || (digits < 19 && magnitude / power >= 10) {
      power *= 10
      digits += 1
    }
    while power > 0 {
      append(UInt8(truncatingIfNeeded: magnitude / power % 10) + 0x30)
      power /= 10
    }
  }

  /// Appends a date as `yyyy-mm-dd`.
  fileprivate mutating func appendDate(_ date: CivilDate) {
    let parts = date.parts
    appendDecimal(Int64(parts.year), width: 4)
    append(0x2D)
    appendDecimal(Int64(parts.month), width: 2)
    append(0x2D)
    appendDecimal(Int64(parts.day), width: 2)
  }

  /// Appends the characters of a packed code.
  fileprivate mutating func appendCode(_ packed: Int64) {
    var shift: Int64 = 56
    while shift >= 0 {
      let byte = UInt8(truncatingIfNeeded: packed >> shift)
      if byte != 0 { append(byte) }
      shift -= 8
    }
  }

  /// Appends text, with references for the characters that XML reads otherwise.
  ///
  /// A carriage return is written as a reference too: a reader takes a bare one for a line end.
  fileprivate mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case 0x26: append(contentsOf: "&amp;".utf8)
      case 0x3C: append(contentsOf: "&lt;".utf8)
      case 0x3E: append(contentsOf: "&gt;".utf8)
      case 0x0D: append(contentsOf: "&#13;".utf8)
      default: append(byte)
      }
    }
  }
}
