import Journal

/// A command line on its way to the process that holds the region.
struct CommandRequest: Equatable, Sendable {
  /// The folder from which relative paths are meant.
  let folder: String
  /// Whether someone is looking at a terminal.
  let showsProgress: Bool
  let arguments: [String]

  /// The number of this way of speaking; another program asks in another number.
  static let version: UInt8 = 1
  /// A longer request is refused; the system allows no longer command line either.
  static let longest = 4 << 20

  var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.byte(Self.version)
    writer.boolean(showsProgress)
    writer.string(folder)
    writer.count(arguments.count)
    for argument in arguments { writer.string(argument) }
    return writer.bytes
  }

  init(folder: String, showsProgress: Bool, arguments: [String]) {
    self.folder = folder
    self.showsProgress = showsProgress
    self.arguments = arguments
  }

  /// Reads a request; nil when it is none, or in another way of speaking.
  init?(_ bytes: [UInt8]) {
    var reader = BinaryReader(bytes)
    do throws(BinaryFailure) {
      guard try reader.byte() == Self.version else { return nil }
      showsProgress = try reader.boolean()
      folder = try reader.string()
      var arguments: [String] = []
      for _ in 0..<(try reader.count()) { arguments.append(try reader.string()) }
      self.arguments = arguments
      try reader.finish()
    } catch {
      return nil
    }
    guard folder.hasPrefix("/") else { return nil }
  }
}

/// A piece of the answer: words of the command, or its exit code, which is the last piece.
enum CommandFrame: Equatable, Sendable {
  case words(WordStream, [UInt8])
  case status(Int32)

  /// What is in one piece at most; longer words come in more of them.
  static let longest = 1 << 16
  static let headByteCount = 5
  private static let statusKind: UInt8 = 0

  /// The kind, the length and what is in it.
  var bytes: [UInt8] {
    switch self {
    case .words(let stream, let bytes): Self.head(stream.rawValue, bytes.count) + bytes
    case .status(let status):
      Self.head(Self.statusKind, 4) + Self.number(UInt32(bitPattern: status))
    }
  }

  /// Words in as many pieces as they need.
  static func pieces(_ bytes: [UInt8], _ stream: WordStream) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: longest).flatMap { start in
      words(stream, Array(bytes[start..<min(start + longest, bytes.count)])).bytes
    }
  }

  /// How many bytes follow a head; nil when it is none.
  static func length(ofHead head: [UInt8]) -> Int? {
    guard head.count == headByteCount else { return nil }
    let length = Int(value(head[1...]))
    return length <= longest ? length : nil
  }

  /// Reads what followed a head; nil when it is no piece of an answer.
  init?(head: [UInt8], _ content: [UInt8]) {
    guard Self.length(ofHead: head) == content.count else { return nil }
    if let stream = WordStream(rawValue: head[0]) {
      self = .words(stream, content)
    } else if head[0] == Self.statusKind, content.count == 4 {
      self = .status(Int32(bitPattern: Self.value(content[...])))
    } else {
      return nil
    }
  }

  private static func head(_ kind: UInt8, _ length: Int) -> [UInt8] {
    [kind] + number(UInt32(clamping: length))
  }

  /// Four bytes, the largest first.
  static func number(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }

  static func value(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
