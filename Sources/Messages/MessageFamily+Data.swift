extension MessageFamily {
  /// Reads the grammar data; its notation stands at its head.
  init(grammar lines: [Substring], types rows: [[Substring]]) {
    var head: [Substring] = []
    var pattern = ""
    var lists: [Substring: Substring] = [:]
    var classes: [String: [GrammarLine]] = [:]
    var className: String?
    var messages: [MessageSection] = []
    for line in lines {
      let words = line.split(separator: " ")
      if line.hasPrefix(" ") {
        let element = GrammarLine(line)
        if let className {
          classes[className, default: []].append(element)
        } else {
          messages[messages.count - 1].lines.append(element)
        }
        continue
      }
      switch words[0] {
      case "family": head = words
      case "namespace": pattern = String(words[1])
      case "list": lists[words[1]] = words[2]
      case "class": className = String(words[1])
      case "message":
        className = nil
        messages.append(MessageSection(words))
      default: preconditionFailure("unknown line in the grammar: \(line)")
      }
    }
    precondition(head.count == 5, "the grammar needs a family line")
    self.name = String(head[1])
    self.version = Int(head[2]) ?? 0
    self.subversion = Int(head[3]) ?? 0
    self.baseNamespace = String(head[4])
    self.namespacePattern = pattern
    self.classes = classes
    self.messages = messages
    self.types = MessageFamily.types(rows, lists: lists)
  }

  private static func types(
    _ rows: [[Substring]],
    lists: [Substring: Substring]
  ) -> [String: SimpleType] {
    var types: [String: SimpleType] = [:]
    for row in rows {
      let listName = row[5] == "family" ? lists[row[0]] ?? "" : row[5]
      guard let base = SimpleType.Base(rawValue: String(row[1])) else {
        preconditionFailure("unknown base in a type: \(row[1])")
      }
      let list = CodeList.named(listName)
      precondition(list != nil || listName.isEmpty, "unknown code list: \(listName)")
      types[String(row[0])] = SimpleType(
        name: String(row[0]),
        base: base,
        minimum: Int64(row[2]) ?? 0,
        maximum: Int64(row[3]) ?? .max,
        pattern: SimpleType.Pattern(rawValue: String(row[4])),
        list: list,
        fixed: nil
      )
    }
    return types
  }
}

extension MessageSection {
  /// Reads `message WMO323 484 aanbieder gemeente answered WMO325`.
  init(_ words: [Substring]) {
    precondition(words.count >= 5, "a message line needs name, code, from and to")
    self.name = String(words[1])
    self.code = Int(words[2]) ?? 0
    self.from = words[3] == "gemeente" ? .municipality : .provider
    let partner = words.count > 6 ? String(words[6]) : nil
    self.reply = words.count > 5 && words[5] == "answered" ? partner : nil
    self.original = words.count > 5 && words[5] == "answers" ? partner : nil
  }
}

extension GrammarLine {
  /// Reads `    Voorvoegsel? LDT_Voorvoegsel`.
  init(_ line: Substring) {
    let words = line.split(separator: " ")
    let mark = words[0].last
    self.depth = line.prefix { $0 == " " }.count / 2
    self.name = String(mark == "?" || mark == "+" ? words[0].dropLast() : words[0])
    self.required = mark != "?"
    self.repeats = mark == "+"
    self.type = words.count > 1 ? String(words[1]) : nil
    self.fixed = words.count == 4 && words[2] == "=" ? String(words[3]) : nil
    self.pattern =
      words.count == 4 && words[2] == ":" ? SimpleType.Pattern(rawValue: String(words[3])) : nil
  }
}
