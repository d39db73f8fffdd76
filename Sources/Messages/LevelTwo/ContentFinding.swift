package import Rules

/// One place in a message that breaks a rule of level 2.
///
/// Its text says what the rule demands and never what the message holds: values may be personal
/// data.
package struct ContentFinding: Hashable, Sendable {
  /// The class of the standard that is at fault: `Prestatie`.
  package let className: String
  /// The number of the rule: `TR416`.
  package let rule: String
  /// The return code of the rule.
  package let code: String
  /// Where it is: `/Bericht/Declaratie/Clienten/Client[3]/Prestaties/Prestatie[2]/ProductTarief`.
  package let path: String
  /// What the rule demands.
  package let text: BilingualText
}
