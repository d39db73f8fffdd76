/// An access log that keeps its records in memory and forgets them at the end: for tests and
/// trials.
package actor InMemoryAccessLog: AccessLog {
  private var kept: [AccessRecord] = []

  package init() {}

  package func append(_ request: AccessRequest) throws(VaultFailure) -> UInt64 {
    let number = UInt64(kept.count) + 1
    kept.append(AccessRecord(number: number, request: request))
    return number
  }

  package func records(
    from number: UInt64,
    limit: Int
  ) throws(VaultFailure) -> [AccessRecord] {
    let start = Int(clamping: number == 0 ? 0 : number - 1)
    return Array(kept.dropFirst(start).prefix(max(0, limit)))
  }

  package func verify() throws(VaultFailure) -> AccessHead {
    AccessHead(number: UInt64(kept.count), hash: [])
  }
}
