/// Who imports what.
enum ImportChecks {
  /// Imports that the house does not allow, and targets that have no place in it.
  static func floors(_ tree: SourceTree) -> [String] {
    tree.files.flatMap { file -> [String] in
      guard let target = file.target else { return [] }
      let known = file.isProduct ? House.allowedImports(of: target) : House.allowedImportsOfTests
      guard let allowed = known else {
        return [file.finding(1, "target \(target) has no place in House.rooms; give it one")]
      }
      return file.imports.filter { !allowed.contains($0.module) && $0.module != target }.map {
        file.finding($0.line, "\(target) may not import \($0.module)")
      }
    }
  }

  /// Imports that see more than other targets do.
  static func testable(_ tree: SourceTree) -> [String] {
    tree.files.flatMap { file in
      file.imports.filter(\.isTestable).map {
        file.finding($0.line, "no @testable: tests use the same package access as other targets")
      }
    }
  }
}
