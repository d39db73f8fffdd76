/// A way in which a file can fail to be a message of the standard.
package enum FormatFault: Error, Hashable, Sendable {
  // The file as a whole.
  case empty, tooLarge, byteOrderMark, utf16, otherEncoding, notXML, doctype
  case notUTF8, truncated
  case unknownMessage, otherVersion, otherFamily, unknownType
  // XML.
  case illegalCharacter, brokenTag, brokenAttribute, duplicateAttribute, endTagMismatch
  case brokenReference, unknownEntity, sectionEndInText, brokenComment, brokenSection
  case brokenInstruction, brokenDeclaration, xmlVersion, contentAfterEnd
  case undeclaredPrefix, brokenNamespace
  // Limits.
  case tooDeep, tooManyAttributes, tooManyNames, valueTooLong
  // Structure.
  case unexpectedElement, wrongNamespace, wrongOrder, missingElement(String)
  case textBetweenElements, elementInValue, attribute
  // Values.
  case emptyValue, notInteger, outOfRange(Int64, Int64), notDate, yearOutOfRange, notTime
  case tooLong(Int64), notInList(String), pattern(SimpleType.Pattern), fixed(String)
  case version(String)
}

extension FormatFault {
  /// The kinds of faults, for counting and for choosing what to tell the sender.
  package enum Kind: String, Hashable, Sendable {
    /// The file is not a message that can be read at all.
    case file
    /// The file is not well-formed XML.
    case xml
    /// The file goes beyond a limit of the reader.
    case limit
    /// Elements are missing, unknown or in the wrong place.
    case structure
    /// A value does not have the form that the standard demands.
    case value
  }

  /// The kind of this fault.
  package var kind: Kind {
    switch self {
    case .empty, .byteOrderMark, .utf16, .otherEncoding, .notXML, .doctype, .notUTF8,
      .unknownMessage, .otherVersion, .otherFamily, .unknownType, .version:
      .file
    case .truncated, .illegalCharacter, .brokenTag, .brokenAttribute, .duplicateAttribute,
      .endTagMismatch, .brokenReference, .unknownEntity, .sectionEndInText, .brokenComment,
      .brokenSection, .brokenInstruction, .brokenDeclaration, .xmlVersion, .contentAfterEnd,
      .undeclaredPrefix, .brokenNamespace:
      .xml
    case .tooLarge, .tooDeep, .tooManyAttributes, .tooManyNames, .valueTooLong: .limit
    case .unexpectedElement, .wrongNamespace, .wrongOrder, .missingElement, .textBetweenElements,
      .elementInValue, .attribute:
      .structure
    case .emptyValue, .notInteger, .outOfRange, .notDate, .yearOutOfRange, .notTime, .tooLong,
      .notInList, .pattern, .fixed:
      .value
    }
  }

  /// Whether a line and element would add nothing to the sentence.
  var concernsFile: Bool {
    switch self {
    case .empty, .tooLarge, .byteOrderMark, .utf16, .otherEncoding, .notXML, .unknownMessage,
      .otherVersion, .otherFamily, .unknownType:
      true
    default: false
    }
  }

  /// The sentence in Dutch.
  package var dutch: String { sentences.dutch }

  /// The sentence in English.
  package var english: String { sentences.english }

  private var sentences: (dutch: String, english: String) {
    switch kind {
    case .file: fileSentences
    case .xml: xmlSentences
    case .limit: limitSentences
    case .structure: structureSentences
    case .value: valueSentences
    }
  }
}
