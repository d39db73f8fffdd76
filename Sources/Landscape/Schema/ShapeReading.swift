package import Journal

/// A file of another kind than a strategy, held against its own shape by the same strict rules.
package struct ShapeReading: Sendable {
  /// The values that are as the shape declares them; nil when the file is no block at all.
  package let document: JSONValue?
  /// What is wrong with the form, all of it.
  package let findings: [StrategyFinding]
  private let places: FindingPlaces

  package init(_ root: StrategyNode, as shape: StrategySchema.Shape) {
    var checker = SchemaChecker()
    document = checker.document(root, as: shape)
    findings = checker.findings
    places = FindingPlaces(checker.places, root.place)
  }

  /// Where the value at a path stands, or the nearest block around it.
  package func place(of path: String) -> TextPlace { places.place(of: path) }
}
