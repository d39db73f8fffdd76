package import Quantities

/// Where a line per request goes: structured, and without anything about a person (LG-13).
package protocol RequestLog: Sendable {
  func note(_ record: RequestRecord)
}

/// What is kept of a request: never the query, the form or who asked.
package struct RequestRecord: Sendable {
  package let at: Instant
  package let method: String
  /// The first two parts of the path, or `?` for an address that is none of ours.
  package let kind: String
  package let status: Int
  package let milliseconds: Double
  package let byteCount: Int
  /// 32 hexadecimal digits that an error page shows too.
  package let trace: String

  /// The record as one JSON object on a line.
  package var line: String {
    "{\"at\":\"\(at)\",\"method\":\"\(method)\",\"kind\":\"\(kind)\",\"status\":\(status),"
      + "\"ms\":\((milliseconds * 1_000).rounded() / 1_000),\"bytes\":\(byteCount),"
      + "\"trace\":\"\(trace)\"}"
  }
}
