import HTTPTypes

/// Names of headers that the library of types has no constant for.
extension HTTPField.Name {
  static let frameOptions = own("X-Frame-Options")
  static let referrerPolicy = own("Referrer-Policy")
  static let permissionsPolicy = own("Permissions-Policy")
  static let openerPolicy = own("Cross-Origin-Opener-Policy")
  static let host = own("Host")
  static let forwardedFor = own("X-Forwarded-For")
  static let forwarded = own("Forwarded")
  static let fetchSite = own("Sec-Fetch-Site")
  static let clearSiteData = own("Clear-Site-Data")

  /// A name of our own writing; one that is no token is a mistake that every test would meet.
  private static func own(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header") }
    return name
  }
}
