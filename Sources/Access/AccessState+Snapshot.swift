package import Journal
import Quantities

extension AccessState: Equatable {
  /// Whether both hold the same allocations and requests.
  package static func == (left: AccessState, right: AccessState) -> Bool {
    left.allocations == right.allocations && left.requests == right.requests
  }
}

extension AccessState {
  /// The number of the layout that `write` writes; it changes with every change of the bytes.
  package static let snapshotLayout: UInt16 = 2

  /// Writes all that the region knows of allocations and requests.
  package func write(to writer: inout BinaryWriter) {
    allocations.write(to: &writer)
    requests.write(to: &writer)
  }

  /// Reads what `write` wrote; anything else is a failure with its place.
  package init(from reader: inout BinaryReader, seed: UInt64 = 0) throws(BinaryFailure) {
    self.init(
      allocations: try AllocationBook(from: &reader, seed: seed),
      requests: try RequestBook(from: &reader, seed: seed)
    )
  }
}

extension RequestBook: Equatable {
  /// Whether both hold the same requests in the same order.
  package static func == (left: RequestBook, right: RequestBook) -> Bool {
    left.records == right.records
  }
}

extension RequestBook {
  /// Writes every request; the indexes are rebuilt on reading.
  package func write(to writer: inout BinaryWriter) {
    writer.count(records.count)
    for record in records { record.write(to: &writer) }
  }

  /// Reads what `write` wrote; anything else is a failure with its place.
  package init(from reader: inout BinaryReader, seed: UInt64 = 0) throws(BinaryFailure) {
    self.init(seed: seed)
    let count = try reader.count(ofAtLeast: 4)
    for _ in 0..<count {
      guard restore(try RequestRecord(from: &reader)) else {
        throw reader.failure(.notAllowed("a reference stands twice in the book"))
      }
    }
  }
}

extension RequestRecord {
  /// A request is written as its event is: there are few, and its form is guarded by golden bytes.
  func write(to writer: inout BinaryWriter) {
    writer.data(JSONWriter.object { request.write(to: &$0) })
    writer.signed(position)
    writer.boolean(isAnnulled)
    writer.count(steps.count)
    for step in steps {
      switch step.kind {
      case .answered(.underInvestigation): writer.byte(0)
      case .answered(.rejected(let reason)): writer.byte(reason.rawValue)
      case .honoured(let numbers):
        writer.byte(UInt8.max)
        writer.column(numbers)
      }
      writer.signed(step.position)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFailure) {
    let body = try reader.data()
    let request: SupportRequest
    do throws(JSONFailure) {
      request = try JSONValue.read(body) { json throws(JSONFailure) in
        try SupportRequest(from: &json)
      }
    } catch {
      throw reader.failure(.notAllowed("a request does not read: \(error)"))
    }
    let position = try reader.signed()
    let isAnnulled = try reader.boolean()
    var steps: [Step] = []
    for _ in 0..<(try reader.count(ofAtLeast: 2)) {
      let kind = try Step.Kind(from: &reader)
      steps.append(Step(kind: kind, position: try reader.signed()))
    }
    self.init(request, position: position, steps: steps, isAnnulled: isAnnulled)
  }
}

extension RequestRecord.Step.Kind {
  init(from reader: inout BinaryReader) throws(BinaryFailure) {
    let code = try reader.byte()
    if code == 0 {
      self = .answered(.underInvestigation)
    } else if code == UInt8.max {
      self = .honoured(try reader.column(of: Int64.self))
    } else if let reason = RejectionReason(rawValue: code) {
      self = .answered(.rejected(reason))
    } else {
      throw reader.failure(.notAllowed("a step of a request is not known"))
    }
  }
}
