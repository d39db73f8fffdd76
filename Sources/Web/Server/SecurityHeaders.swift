import HTTPTypes

/// The headers that every answer carries, whatever it is (WB-01, annex C of the requirements).
enum SecurityHeaders {
  /// Nothing from elsewhere, nothing inline, nobody around us.
  static let contentPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "font-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-src 'none'",
    "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
  ].joined(separator: "; ")

  private static let common: HTTPFields = [
    .strictTransportSecurity: "max-age=31536000; includeSubDomains",
    .contentSecurityPolicy: contentPolicy,
    .xContentTypeOptions: "nosniff",
    .frameOptions: "DENY",
    .referrerPolicy: "same-origin",
    .permissionsPolicy:
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    .openerPolicy: "same-origin",
    .crossOriginResourcePolicy: "same-origin",
  ]

  /// The headers of an answer of a type that must not be kept anywhere.
  static func fresh(_ type: String) -> HTTPFields {
    var fields = common
    fields[.cacheControl] = "no-store"
    fields[.contentType] = type
    return fields
  }

  /// The headers of a file whose name changes with its contents.
  static func lasting(_ type: String) -> HTTPFields {
    var fields = common
    fields[.cacheControl] = "public, max-age=31536000, immutable"
    fields[.contentType] = type
    return fields
  }
}
