import Quantities

extension Message {
  /// The return message for this message, or nil when it is answered in another way.
  ///
  /// The header of the original is copied unchanged, sender and receiver included (iWmo 3.2,
  /// IV028); the classes are copied by equal paths, so that nothing here knows one message in
  /// particular.
  ///
  /// - Dutch term: retourbericht (iWmo 3.2: 302, 306, 308, 316, 318, 320)
  package func reply(_ header: ReplyHeader, _ verdict: ReplyVerdict) -> Message? {
    guard let reply = type.reply, let plan = ReplyPlan.of(reply),
      plan.grammar.exactField("Header/IdentificatieRetour") != nil
    else { return nil }
    var copier = ReplyCopier(original: self, reply, plan)
    copier.copyHeader()
    copier.set("Header/IdentificatieRetour", header.identification)
    copier.set("Header/DagtekeningRetour", header.date.description)
    copier.set("Header/XsdVersieRetour/BasisschemaXsdVersie", header.schemaVersion)
    copier.set("Header/XsdVersieRetour/BerichtXsdVersie", header.schemaVersion)
    if let version = header.checkProgramVersion { copier.set("Header/XsltVersie", version) }
    switch verdict {
    case .accepted: break
    case .header(let codes): copier.add(codes, to: "Header", row: 0)
    case .classes(let codes):
      copier.add([ReturnCodeCatalogue.noRemarks], to: "Header", row: 0)
      copier.copyClasses()
      copier.addCodes { place in
        let found = codes(place)
        return found.isEmpty ? [ReturnCodeCatalogue.noRemarks] : found
      }
    }
    return copier.builder.build()
  }
}
