/// How a rule of the reference is accounted for when it is no rule value of its own.
enum RuleAccount: String {
  /// Other rules, which are values, say the same.
  case rules
  /// The format check enforces it.
  case format
  /// It is a way of working of a part of the program, named in the words behind it.
  case code
  /// It is an agreement between people; nothing in the messages shows whether it is kept.
  case people
  /// A later issue builds the part that can keep it.
  case later
  /// It holds in the Jeugdwet only.
  case youth
  /// No element of the Wmo messages falls under it.
  case unused
}

extension RuleAccount {
  /// The business and filling rules, and those technical rules that have no value, with why.
  ///
  /// Source: rule report of iWmo 3.2 (Zorginstituut Nederland), as read in November 2026.
  static let others: [(rule: String, how: RuleAccount, words: String)] =
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let how = RuleAccount(rawValue: parts[1]) else {
        preconditionFailure("the account of \(line) is not complete")
      }
      return (parts[0], how, parts[2])
    }

  private static let table = """
    OP001 youth Only in the Jeugdwet.
    OP002 youth Only in the Jeugdwet.
    OP002x1 youth Only in the Jeugdwet.
    OP002x2 youth Only in the Jeugdwet.
    OP003 people Whether a client is safe is known to people only.
    OP011 youth Only in the Jeugdwet.
    OP033 rules TR063 TR071 CS058
    OP033x1 rules TR385 CS335
    OP033x2 rules CS058
    OP039 code No rule compares names, birth dates or addresses with what is known.
    OP043 later There is no link to personal budgets yet.
    OP047 code What breaks the standard is refused: outcomes of the intake.
    OP065 code ReplyPlan and Message+ClaimAnswer list refused classes only.
    OP071 people The sender keeps the number of a relation; TR101 judges it within a message.
    OP072 rules TR382
    OP076 format Soort of a relation is required.
    OP079 rules CS002
    OP080 code Versions by moment of decision (AllocationBook), own lines by name (ClaimLedger+Own).
    OP086 people That support is allocated by message at all is an agreement.
    OP087 later It is about making a 301, which comes with the access room.
    OP090 later Terms of answers are watched when there is a calendar of tasks.
    OP090x2 people It is about what happens outside the messages.
    OP090x4 later Terms of answers are watched when there is a calendar of tasks.
    OP091 format Soort of a contact is required.
    OP095 code Rules look at the message, and at what was exchanged with its sender.
    OP130 rules TR006
    OP155 rules TR382
    OP179 code The reader takes files up to 256 MB (ReaderLimits), which a receiver may.
    OP186 people Consent is given outside the messages.
    OP191 people Whether free text is needed is for people to judge.
    OP192 code MessageReader and MessageWriter.
    OP252 rules CS139
    OP254 format AGB codes are eight digits.
    OP257 people What a change of need leads to is decided by people; TR322 counts per unit.
    OP258 later It is about making a 301, which comes with the access room.
    OP259 rules TR302 TR361 TR386 TR410
    OP260 rules CD079 TR339 TR340
    OP261 code The variant stands in the contract (PriceRow).
    OP262 rules TR418
    OP263 rules TR418 CD087
    OP264 people The moment of claiming is agreed.
    OP267 rules TR341
    OP270 youth Only in the Jeugdwet.
    OP271 later Terms are watched when there is a calendar of tasks.
    OP272 later Terms are watched when there is a calendar of tasks.
    OP274 later Terms are watched when there is a calendar of tasks.
    OP275 rules TR332
    OP276 rules TR304 TR338
    OP279 rules TR307 TR308
    OP280 rules TR319 CS340
    OP281 format A claim holds one client or more.
    OP283 rules TR314
    OP284 rules TR318
    OP286 code One fault refuses the whole message: Decision and RegionDecider.
    OP288 people That a stop is sent at all is seen by nobody until it is missed.
    OP289 rules TR326
    OP295 rules TR019 TR382
    OP296 later A case worker judges whether a request fits the contract.
    OP297 people What the provider knows of the referrer is seen by nobody else.
    OP298 people Consent is given outside the messages.
    OP299 people Consent is given outside the messages.
    OP302 rules TR339 TR340
    OP303 code Message+ClaimAnswer.
    OP304 code Message+ClaimAnswer.
    OP305 people The unit is chosen when support is allocated.
    OP306 people When another package is needed is for people to judge.
    OP307 people Whether there is a referral or an open decision is for people to judge.
    OP308 rules TR349 TR352 TR353
    OP343 people When a request is in time is for people to judge.
    OP344 code RequestRecord: a change request ends as a whole, other requests per product.
    OP345 later A case worker judges what a change does to support that was delivered.
    OP346 later Terms are watched when there is a calendar of tasks.
    OP347 rules TR374
    OP348 later It is about making a 301, which comes with the access room.
    OP349 rules TR333
    OP350 rules TR374
    OP354 rules TR137
    OP355 rules TR337
    OP359 youth Only in the Jeugdwet.
    OP360 rules TR390
    OP361 rules TR347
    OP362 rules TR385
    OP363 rules TR019
    OP364 code No rule about a claim looks at a start or stop: UnconditionalPaymentTests.
    OP365 rules TR321 TR322 TR369
    OP366 code LineOrder judges credits first; TR316 keeps a credit out of its debit's message.
    OP367 rules CS337
    OP368 rules TR307 TR308
    OP369 people What the real dates are is known to the provider only.
    OP377 rules TR413 TR415
    OP378 rules TR413 TR415
    OP379 rules TR326
    OP380 people Stretching is the municipality's duty; the versions it sends are taken in.
    IV002 people How an address is written down.
    IV007 people How a name is written down.
    IV008 code Deletions of a message are judged before its first deliveries (DeliveryBook+Judging).
    IV009 rules CS139 TR002
    IV013 code AllocationBook keeps the latest decision; another content under it is a signal.
    IV024 code Amounts are whole cents (Cents).
    IV028 code ReplyPlan.
    IV032 code ReplyPlan and ReplyMaker.
    IV033 code XsltVersie stays absent: the published check program was not used.
    IV034 format XsdVersie is required.
    IV042 rules CD041 CD077 CD078 CD080
    IV045 youth Only in the Jeugdwet.
    IV046 code A message for another municipality is refused at the door.
    IV047 rules TR061
    IV052 rules CD043
    IV066 people When a number is new is decided when support is allocated.
    IV074 code AllocationKind.
    IV075 rules CD041 CD079 CD080 TR381
    IV076 rules TR321
    IV077 rules TR321
    IV078 rules TR321
    IV079 people How minutes become hours is not seen in the claim.
    IV081 rules TR346 TR418
    IV084 rules TR387 TR388
    IV085 rules TR323
    IV086 rules TR316
    IV087 code Message+ClaimAnswer.
    IV088 code Message+ClaimAnswer and ReplyMaker.
    IV089 rules TR387 TR388
    IV090 rules TR318 TR319
    IV091 rules CD060 TR323
    IV092 rules TR349 TR357 TR373 TR411 TR412
    IV093 code AccessState+Allocations: all allocations with a reference honour a change request.
    IV094 code AccessState+Allocations honours each request by its own allocation.
    IV095 youth Only in the Jeugdwet.
    IV096 rules TR074 TR101 TR382
    IV097 rules TR379
    IV099 code AllocatedProductCase.isRepeat: an absent reason is no other content.
    TR377 youth Only in the Jeugdwet.
    TR409 youth Only in the Jeugdwet.
    CS318 youth Only in the Jeugdwet.
    RS003 unused No element of the Wmo messages has a type with this limit.
    RS039 unused No element of the Wmo messages has a type with this limit.
    """
}
