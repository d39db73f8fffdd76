/// The shape of a strategy file as data: which keys there are, what they hold, and which must be
/// there.
///
/// One description serves the check of a file, the canonical form in the journal and the labels of
/// a comparison, so that the three cannot drift apart.
package enum StrategySchema {
  /// The version of the shape, which a file names in `schema`.
  package static let version: Int64 = 1

  /// A block with declared keys.
  package struct Shape: Sendable {
    /// What one such block is called in sentences: `een besluit`.
    package let name: String
    /// The key that tells one block of a list from another; nil when there is only the order.
    package let identity: String?
    /// Whether the block must say itself where it comes from.
    package let source: SourceDuty
    package let fields: [Field]

    package init(
      _ name: String,
      identity: String? = nil,
      source: SourceDuty = .inherited,
      _ fields: [Field]
    ) {
      self.name = name
      self.identity = identity
      self.source = source
      self.fields = fields
    }
  }

  /// Whose business it is to name the source of a block.
  package enum SourceDuty: Sendable {
    /// The block itself: it is a statement.
    case own
    /// The nearest block around it that names one.
    case inherited
    /// Nobody: the block says nothing about care.
    case none
  }

  /// A key of a block.
  package struct Field: Sendable {
    package let key: String
    /// What it is called in Dutch sentences.
    package let label: String
    package let type: FieldType
    package let isRequired: Bool
    package let mayBeUnknown: Bool
  }

  /// What the value of a key may be.
  package indirect enum FieldType: Sendable {
    case text
    /// A text that looks like a number to others, such as `"1a"` or `"0321"`, and must be quoted.
    case quotedText
    /// A name that others refer to, unique for its kind.
    case code(CodeKind)
    /// The code of something else in the file.
    case reference(CodeKind)
    case municipality
    case number(ClosedRange<Int64>)
    /// An amount of money, written as a whole number of cents.
    case cents
    case boolean
    case date
    case choice([String])
    /// One source reference or a list of them.
    case sources
    case list(FieldType)
    case record(Shape)
    /// A block whose other keys depend on the value of one of them.
    case variant(key: String, [String: Shape])
    /// Yes or no per municipality.
    case participation
  }

  /// What a code names.
  package enum CodeKind: String, Sendable {
    case strategy = "strategie"
    case source = "bron"
    case region = "regio"
    case municipality = "gemeente"
    case body = "orgaan"
    case decision = "besluit"
    case milestone = "mijlpaal"
    case goal = "doel"
    case principle = "uitgangspunt"
    case targetGroup = "doelgroep"
    case resultArea = "resultaatgebied"
    case product = "product"
    case segment = "segment"
    case lot = "perceel"
    case supportType = "type"
    case transition = "overgangsregel"
    case indicator = "kpi"
    case condition = "randvoorwaarde"
    case concept = "begrip"
    case note = "bronopmerking"
    case figure = "kengetal"
    case form = "productvorm"
    case procedure = "procedure"
    case programme = "programma"
    case phase = "fase"
    case requirement = "eis"
    case criterion = "gunningscriterium"
  }
}

extension StrategySchema.Field {
  /// A key that may be left out.
  package static func may(
    _ key: String,
    _ label: String,
    _ type: StrategySchema.FieldType = .text
  ) -> Self {
    Self(key: key, label: label, type: type, isRequired: false, mayBeUnknown: true)
  }

  /// A key that must be there, if only to say that its value is unknown.
  package static func must(
    _ key: String,
    _ label: String,
    _ type: StrategySchema.FieldType = .text
  ) -> Self {
    Self(key: key, label: label, type: type, isRequired: true, mayBeUnknown: true)
  }

  /// A key that must be there with a value.
  package static func fixed(
    _ key: String,
    _ label: String,
    _ type: StrategySchema.FieldType = .text
  ) -> Self {
    Self(key: key, label: label, type: type, isRequired: true, mayBeUnknown: false)
  }

  /// A key that may be left out, and has a value where it is not.
  package static func option(
    _ key: String,
    _ label: String,
    _ type: StrategySchema.FieldType = .text
  ) -> Self {
    Self(key: key, label: label, type: type, isRequired: false, mayBeUnknown: false)
  }

  /// The same key, no longer required.
  func relaxed() -> Self {
    Self(key: key, label: label, type: type, isRequired: false, mayBeUnknown: mayBeUnknown)
  }
}

extension StrategySchema.FieldType {
  /// Any number that is not negative.
  package static let count = Self.number(0...Int64(1_000_000_000_000))
  package static let texts = Self.list(.text)

  /// A list of blocks of one shape.
  package static func records(_ shape: StrategySchema.Shape) -> Self { .list(.record(shape)) }

  /// The words of an enumeration.
  package static func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ type: Value.Type
  ) -> Self {
    .choice(Value.allCases.map(\.rawValue))
  }
}
