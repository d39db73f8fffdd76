import Quantities

/// Computes the hash of entries, in one buffer that is used again for each.
package struct EntryHasher: Sendable {
  /// The word with which the hashed fields begin; another form gets another word.
  package static let format = "regie-entry-1"

  /// The digest function everything here uses.
  package let digest: DigestFunction
  private var buffer: [UInt8] = []

  package init(digest: @escaping DigestFunction) { self.digest = digest }

  /// The hash that an entry must have when it follows one with the hash `previous`.
  ///
  /// The entry's own `hash` plays no part. Attachments take part by their digest as it is stored;
  /// whether that digest fits their bytes is a second question, `ChainVerifier`'s.
  package mutating func hash(of entry: Entry, after previous: Digest) -> Digest {
    buffer.removeAll(keepingCapacity: true)
    entry.appendCanonicalForm(after: previous, to: &buffer)
    return digest(buffer.span)
  }
}

extension Entry {
  /// The bytes whose SHA-256 digest is the entry's hash.
  ///
  /// The previous hash (32 bytes, bare), then each field as its length (32 bits) and its bytes;
  /// integers and lengths big-endian. `Documentation/Journal.md` tells the same to outsiders, and
  /// golden bytes in the tests hold it still.
  package func canonicalForm(after previous: Digest) -> [UInt8] {
    var bytes: [UInt8] = []
    appendCanonicalForm(after: previous, to: &bytes)
    return bytes
  }

  fileprivate func appendCanonicalForm(after previous: Digest, to buffer: inout [UInt8]) {
    previous.append(to: &buffer)
    buffer.appendField(EntryHasher.format)
    buffer.appendField(UInt64(bitPattern: position.rawValue))
    buffer.appendField(recordedAt.milliseconds)
    buffer.appendField(knownOn.dayNumber)
    buffer.appendField(actor)
    buffer.appendField(command.key)
    buffer.appendField(command.body)
    buffer.appendField(command.index)
    buffer.appendField(command.count)
    buffer.appendField(event)
    buffer.appendField(eventVersion)
    buffer.appendField(body)
    buffer.appendField(UInt32(clamping: attachments.count))
    for attachment in attachments {
      buffer.appendField(attachment.layout.name)
      buffer.appendField(attachment.layout.version)
      buffer.appendField(attachment.digest)
    }
  }
}

extension [UInt8] {
  /// Adds a length of 32 bits and an integer, both big-endian.
  package mutating func appendField(_ value: some FixedWidthInteger) {
    appendBigEndian(UInt32(value.bitWidth / 8))
    appendBigEndian(value)
  }

  /// Adds a length of 32 bits and the text in UTF-8.
  package mutating func appendField(_ text: String) {
    var text = text
    text.withUTF8 {
      appendBigEndian(UInt32(clamping: $0.count))
      append(contentsOf: $0)
    }
  }

  /// Adds a length of 32 bits and the bytes.
  package mutating func appendField(_ bytes: [UInt8]) {
    appendBigEndian(UInt32(clamping: bytes.count))
    append(contentsOf: bytes)
  }

  /// Adds a length of 32 bits and the 32 bytes of a digest.
  package mutating func appendField(_ digest: Digest) {
    appendBigEndian(UInt32(Digest.byteCount))
    digest.append(to: &self)
  }
}
