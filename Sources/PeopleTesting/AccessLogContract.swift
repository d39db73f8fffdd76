package import People
import Quantities
import Testing

/// What every access log promises; each clause gets an empty log.
package enum AccessLogContract {
  package static let clauses: [Clause<any AccessLog>] = [
    Clause("LG-06: records are numbered from 1 without gaps and read back as written") { log in
      var people = TestPeople(seed: 20)
      var requests: [AccessRequest] = []
      for index in 0..<20 {
        requests.append(request(people.clients(index % 4).map(\.key), at: Int64(index)))
      }
      for (index, request) in requests.enumerated() {
        #expect(try await log.append(request) == UInt64(index) + 1)
      }
      let records = try await log.records(from: 1, limit: 100)
      #expect(records.map(\.number) == Array(1...20))
      #expect(records.map(\.request) == requests)
      #expect(try await log.records(from: 5, limit: 2).map(\.number) == [5, 6])
      #expect(try await log.verify().number == 20)
    },
    Clause("LG-06: callers at once get different numbers, and each its own record") { log in
      let numbers = try await withThrowingTaskGroup(of: (UInt64, Int64).self) { group in
        for caller in 0..<64 as Range<Int64> {
          group.addTask {
            var people = TestPeople(seed: UInt64(caller))
            let number = try await log.append(request([people.client().key], at: caller))
            return (number, caller)
          }
        }
        return try await group.reduce(into: [UInt64: Int64]()) { $0[$1.0] = $1.1 }
      }
      #expect(numbers.keys.sorted() == Array(1...64))
      for record in try await log.records(from: 1, limit: 64) {
        #expect(record.request.at.milliseconds == numbers[record.number])
      }
      #expect(try await log.verify().number == 64)
    },
    Clause("LG-05: a grant names its record, and covers its subjects and nobody else") { log in
      var people = TestPeople(seed: 21)
      let keys = people.clients(50).map(\.key)
      let grant = try await log.testGrant(keys + keys)
      #expect(grant.number == 1)
      #expect(grant.request.subjects == keys.sorted())
      try grant.requireCover(of: keys)
      let stranger = people.client().key
      await expectFailure(.notCovered) { try grant.requireCover(of: [keys[0], stranger]) }
    },
  ]

  static func request(_ subjects: [ClientKey], at milliseconds: Int64) -> AccessRequest {
    AccessRequest(
      actor: .messages,
      purpose: .message,
      subjects: subjects,
      at: Instant(milliseconds: milliseconds)
    )
  }
}
