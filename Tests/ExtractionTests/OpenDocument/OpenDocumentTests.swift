import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite struct OpenDocumentTests {
    /// A text document of what is in its body.
    private func file(_ body: String, styles: String = "", others: [(String, String)] = []) -> [UInt8] {
        let namespaces = ["office", "text", "table", "style"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }.joined(separator: " ")
        var package = PackageBuilder()
        package.add("mimetype", "application/vnd.oasis.opendocument.text")
        package.add("META-INF/manifest.xml", "<manifest/>")
        package.add(
            "content.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?><office:document-content \(namespaces) \
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">\
            <office:automatic-styles>\(styles)</office:automatic-styles>\
            <office:body><office:text>\(body)</office:text></office:body></office:document-content>
            """)
        others.forEach { package.add($0.0, $0.1) }
        return package.bytes()
    }

    private func blocks(_ body: String, styles: String = "", limits: Limits = Limits()) throws -> [Block] {
        let extract = try Extractor.extract(file(body, styles: styles), limits: limits)
        #expect(extract.format == .odt)
        return extract.document.blocks
    }

    private func paragraphs(_ body: String, styles: String = "") throws -> [String] {
        try blocks(body, styles: styles).map { [$0].shownText }
    }

    private func p(_ text: String) -> String { "<text:p>\(text)</text:p>" }

    private func cell(_ text: String, _ attributes: String = "") -> String {
        "<table:table-cell \(attributes)>\(p(text))</table:table-cell>"
    }

    private func table(_ rows: String...) -> String {
        "<table:table>\(rows.map { "<table:table-row>\($0)</table:table-row>" }.joined())</table:table>"
    }

    @Test func `blanks are one, those that are counted are as many`() throws {
        let body = p(" 一 \n 二<text:s text:c=\"3\"/>三<text:tab/>四<text:line-break/><text:span>五</text:span>")
        #expect(try paragraphs(body) == ["一 二   三\t四\n五"])
    }

    @Test func `notes, comments, hidden text and what was taken away are left out`() throws {
        let styles = """
            <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
            """
        let body = """
            <text:tracked-changes><text:changed-region><text:deletion>\(p("删去"))</text:deletion></text:changed-region>\
            </text:tracked-changes>\(p("甲<text:change/><text:note><text:note-body>\(p("注"))</text:note-body></text:note>"
                + "<office:annotation>\(p("批"))</office:annotation><text:span text:style-name=\"H\">藏</text:span>乙"))\
            <text:section text:display="none">\(p("藏"))</text:section><text:section>\(p("丙"))</text:section>
            """
        #expect(try paragraphs(body, styles: styles) == ["甲乙", "丙"])
    }

    @Test func `a text box follows the paragraph on which it hangs`() throws {
        let box = "<draw:frame><draw:text-box>\(p("框"))</draw:text-box></draw:frame>"
        #expect(try paragraphs(p("甲\(box)乙")) == ["甲乙", "框"])
    }

    @Test func `lists are numbered, and go on where they say so`() throws {
        let styles = """
            <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="、" \
            style:num-format="一, 二, 三, ..."/><text:list-level-style-number text:level="2" style:num-prefix="（" \
            style:num-suffix="）" style:num-format="1"/></text:list-style>
            """
        func list(_ items: String, _ attributes: String = "") -> String {
            "<text:list text:style-name=\"L\" \(attributes)>\(items)</text:list>"
        }
        func item(_ content: String) -> String { "<text:list-item>\(content)</text:list-item>" }
        let inner = "<text:list>\(item(p("子")) + item(p("丑")))</text:list>"
        let body =
            list(item(p("甲") + p("续") + inner) + item(p("乙"))) + p("间")
            + list(item("<text:list>\(item(p("寅")))</text:list>") + item(p("丙")), "text:continue-numbering=\"true\"")
            + list(item(p("丁")))
        #expect(
            try paragraphs(body, styles: styles) == [
                "一、甲", "续", "（1）子", "（2）丑", "二、乙", "间", "（1）寅", "三、丙", "一、丁",
            ])
    }

    @Test func `headings are numbered where the outline is, but for those whose style has no list`() throws {
        let outline = """
            <text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-suffix="、" \
            style:num-format="一, 二, 三, ..."/><text:outline-level-style text:level="2" style:num-format="1" \
            text:display-levels="2"/></text:outline-style>\
            <style:style style:name="N" style:family="paragraph" style:list-style-name=""/>
            """
        func h(_ text: String, _ level: Int, _ attributes: String = "") -> String {
            "<text:h text:outline-level=\"\(level)\" \(attributes)>\(text)</text:h>"
        }
        let body =
            h("甲", 1) + h("乙", 2) + h("丙", 1, "text:style-name=\"N\"") + h("丁", 1)
            + "<text:list><text:list-item>\(p("戊"))</text:list-item></text:list>"
        #expect(try paragraphs(body, styles: outline) == ["一、甲", "一.1 乙", "丙", "二、丁", "戊"])
    }

    @Test func `cells span, repeat and cover`() throws {
        let covered = "<table:covered-table-cell/>"
        let body = table(
            cell("甲", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"") + covered + cell("乙"),
            "<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + cell("丙"),
            cell("0", "table:number-columns-repeated=\"3\""))
        #expect(try blocks(body).flatMap(\.shownRows) == [["甲×2,2", "乙"], ["丙"], ["0", "0", "0"]])
    }

    @Test func `covered places may be left out, or have nothing that covers them`() throws {
        let body = table(
            cell("甲", "table:number-columns-spanned=\"2\"") + cell("乙"),
            cell("丙") + "<table:covered-table-cell/>" + cell("丁"))
        #expect(try blocks(body).flatMap(\.shownRows) == [["甲×2,1", "乙"], ["丙", "", "丁"]])
    }

    @Test(arguments: [
        "table:number-columns-repeated=\"1000000\"", "table:number-columns-repeated=\"9223372036854775807\"",
        "table:number-columns-repeated=\"90000\" table:number-columns-spanned=\"1000\"",
    ])
    func `endless cells end in a limit`(attributes: String) {
        #expect(throws: Limits().reached(.cells)) { try blocks(table(cell("", attributes))) }
    }

    @Test func `endless rows, text and blanks end in a limit`() {
        let row =
            "<table:table-row table:number-rows-repeated=\"9223372036854775807\">\(cell("0") + cell("1"))</table:table-row>"
        #expect(throws: Limits().reached(.cells)) { try blocks("<table:table>\(row)</table:table>") }
        let empty = "<table:table-row table:number-rows-repeated=\"9223372036854775807\"/>"
        #expect(throws: Limits().reached(.cells)) { try blocks("<table:table>\(empty)</table:table>") }
        let long = String(repeating: "字", count: 1000)
        let many = "table:number-columns-repeated=\"50000\""
        #expect(throws: Limits().reached(.characters)) { try blocks(table(cell(long, many))) }
        #expect(throws: Limits().reached(.characters)) { try blocks(p("<text:s text:c=\"9223372036854775807\"/>")) }
        let nested = (0..<6).reduce(cell("0")) { inner, _ in
            "<table:table-cell table:number-columns-repeated=\"20\">\(table(inner))</table:table-cell>"
        }
        #expect(throws: Limits().reached(.cells)) { try blocks(table(nested)) }
        let deep = String(repeating: "<text:section>", count: 300) + String(repeating: "</text:section>", count: 300)
        #expect(throws: Limits().reached(.depth)) { try blocks(deep) }
    }

    @Test func `an encrypted document asks for a password, a spreadsheet is no text`() throws {
        let key = ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")
        var locked = PackageBuilder()
        locked.add("mimetype", "application/vnd.oasis.opendocument.text")
        locked.add(key.0, key.1)
        locked.add("content.xml", [1, 2, 3])
        #expect(throws: Unreadable.encrypted) { try Extractor.extract(locked.bytes(), limits: Limits()) }
        let sheet = PackageBuilder([
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<manifest/>",
            "content.xml": "<a/>",
        ])
        #expect(throws: Unreadable.format(.unknown)) { try Extractor.extract(sheet.bytes(), limits: Limits()) }
    }

    @Test func `every truncation has an answer`() {
        let bytes = file((0..<200).map { p("第\($0 &* 7919)段") }.joined())
        for end in stride(from: 4, to: bytes.count, by: 97) {
            #expect(throws: Unreadable.self) { try Extractor.extract(Array(bytes.prefix(end)), limits: Limits()) }
        }
    }
}

extension [Block] {
    /// The text of paragraphs, a line each.
    fileprivate var shownText: String {
        map { block in
            guard case .paragraph(let text) = block else { return "" }
            return text
        }.joined(separator: "\n")
    }
}
