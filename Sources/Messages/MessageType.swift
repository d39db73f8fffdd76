/// Who sends a kind of message to whom.
package enum MessageDirection: Hashable, Sendable {
  /// From municipality to provider.
  case toProvider
  /// From provider to municipality.
  case toMunicipality

  /// The sender, as the grammar data names it.
  enum Party: Sendable {
    case municipality, provider
  }
}

/// One kind of message of the standard, with its grammar.
///
/// - Dutch term: bericht (iWmo 3.2)
package struct MessageType: Sendable {
  /// `WMO323`.
  package let name: String
  /// BerichtCode: 484.
  package let code: Int
  /// Namespace of the message; that of the base classes is in `family`.
  package let namespace: String
  /// Who sends the file.
  ///
  /// The Afzender that a return message names is that of the original, so it is not this one.
  package let direction: MessageDirection
  package let grammar: MessageGrammar
  package let family: MessageFamily
  /// The grammar in the form for reading.
  let reading: ReadingGrammar
  let replyName: String?
  let originalName: String?

  init(_ name: String, in family: MessageFamily) {
    guard let section = family.messages.first(where: { $0.name == name }) else {
      preconditionFailure("the grammar has no message \(name)")
    }
    self.name = name
    self.code = section.code
    self.namespace = family.namespace(of: name)
    self.direction = section.from == .municipality ? .toProvider : .toMunicipality
    let grammar = MessageGrammar(section, in: family)
    self.grammar = grammar
    self.reading = ReadingGrammar(grammar)
    self.family = family
    self.replyName = section.reply
    self.originalName = section.original
  }

  /// The three digits of the name: `323`.
  package var number: String { String(name.suffix(3)) }

  /// The message that answers this one: the 325 for a 323; nil when there is none.
  package var reply: MessageType? { replyName.flatMap { MessageType.named($0) } }

  /// The message that this one answers: the 323 for a 325; nil when it answers none.
  package var original: MessageType? { originalName.flatMap { MessageType.named($0) } }

  /// The type with a name such as `WMO323`.
  package static func named(_ name: some StringProtocol) -> MessageType? {
    all.first { $0.name == name }
  }
}

extension MessageType: Hashable {
  package static func == (left: MessageType, right: MessageType) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension MessageType: CustomStringConvertible {
  package var description: String { name }
}

// MARK: - The messages of iWmo 3.2

extension MessageType {
  /// Toewijzing.
  package static let wmo301 = MessageType("WMO301", in: .iwmo)
  /// Toewijzing retour.
  package static let wmo302 = MessageType("WMO302", in: .iwmo)
  /// Start.
  package static let wmo305 = MessageType("WMO305", in: .iwmo)
  /// Start retour.
  package static let wmo306 = MessageType("WMO306", in: .iwmo)
  /// Stop.
  package static let wmo307 = MessageType("WMO307", in: .iwmo)
  /// Stop retour.
  package static let wmo308 = MessageType("WMO308", in: .iwmo)
  /// Verzoek om toewijzing.
  package static let wmo315 = MessageType("WMO315", in: .iwmo)
  /// Verzoek om toewijzing retour.
  package static let wmo316 = MessageType("WMO316", in: .iwmo)
  /// Verzoek om wijziging.
  package static let wmo317 = MessageType("WMO317", in: .iwmo)
  /// Verzoek om wijziging retour.
  package static let wmo318 = MessageType("WMO318", in: .iwmo)
  /// Antwoord op een verzoek.
  package static let wmo319 = MessageType("WMO319", in: .iwmo)
  /// Antwoord retour.
  package static let wmo320 = MessageType("WMO320", in: .iwmo)
  /// Declaratie.
  package static let wmo323 = MessageType("WMO323", in: .iwmo)
  /// Declaratie-antwoord.
  package static let wmo325 = MessageType("WMO325", in: .iwmo)

  /// Every message that can be read and written, by rising number.
  package static let all: [MessageType] = [
    .wmo301, .wmo302, .wmo305, .wmo306, .wmo307, .wmo308, .wmo315, .wmo316, .wmo317, .wmo318,
    .wmo319, .wmo320, .wmo323, .wmo325,
  ]
}
