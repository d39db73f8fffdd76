import Claims
import Rules
import Testing

@Suite("Rules have a subject for lists")
struct ClaimSubjectsTests {
  @Test("Every rule with a sentence has a subject without places for values, in both languages")
  func complete() {
    #expect(Set(ClaimTexts.subjects.keys) == Set(ClaimTexts.all.keys))
    for (rule, subject) in ClaimTexts.subjects {
      for text in [subject.dutch, subject.english] {
        #expect(!text.isEmpty && !text.contains("{") && text.count <= 60, "\(rule): \(text)")
      }
    }
  }
}
