import Documents
import ReaderInterface
import Testing

@testable import Extraction

@Suite struct WordNumberingTests {
    /// A level of a list.
    private func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        """
        <w:lvl w:ilvl="\(index)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)<w:lvlText w:val="\(text)"/></w:lvl>
        """
    }

    private func pattern(_ id: Int, _ levels: String...) -> String {
        "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
    }

    private func list(_ id: Int, _ pattern: Int, _ overrides: String = "") -> String {
        "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(pattern)\"/>\(overrides)</w:num>"
    }

    private func item(_ text: String, _ list: Int, _ level: Int = 0) -> String {
        p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }

    private func text(_ body: String, _ numbering: String, styles: String = "") throws -> [String] {
        var file = WordFile(body)
        file.numbering = numbering
        file.styles = styles
        return try file.paragraphs()
    }

    @Test func `headings get the numbers that Word writes, parts begin anew under each`() throws {
        let numbering =
            pattern(
                0, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCounting", "（%2）"),
                level(2, "decimal", "%3.")) + list(1, 0)
        let body =
            item("总体情况", 1) + item("主动公开", 1, 1) + item("依申请公开", 1, 1) + item("细目", 1, 2) + item("主动公开政府信息情况", 1)
            + item("制发", 1, 1) + p("不在列表") + item("收到和处理", 1)
        #expect(
            try text(body, numbering) == [
                "一、总体情况", "（一）主动公开", "（二）依申请公开", "1. 细目", "二、主动公开政府信息情况", "（一）制发", "不在列表", "三、收到和处理",
            ])
    }

    @Test func `a style numbers its paragraphs, also one that is based on it`() throws {
        let numbering =
            pattern(
                0, level(0, "japaneseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:pStyle w:val='b'/><w:isLgl/>"))
            + list(7, 0)
        let styles = """
            <w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="a2"><w:basedOn w:val="a"/></w:style>
            <w:style w:type="paragraph" w:styleId="b"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
            """
        let body =
            p("甲", "<w:pStyle w:val='a'/>") + p("乙", "<w:pStyle w:val='b'/>") + p("丙", "<w:pStyle w:val='a2'/>")
            + p("丁", "<w:pStyle w:val='a'/><w:numPr><w:numId w:val='0'/></w:numPr>")
        #expect(try text(body, numbering, styles: styles) == ["一、甲", "1.1 乙", "二、丙", "丁"])
    }

    @Test func `a list may begin again, go on with another's numbers, or begin elsewhere`() throws {
        let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
        let own = "<w:lvlOverride w:ilvl=\"0\">\(level(0, "upperRoman", "%1)"))</w:lvlOverride>"
        let numbering =
            pattern(0, level(0, "decimal", "%1、")) + list(1, 0) + list(2, 0, start) + list(3, 0) + list(4, 0, own)
        let body = item("a", 1) + item("b", 1) + item("c", 2) + item("d", 2) + item("e", 3) + item("f", 4)
        #expect(try text(body, numbering) == ["1、a", "2、b", "1、c", "2、d", "3、e", "IV) f"])
    }

    @Test func `a level that never restarts goes on, and a level above that was skipped shows its beginning`() throws {
        let numbering =
            pattern(0, level(0, "decimal", "第%1部分"), level(1, "decimal", "%2．", "<w:lvlRestart w:val='0'/>"))
            + list(1, 0)
            + pattern(1, level(0, "decimal", "%1"), level(1, "lowerLetter", "%1.%2")) + list(2, 1)
        let body = item("a", 1) + item("b", 1, 1) + item("c", 1) + item("d", 1, 1) + item("e", 2, 1)
        #expect(try text(body, numbering) == ["第1部分a", "1．b", "第2部分c", "2．d", "1.a e"])
    }

    @Test func `a list by way of a style of lists has that one's levels`() throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
            + pattern(1, level(0, "ideographDigital", "%1是")) + list(1, 0) + list(2, 1)
        let styles = """
            <w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
            """
        #expect(try text(item("甲", 1), numbering, styles: styles) == ["一是甲"])
    }

    @Test func `bullets and lists that do not exist add nothing`() throws {
        let numbering = pattern(0, level(0, "bullet", "\u{F0B7}")) + list(1, 0)
        #expect(try text(item("甲", 1) + item("乙", 9) + item("丙", 1, 8), numbering) == ["甲", "乙", "丙"])
    }

    @Test func `numbers count also in cells, and in text that a merge covers`() throws {
        var file = WordFile(tbl(tr("<w:tc>\(item("", 1))</w:tc>", tc("甲")), tr("<w:tc>\(item("", 1))</w:tc>", tc("乙"))))
        file.numbering = pattern(0, level(0, "decimal", "%1")) + list(1, 0)
        #expect(try file.rows() == [["1", "甲"], ["2", "乙"]])
    }

    @Test func `a pattern of a megabyte cannot fill the memory`() {
        let numbering = pattern(0, level(0, "decimal", String(repeating: "长", count: 300_000))) + list(1, 0)
        #expect(throws: Limits().reached(.characters)) {
            try text((0..<100).map { item("\($0)", 1) }.joined(), numbering)
        }
    }

    @Test func `numbers are written as each style writes them`() {
        let chinese = [1, 10, 11, 20, 21, 100, 101, 110, 119, 1000, 2010, 10_000].map(NumeralStyle.chinese.text)
        #expect(chinese == ["一", "十", "十一", "二十", "二十一", "一百", "一百零一", "一百一十", "一百一十九", "一千", "二千零一十", "10000"])
        #expect([10, 11, 20].map(NumeralStyle.chineseDigits.text) == ["十", "一一", "二〇"])
        #expect([1, 12].map(NumeralStyle.chineseLegal.text) == ["壹", "拾贰"])
        #expect([4, 1999].map(NumeralStyle.lowerRoman.text) == ["iv", "mcmxcix"])
        #expect([1, 27, 0].map(NumeralStyle.upperLetter.text) == ["A", "AA", "0"])
        #expect([1, 11].map(NumeralStyle.stems.text) == ["甲", "甲"])
        #expect([1, 20, 21].map(NumeralStyle.circled.text) == ["①", "⑳", "21"])
        #expect([3].map(NumeralStyle.decimalFullWidth.text) == ["３"])
        #expect([7].map(NumeralStyle.decimalZero.text) == ["07"])
    }
}
