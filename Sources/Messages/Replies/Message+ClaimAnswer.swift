import Quantities

/// What an answer to a claim says of it (iWmo 3.2, reference section 8.2).
package enum ClaimAnswerVerdict: Sendable {
  /// The message or its header is refused, and the claim counts as not sent.
  case header([String])
  /// The class Declaratie is refused: nothing is awarded, and the claim counts as not sent.
  case claim([String])
  /// The codes of refused clients and of refused lines, by their rows in the tables `Client` and
  /// `Prestatie`; the other lines are awarded. Without any the whole claim is.
  case lines(clients: [Int: [String]], lines: [Int: [String]])
}

extension Message {
  /// The answer to this claim, or nil when the message is no claim.
  ///
  /// The municipality is the sender here, unlike in a return message. The answer names only what is
  /// refused: a refused client with all its lines, which get 0233, and else the refused lines.
  ///
  /// - Dutch term: declaratie-antwoord (iWmo 3.2: 325)
  package func claimAnswer(_ header: ReplyHeader, _ verdict: ClaimAnswerVerdict) -> Message? {
    guard let reply = type.reply, let plan = ReplyPlan.of(reply),
      let site = LevelTwoSites.of(type).claim, site.className == "Declaratie"
    else { return nil }
    var answer = ClaimAnswer(self, site, ReplyCopier(original: self, reply, plan))
    answer.writeHeader(header)
    switch verdict {
    case .header(let codes):
      answer.copier.add(codes, to: "Header", row: 0)
    case .claim(let codes):
      answer.writeClaim(awarded: 0, codes)
    case .lines(let clients, let lines):
      answer.write(clients, lines)
    }
    return answer.copier.builder.build()
  }
}

/// A 325 while it is made from its 323.
private struct ClaimAnswer {
  private let claim: Message
  private let site: ClaimSite
  private let lines: ClaimLines
  var copier: ReplyCopier

  init(_ claim: Message, _ site: ClaimSite, _ copier: ReplyCopier) {
    self.claim = claim
    self.site = site
    self.copier = copier
    lines = ClaimLines(claim, site)
  }

  mutating func writeHeader(_ header: ReplyHeader) {
    let copies = [
      ("BerichtVersie", "BerichtVersie"),
      ("BerichtSubversie", "BerichtSubversie"),
      ("Afzender", "Ontvanger"),
      ("Ontvanger", "Afzender"),
      ("DeclaratieIdentificatie/Identificatie", "BerichtIdentificatie/Identificatie"),
      ("DeclaratieIdentificatie/Dagtekening", "BerichtIdentificatie/Dagtekening"),
      ("XsdVersieDeclaratie/BasisschemaXsdVersie", "XsdVersie/BasisschemaXsdVersie"),
      ("XsdVersieDeclaratie/BerichtXsdVersie", "XsdVersie/BerichtXsdVersie"),
    ]
    for (to, from) in copies {
      let field = claim.type.grammar.exactField("Header/\(from)")
      if let text = field.flatMap({ claim.text($0) }) { copier.set("Header/\(to)", text) }
    }
    copier.set("Header/BerichtIdentificatie/Identificatie", header.identification)
    copier.set("Header/BerichtIdentificatie/Dagtekening", header.date.description)
    copier.set("Header/XsdVersie/BasisschemaXsdVersie", header.schemaVersion)
    copier.set("Header/XsdVersie/BerichtXsdVersie", header.schemaVersion)
    if let version = header.checkProgramVersion { copier.set("Header/XsltVersie", version) }
  }

  /// Writes the header code and the class DeclaratieAntwoord with its totals.
  mutating func writeClaim(awarded: Int64, _ codes: [String]) {
    copier.add([ReturnCodeCatalogue.noRemarks], to: "Header", row: 0)
    copier.copyFields(of: .message, from: 0, to: 0)
    let total = "DeclaratieAntwoord/TotaalToegekendBedrag"
    copier.set("\(total)/TotaalBedrag", String(awarded.magnitude))
    copier.set("\(total)/DebetCredit", awarded < 0 ? "C" : "D")
    copier.add(codes, to: "DeclaratieAntwoord", row: 0)
  }

  mutating func write(_ clients: [Int: [String]], _ refused: [Int: [String]]) {
    var awarded = lines.sum
    var listed: [Int: [String]] = [:]
    for line in 0..<lines.count {
      let codes =
        clients[Int(lines.client[line])] == nil
        ? refused[line] : [ReturnCodeCatalogue.notAssessed]
      guard let codes else { continue }
      listed[line] = codes
      let amount = lines.amount[line]
      awarded = lines.side[line] == Code.credit ? awarded &+ amount : awarded &- amount
    }
    guard !listed.isEmpty || !clients.isEmpty else {
      return writeClaim(awarded: awarded, [ReturnCodeCatalogue.fullyAwarded])
    }
    writeClaim(awarded: awarded, [ReturnCodeCatalogue.noRemarks])
    writeClients(clients, listed)
  }

  /// Writes the clients that are refused or have refused lines, each with these lines.
  private mutating func writeClients(_ clients: [Int: [String]], _ listed: [Int: [String]]) {
    guard let clientTable = copier.plan.grammar.table("Client"),
      let lineTable = copier.plan.grammar.table("Prestatie")
    else { return }
    let paths = (copier.plan.grammar[clientTable].path, copier.plan.grammar[lineTable].path)
    for client in 0..<claim.count(site.clients) {
      let rows = claim.children(site.lines, of: client).filter { listed[$0] != nil }
      guard !rows.isEmpty || clients[client] != nil else { continue }
      let copy = copier.builder.append(clientTable)
      copier.copyFields(of: clientTable, from: client, to: copy)
      copier.add(clients[client] ?? [ReturnCodeCatalogue.noRemarks], to: paths.0, row: copy)
      for row in rows {
        let line = copier.builder.append(lineTable, under: copy)
        copier.copyFields(of: lineTable, from: row, to: line)
        copier.add(listed[row] ?? [], to: paths.1, row: line)
      }
    }
  }
}
