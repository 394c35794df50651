import Reports
import Testing

@Suite("Text made comparable")
struct FoldingTests {
    @Test(arguments: [
        ("（１）　属于 国家\u{200B}秘密", "(1)属于国家秘密", "1属于国家秘密"), ("，。", ",。", ""), ("", "", ""), ("𠮷ｘ①é", "𠮷x①é", "𠮷x①é"),
    ]) func `width and white space do not count`(text: String, compact: String, letters: String) {
        #expect(Folding.compact(text) == compact)
        #expect(Folding.compact(text[...]) == compact)
        #expect(Folding.lettersAndDigits(text) == letters)
    }

    @Test func `white space stays where only the width goes`() {
        #expect(Folding.halfWidth("Ａ　１ 件") == "A 1 件")
    }

    @Test func `every scalar is put into a text as it is`() {
        let scalars = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }
        #expect(Array(String(scalars: scalars[...]).unicodeScalars) == scalars)
    }

    @Test(arguments: [
        ("收到申请1件。予以公开！", ["收到申请1件。", "予以公开！"]), ("　一是；二是\n 三是", ["一是；二是", "三是"]), ("。", ["。"]), ("\u{2028}", []),
    ]) func `a paragraph has sentences with their stops`(paragraph: String, sentences: [String]) {
        #expect(paragraph.sentences == sentences)
        #expect(paragraph[...].sentences == sentences)
    }
}
