import Foundation
import Testing

/// The scanner itself: what it keeps, what it blanks, and that lines keep their numbers.
@Suite("Swift scanner")
struct SwiftScannerTests {
  /// The words of the code that is left, joined by single blanks.
  private func code(_ text: String) -> String {
    SwiftScanner.read(text).code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "Comments and the contents of literals are left out, code in interpolations stays",
    arguments: [
      ("let a = 1 // print(2)", "let a = 1"),
      ("let a /* print /* nested */ still */ = 1", "let a = 1"),
      ("f(\"print(1)\") + g()", "f(\" \") + g()"),
      ("f(\"a \\(call(x)) b\")", "f(\" (call(x)) \")"),
      ("f(\"a \\(call(\"in \\(inner())\")) b\") + g()", "f(\" (call(\" (inner())\")) \") + g()"),
      ("f(\"quote \\\" // no comment\") + g()", "f(\" \") + g()"),
      ("f(#\"raw \\(not) \" \\#(yes) \"#) + g()", "f(#\" (yes) \"#) + g()"),
      ("f(\"\") + g()", "f(\"\") + g()"),
      ("f(#/ print\\( /#) + g()", "f( ) + g()"),
      ("let url = \"https://x\"; g()", "let url = \" \"; g()"),
      ("let open = \"never closed\ng()", "let open = \" g()"),
      ("#if DEBUG\ng()\n#endif", "#if DEBUG g() #endif"),
    ]
  )
  func cleans(text: String, expected: String) {
    #expect(code(text) == expected)
  }

  @Test("Literals of several lines keep their line ends and their interpolations")
  func severalLines() {
    let text = "let a = \"\"\"\n  print(1) \" \"\" // no comment\n  \\(call())\n  \"\"\"\nlet b = 2"
    let reading = SwiftScanner.read(text)
    #expect(!reading.code.contains("print") && reading.code.contains("call()"))
    #expect(reading.code.count { $0 == "\n" } == 4)
    #expect(reading.withoutComments == text)
    #expect(Token.all(in: reading.code).first { $0.text == "b" }?.line == 5)
  }

  @Test(
    "Text that ends anywhere is read to its end",
    arguments: [
      "\"", "\"\\", "\"\\(", "/*", "/", "#", "##\"", "\"\"\"", "#/", "\"\\(\"", "é\"é", "",
    ]
  )
  func endsAnywhere(text: String) {
    let reading = SwiftScanner.read(text)
    #expect(reading.code.utf8.count == text.utf8.count)
  }

  @Test("Every prefix of a real file keeps its length and its lines")
  func prefixes() throws {
    let text = try String(contentsOfFile: #filePath, encoding: .utf8)
    for length in stride(from: 0, through: text.utf8.count, by: 97) {
      let prefix = String(decoding: text.utf8.prefix(length), as: UTF8.self)
      let reading = SwiftScanner.read(prefix)
      #expect(reading.code.count { $0 == "\n" } == prefix.count { $0 == "\n" })
    }
  }

  @Test("Bodies are measured from the declaration to the closing brace")
  func bodies() {
    let text = """
      protocol P {
        func required() -> Int
        var value: Int { get }
        init(x: Int)
      }
      struct S {
        var stored = [1].map { $0 + 1 }
        var computed: Int {
          1
        }
        func long(
          default closure: () -> Int = { 1 }
        ) -> @Sendable () -> Int {
          Other.init(x: 1)
          return { 2 }
        }
        init() {}
        static func == (left: S, right: S) -> Bool {
          true
        }
        subscript(index: Int) -> Int { index }
      }
      """
    let bodies = SwiftFile(path: "Sources/X/S.swift", text: text).bodies
    let found = bodies.map { "\($0.name) \($0.line) \($0.length)" }
    let expected = [
      "value 3 1", "computed 8 3", "long 11 6", "init 17 1", "= 18 3", "subscript 21 1",
    ]
    #expect(found == expected)
  }

  @Test("Top level types are found, nested ones are not")
  func types() {
    let text =
      "extension A.B {\n struct Inner {}\n}\nactor C {}\nfinal class D {}\nenum E { case class_ }"
    #expect(SwiftFile(path: "Sources/X/A.swift", text: text).topLevelTypes == ["A", "C", "D", "E"])
  }

  @Test("Imports are read with kind, access level and attribute")
  func imports() {
    let text = "package import A\nimport struct B.C\n@testable import D\n@_exported import E"
    let imports = SwiftFile(path: "Sources/X/X.swift", text: text).imports
    #expect(imports.map(\.module) == ["A", "B", "D", "E"])
    #expect(imports.map(\.isTestable) == [false, false, true, false])
    #expect(imports.map(\.line) == [1, 2, 3, 4])
  }
}
