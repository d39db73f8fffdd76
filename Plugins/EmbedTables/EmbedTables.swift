import Foundation
import PackagePlugin

/// Compiles the data files of a target in, as the texts of an enum `EmbeddedTables`.
///
/// The package manager's own way makes an array literal of them, a number per byte, over which the
/// compiler thinks for most of a minute; a string literal costs it nothing.
///
/// `StrategyFiles` gets the strategies that are shipped, which lie in a folder of their own where
/// policy advisers find them, and their next versions of the demonstration, which lie among the
/// examples.
@main
struct EmbedTables: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let tables =
      (["tsv", "txt", "css", "js"].flatMap { Array(module.sourceFiles(withSuffix: $0)) }.map(\.url)
      + (target.name == "StrategyFiles" ? try strategies(in: context.package) : []))
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTables.swift")
    return [
      .buildCommand(
        displayName: "Embedding the tables of \(target.name)",
        executable: try context.tool(named: "TableEmbedder").url,
        arguments: [output.path] + tables.map(\.path),
        inputFiles: tables,
        outputFiles: [output]
      )
    ]
  }

  /// The strategy files of the package.
  private func strategies(in package: Package) throws -> [URL] {
    try ["Strategies", "Examples/Strategies"].flatMap { name in
      let folder = package.directoryURL.appending(path: name)
      return try FileManager.default.contentsOfDirectory(
        at: folder,
        includingPropertiesForKeys: nil
      ).filter { $0.pathExtension == "yaml" }
    }
  }
}
