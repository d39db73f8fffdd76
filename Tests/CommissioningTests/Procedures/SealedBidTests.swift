import Commissioning
import Digests
import Generators
import Journal
import Quantities
import Testing

@Suite("Sealed bids")
struct SealedBidTests {
  @Test("Only both openers together see a bid, after the opening, and only the bytes handed in")
  func contents() throws {
    var script = try ProcedureScript(published: try plan())
    let key = try bid("regionaal", 1)
    let (bytes, sealed) = try seal("ons bod")
    try script.act(.submit(key, sealed), at: "2021-03-10")
    let secrets = try secrets().mapValues(\.bytes)
    let cipher = try sealing()
    func contents(
      _ bytes: [UInt8],
      _ secrets: [OfficerCode: [UInt8]]
    ) throws -> Result<String, ProcedureRefusal> {
      let procedure = try script.procedure
      do throws(ProcedureRefusal) {
        let contents = try procedure.contents(
          of: key,
          sealed: bytes,
          secrets: secrets,
          with: cipher
        )
        return .success(String(decoding: contents, as: UTF8.self))
      } catch {
        return .failure(error)
      }
    }
    #expect(try contents(bytes, secrets) == .failure(.sealed))
    try script.act(ProcedureScript.opening, at: "2021-03-22")
    #expect(try contents(bytes, secrets) == .success("ons bod"))
    #expect(
      try contents(bytes, [try label("opener-1"): secret(1).bytes]) == .failure(.notTwoOpeners)
    )
    #expect(try contents(bytes.reversed(), secrets) == .failure(.wrongSeal))
    let twice = secrets.mapValues { _ in Array(secrets.values)[0] }
    #expect(try contents(bytes, twice) == .failure(.wrongSeal))
    var wrong = secrets
    wrong[try label("opener-2")] = try secret(3).bytes
    #expect(try contents(bytes, wrong) == .failure(.wrongSeal))
  }

  @Test("Bids wait for the keys of both openers, and the keys stay once something was sealed")
  func keys() throws {
    let (first, second): (OfficerCode, OfficerCode) = (try label("opener-1"), try label("opener-2"))
    let (one, two) = (try secret(1).publicKey, try secret(2).publicKey)
    var script = ProcedureScript()
    try script.run(.prepare(try plan(gates: [])), at: "2020-12-01")
    for code in try script.procedure.plan.municipalities {
      try script.act(
        .chooseLots(code, [try label("regionaal"), try label("lokaal")]),
        at: "2020-12-15"
      )
    }
    try script.act(.publish, at: "2021-02-01")
    let key = try bid("regionaal", 1)
    let submit = ProcedureAction.submit(key, try seal("bod").bid)
    #expect(try script.refusal(submit, at: "2021-02-10") == .keysMissing([first, second]))
    try script.act(.provideKey(first, one), at: "2021-02-02")
    #expect(try script.refusal(submit, at: "2021-02-10") == .keysMissing([second]))
    #expect(try script.refusal(.provideKey(second, one), at: "2021-02-02") == .keyTwice)
    let stranger: OfficerCode = try label("lezer-1")
    #expect(
      try script.refusal(.provideKey(stranger, two), at: "2021-02-02") == .unknownOpener(stranger)
    )
    try script.act(.provideKey(second, try secret(3).publicKey), at: "2021-02-02")
    // A secret that was lost before anything was sealed is no loss.
    try script.act(.provideKey(second, two), at: "2021-02-03")
    #expect(try script.procedure.key?.halves.map(\.key) == [one, two])
    try script.act(submit, at: "2021-02-10")
    let late = ProcedureAction.provideKey(first, try secret(4).publicKey)
    #expect(try script.refusal(late, at: "2021-02-11") == .keyInUse)
    try script.act(.withdrawBid(key), at: "2021-02-12")
    #expect(try script.refusal(late, at: "2021-02-13") == .keyInUse)
    try replay(script, seed: 0)
    let admission = try ProcedureScript(published: try plan(.admission))
    #expect(
      try admission.refusal(.provideKey(first, one), at: "2021-02-02") == .noBidsInAdmission
    )
  }

  @Test("A bid stays sealed under any order of commands, also for who has both secrets")
  func staysSealed() throws {
    var opened = 0
    for seed in UInt64(1)...120 {
      var generator = SeededGenerator(seed: seed)
      var script = try ProcedureScript(published: try plan())
      let closing = try #require(try script.procedure.closing)
      let handedIn = try handedIn()
      var time = try date("2021-02-25")
      for step in 0..<60 {
        time = time.adding(days: Int.random(in: 0...2, using: &generator))
        let hour = CivilTime(
          nanoseconds: Int64.random(in: 0..<86_400, using: &generator) * 1_000_000_000
        )
        let action = try action(handedIn, using: &generator)
        try? script.act(action, at: CivilMoment(time, hour).description)
        let procedure = try script.procedure
        let place = "seed \(seed), step \(step)"
        guard let opening = procedure.opening else {
          try expectSealed(procedure, handedIn, place)
          continue
        }
        #expect(opening.at > closing, "\(place)")
        #expect(Set(opening.by).count == 2, "\(place)")
        #expect(Set(opening.by).isSubset(of: procedure.plan.openers), "\(place)")
        #expect(
          procedure.bids.values.allSatisfy { $0.sealed == nil || $0.submitted <= closing },
          "\(place)"
        )
      }
      opened += try readable(try script.procedure, handedIn, seed)
      try replay(script, seed: seed)
    }
    #expect(opened > 50)
  }

  private typealias HandedIn = [ChamberNumber: (bytes: [UInt8], bid: SealedBid)]

  /// What three providers sealed.
  private func handedIn() throws -> HandedIn {
    var bids: HandedIn = [:]
    for number in 1...3 {
      let provider = try chamber(number)
      bids[provider] = try seal("bod \(provider)")
    }
    return bids
  }

  /// Before the opening nothing is known of a bid, and both secrets together open none.
  private func expectSealed(
    _ procedure: ProcurementProcedure,
    _ handedIn: HandedIn,
    _ place: String
  ) throws {
    let touched = procedure.bids.values.contains {
      !$0.scores.isEmpty || !$0.consensus.isEmpty || !$0.evidence.isEmpty
    }
    #expect(!touched && procedure.awards.isEmpty, "\(place)")
    #expect(procedure.ranking(of: try label("regionaal")) == nil, "\(place)")
    let (secrets, cipher) = (try secrets().mapValues(\.bytes), try sealing())
    for key in procedure.bids.keys {
      let bytes = handedIn[key.provider]?.bytes ?? []
      #expect(throws: ProcedureRefusal.sealed, "\(place)") {
        try procedure.contents(of: key, sealed: bytes, secrets: secrets, with: cipher)
      }
    }
  }

  /// How many bids both openers can read in the end: all that were not withdrawn, once opened.
  private func readable(
    _ procedure: ProcurementProcedure,
    _ handedIn: HandedIn,
    _ seed: UInt64
  ) throws -> Int {
    guard procedure.isOpened else { return 0 }
    let (secrets, cipher) = (try secrets().mapValues(\.bytes), try sealing())
    let kept = procedure.bids.values.filter { $0.state != .withdrawn && $0.sealed != nil }
    for bid in kept {
      let contents = try procedure.contents(
        of: bid.key,
        sealed: handedIn[bid.key.provider]?.bytes ?? [],
        secrets: secrets,
        with: cipher
      )
      let text = String(decoding: contents, as: UTF8.self)
      #expect(text == "bod \(bid.key.provider)", "seed \(seed)")
    }
    #expect(procedure.keptBids.count == kept.count, "seed \(seed)")
    return kept.count
  }

  /// Every event reads back from its bytes, and replaying them gives the same book.
  private func replay(_ script: ProcedureScript, seed: UInt64) throws {
    var replayed = ProcedureBook()
    for event in script.events {
      let read = try ProcedureEvent(event.name, version: 1, body: event.body)
      #expect(read == event && read.body == event.body, "seed \(seed): \(event.name)")
      replayed.evolve(read)
    }
    #expect(replayed == script.book, "seed \(seed)")
  }

  private func action(
    _ handedIn: HandedIn,
    using generator: inout SeededGenerator
  ) throws -> ProcedureAction {
    let key = try bid("regionaal", Int.random(in: 1...3, using: &generator))
    let lot: LotCode = try label("regionaal")
    let officers: [OfficerCode] = try ["opener-1", "opener-2", "lezer-1", "lezer-2"].map {
      try label($0)
    }
    let one = officers[Int.random(in: 0..<4, using: &generator)]
    let other = officers[Int.random(in: 0..<4, using: &generator)]
    let criterion: Label<AwardCriterion> = try label(
      Bool.random(using: &generator) ? "plan" : "netwerk"
    )
    switch Int.random(in: 0..<14, using: &generator) {
    case 0, 1, 2: return .submit(key, try #require(handedIn[key.provider]).bid)
    case 3: return .withdrawBid(key)
    case 4, 5: return .open(by: [one, other])
    case 6:
      return .importOpening(
        ProcurementProcedure.Opening(
          at: CivilMoment(
            try date("2021-03-\(Int.random(in: 10...28, using: &generator))"),
            CivilTime(nanoseconds: 0)
          ),
          by: [one, other],
          platform: "p"
        )
      )
    case 7: return .recordEvidence(key, try label("gva"), try ProcedureScript.declaration())
    case 8: return .setAside(key, try label("ervaring"), reason: "r")
    case 9: return .score(key, criterion, points: 40, by: one)
    case 10: return .agree(key, criterion, points: 40, reason: "r")
    case 11: return .award(lot, to: [key.provider])
    case 12: return .recordDraw(lot, [key.provider])
    default: return .ask(key.provider, "vraag")
    }
  }

  @Test("Golden bytes of a bid and of the opening")
  func golden() throws {
    let submitted = ProcedureEvent.happened(
      try label("p1"),
      .submitted(try bid("regionaal", 1), nil, at: try moment("2021-03-10"))
    )
    #expect(
      String(decoding: submitted.body, as: UTF8.self)
        == #"{"procedure":"p1","lot":"regionaal","provider":"90000001","at":"2021-03-10 10:00:00"}"#
    )
    let opened = ProcedureEvent.happened(
      try label("p1"),
      .opened(
        ProcurementProcedure.Opening(
          at: try moment("2021-03-22"),
          by: [try label("a"), try label("b")]
        )
      )
    )
    #expect(
      String(decoding: opened.body, as: UTF8.self)
        == #"{"procedure":"p1","at":"2021-03-22 10:00:00","by":["a","b"],"bids":[]}"#
    )
  }

  @Test("Every refusal has its own sentence")
  func sentences() throws {
    let refusals: [ProcedureRefusal] = [
      .withdrawn, .notPublished, .published, .lotsFrozen, .nothingChosen, .nothingToTell,
      .noBidsInAdmission, .alreadySubmitted, .unknownBid, .notInPlay, .alreadyOpened, .sealed,
      .notTwoOpeners, .wrongSeal, .keyInUse, .keyTwice, .noReason, .noRankingInAdmission,
      .noCriteria, .alreadyScored,
      .alreadyAgreed, .drawIncomplete, .drawNotNeeded, .tieUndecided, .reliefPending, .noRelief,
      .notAnAdmission, .awaitsFinalAward,
    ]
    #expect(Set(refusals.map(\.text)).count == refusals.count)
    #expect(!refusals.map(\.text).contains("Dit kan nu niet."))
  }
}
