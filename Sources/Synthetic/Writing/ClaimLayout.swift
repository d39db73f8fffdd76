/// How the same claim is laid out as text.
package enum ClaimLayout: Sendable {
  /// As Regie writes it: two blanks of indentation.
  case indented
  /// One element on a line, without indentation: some 600 bytes a line of the claim.
  case plain
  /// Lines that differ in shape: tabs, no white space, comments, CDATA, character references.
  case varied

  /// Lays out a file that the writer made.
  func apply(to bytes: [UInt8], seed: UInt64) -> [UInt8] {
    switch self {
    case .indented: bytes
    case .plain: LayoutWriter(seed: seed).write(bytes, varied: false)
    case .varied: LayoutWriter(seed: seed).write(bytes, varied: true)
    }
  }
}

/// Rewrites the text of a claim line by line; what a reader gets out of it stays the same.
private struct LayoutWriter {
  private enum Shape: Int, CaseIterable {
    case indented, tabs, joined, comments, characterData, references
  }

  private var generator: SeededGenerator
  private var output: [UInt8] = []
  private var shape: Shape?

  init(seed: UInt64) { generator = SeededGenerator(seed: seed, part: 9) }

  private static let opening = Array("<Prestatie>".utf8)
  private static let closing = Array("</Prestatie>".utf8)
  private static let newline: [UInt8] = [0x0D, 0x0A]

  consuming func write(_ bytes: [UInt8], varied: Bool) -> [UInt8] {
    output.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      var indentation = start
      while indentation < bytes.count, bytes[indentation] == 0x20 { indentation += 1 }
      var end = indentation
      while end < bytes.count, bytes[end] != 0x0D, bytes[end] != 0x0A { end += 1 }
      let line = bytes[indentation..<end]
      if varied {
        if line.elementsEqual(LayoutWriter.opening) {
          shape = Shape(rawValue: generator.below(Shape.allCases.count))
        }
        writeVaried(line, depth: indentation - start)
        if line.elementsEqual(LayoutWriter.closing) { shape = nil }
      } else {
        output.append(contentsOf: line)
        output.append(contentsOf: LayoutWriter.newline)
      }
      while end < bytes.count, bytes[end] == 0x0D || bytes[end] == 0x0A { end += 1 }
      start = end
    }
    return output
  }

  private mutating func writeVaried(_ line: ArraySlice<UInt8>, depth: Int) {
    switch shape {
    case nil, .indented, .comments:
      output.append(contentsOf: repeatElement(0x20, count: depth))
      output.append(contentsOf: line)
      if shape == .comments, generator.below(5) == 0 {
        output.append(contentsOf: "<!-- geleverd & nagekeken -->".utf8)
      }
      output.append(contentsOf: LayoutWriter.newline)
    case .tabs:
      output.append(contentsOf: repeatElement(0x09, count: depth / 2))
      output.append(contentsOf: line)
      output.append(0x0A)
    case .joined:
      output.append(contentsOf: line)
    case .characterData, .references:
      writeValue(line)
      output.append(contentsOf: LayoutWriter.newline)
    }
  }

  /// Writes the value of a leaf in another way: as CDATA, or its first digit as a reference.
  private mutating func writeValue(_ line: ArraySlice<UInt8>) {
    guard let open = line.firstIndex(of: 0x3E), open + 1 < line.endIndex,
      let close = line[(open + 1)...].firstIndex(of: 0x3C), close > open + 1
    else { return output.append(contentsOf: line) }
    let value = line[(open + 1)..<close]
    output.append(contentsOf: line[...open])
    if shape == .characterData {
      output.append(contentsOf: "<![CDATA[".utf8)
      output.append(contentsOf: value)
      output.append(contentsOf: "]]>".utf8)
    } else if let first = value.first, first != 0x26 {
      let isHexadecimal = generator.below(2) == 0
      let number = String(first, radix: isHexadecimal ? 16 : 10)
      output.append(contentsOf: (isHexadecimal ? "&#x\(number);" : "&#\(number);").utf8)
      output.append(contentsOf: value.dropFirst())
    } else {
      output.append(contentsOf: value)
    }
    output.append(contentsOf: line[close...])
  }
}
