import Reports
import Testing

@Suite("Whether words occur in a text")
struct MentionsTests {
    @Test(arguments: [
        ("行政复议", "复议", true), ("行政复议", "议", true), ("行政复议", "行政复议", true), ("行政复议", "行政诉讼", false),
        ("复", "复议", false), ("", "复", false), ("复", "", true), ("复复议", "复议", true),
    ]) func `they occur byte for byte`(text: String, words: String, isThere: Bool) {
        #expect(text.mentions(words) == isThere)
        #expect(text.dropFirst(0).mentions(words) == isThere)
    }

    @Test func `any of several is enough`() {
        #expect("全年收取费用".mentionsAny(of: ["处理费", "费用"]))
        #expect(!"全年收取费用".mentionsAny(of: []))
    }
}
