import Accounts
import Foundation
import Rules
import Testing

@Suite("AU-05: passwords")
struct PasswordPolicyTests {
  private static let policy = PasswordPolicy(
    context: ["Houten", "Nieuwegein", "Vijfheerenlanden", "Lekstroom"]
  )

  /// Passwords with what is said of them; nil is taken.
  private static let table: [(String, PasswordPolicy.Objection?)] = [
    ("", .tooShort), ("kort", .tooShort), ("veertientekens", .tooShort),
    ("vier lantaarns dragen soep", nil), ("correct paard batterij nietje", nil),
    ("Ik eet op dinsdag altijd grutten", nil), ("zwaluwstaartverbinding", nil),
    ("gj4kd92mfls8vq1p", nil), ("ééntje meer van zevenblad", nil),
    ("🦆🦉🐸🐝🦔 loopt langs de vaart", nil),
    ("трамвай едет в деревню", nil), ("de rivier kruipt traag omhoog", nil),
    ("aaaaaaaaaaaaaaaa", .common), ("abababababababab", .common), ("1234567890123456", .common),
    ("passwordpassword", .common), ("Password123456789", .common), ("P@ssw0rd12345678", .common),
    ("wachtwoordwachtwoord", .common), ("Wachtwoord2025!!", .common),
    ("Welkom1234567890", .common), ("welkomwelkomwelkom", .common),
    ("qwertyuiopasdfghjkl", .common),
    ("abcdefghijklmnop", .common), ("zyxwvutsrqponmlk", .common), ("qwerty1234567890", .common),
    ("Zomer2025Zomer2025", .common), ("iloveyouiloveyou", .common), ("adminadminadmin1", .common),
    ("feyenoord123456789", .common), ("Geheim!Geheim!Geheim!", .common),
    ("amsterdamamsterdam", .common), ("voetbalvoetbal123", .common),
    ("houtenhouten2025!", .nearby), ("Nieuwegein2025!!", .nearby), ("vijfheerenlanden", .nearby),
    ("RegieRegieRegie1", .nearby), ("lekstroom-houten-1", .nearby), ("Lekstroom2024wmo", .nearby),
    ("houten ligt onder de grote kom", nil), ("regie over een zak knikkers", nil),
    ("nieuwegein krijgt vandaag paddenstoelen", nil),
  ]

  @Test("A table of 42 passwords", arguments: table)
  func verdicts(password: String, objection: PasswordPolicy.Objection?) {
    #expect(Self.policy.objection(to: password) == objection, "\(password)")
  }

  @Test("The own name is no password")
  func ownName() {
    let account = ["j.jansen-devries", "Jannie Jansen-de Vries"]
    #expect(Self.policy.objection(to: "JansenDeVries2025", account: account) == .nearby)
    #expect(Self.policy.objection(to: "vier lantaarns dragen soep", account: account) == nil)
  }

  @Test("64 characters of any kind are taken, 256 too, and 257 are not")
  func lengths() {
    let long = String(
      "ë lantaarn ☂ soep draagt vier knikkers over het natte tuinpad van Wim".prefix(64)
    )
    #expect(long.count == 64)
    #expect(Self.policy.objection(to: long) == nil)
    let row = "lantaarnpaal knikkerzak grutten "
    let longest = String(String(repeating: row, count: 10).prefix(256))
    #expect(Self.policy.objection(to: longest) == nil)
    #expect(Self.policy.objection(to: longest + "x") == .tooLong)
  }

  @Test("More than 3,000 passwords by the patterns of breached ones are refused")
  func patterns() {
    let words = [
      "password", "wachtwoord", "welkom", "welcome", "geheim", "zomer", "winter", "voetbal",
      "qwerty", "dragon", "monkey", "sunshine", "princess", "iloveyou", "football", "amsterdam",
      "feyenoord", "ajax", "gemeente", "zorg", "admin", "letmein", "hallo", "master", "shadow",
    ]
    var tried = 0
    for first in words {
      for second in words {
        for tail in ["123456789", "2025!2024!", "!!!111000", "0123456789", "20252026"] {
          for form in [first + second + tail, first.capitalized + second.capitalized + tail] {
            guard form.count >= PasswordPolicy.fewest else { continue }
            tried += 1
            let objection = Self.policy.objection(to: form)
            if objection != .common {
              Issue.record("taken: \(form) (\(String(describing: objection)))")
            }
          }
        }
      }
    }
    #expect(tried > 3_000)
  }

  @Test("Every objection says what to do, in both languages")
  func sentences() {
    for objection in PasswordPolicy.Objection.allCases {
      #expect(objection.text.dutch.contains("Kies") && objection.text.english.contains("hoose"))
    }
  }
}
