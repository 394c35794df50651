import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite struct RichTextTests {
    private func blocks(
        _ body: String, head: String = "\\ansi\\ansicpg936", limits: Limits = Limits()
    ) throws -> [Block] {
        let bytes = Array("{\\rtf1\(head) \(body)}".utf8)
        let extract = try Extractor.extract(bytes, limits: limits)
        #expect(extract.format == .rtf)
        return extract.document.blocks
    }

    private func paragraphs(_ body: String, head: String = "\\ansi\\ansicpg936") throws -> [String] {
        try blocks(body, head: head).map { block in
            guard case .paragraph(let text) = block else { return "" }
            return text
        }
    }

    @Test func `raised digits behind a number refer to a note`() throws {
        #expect(try paragraphs("7{\\super 1}\\par 7\\super 12\\nosupersub 3\\par") == ["7", "73"])
    }

    /// A row whose cells end at these places, each with what is said of it before.
    private func row(_ cells: [(text: String, right: Int, mark: String)], left: Int = -108) -> String {
        "\\trowd\\trleft\(left)" + cells.map { "\($0.mark)\\cellx\($0.right)" }.joined()
            + cells.map { "\\pard\\intbl \($0.text)\\cell" }.joined() + "\\row\n"
    }

    private func row(_ texts: String...) -> String {
        row(texts.enumerated().map { ($1, 2000 * ($0 + 1), "") })
    }

    @Test func `bytes are read in the code page, characters by their numbers`() throws {
        #expect(try paragraphs("\\'d5\\'fe\\'b8\\'ae 2024\\par\\u24180\\'3f\\u-28657?\\par") == ["政府 2024", "年透"])
        // The second byte of a character may look like a letter.
        #expect(try paragraphs("\\'81A\\par") == ["丄"])
        #expect(try paragraphs("{\\uc2\\u25919\\'d5\\'fe}{\\uc0\\u24220}\\par") == ["政府"])
        #expect(try paragraphs("\\u-10179?\\u-8704?\\par") == ["😀"])
    }

    @Test func `a font says what its bytes are`() throws {
        let fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}"
        let text = try paragraphs("\(fonts)\\f0\\'93{\\f1\\'d5\\'fe}\\'94\\par", head: "\\ansi\\ansicpg1252")
        #expect(text == ["“政”"])
    }

    @Test func `what is not shown is left out`() throws {
        let body = """
            {\\info{\\title T}}{\\*\\generator X;}{\\header H\\par}{\\*\\unknown a{\\b b}}one{\\v hid}{\\deleted gone}\
            {\\footnote note}{\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}{\\pict\\bin4 }}{\\}3\\line 4\\tab 5\\~6\\_7\\par
            """
        #expect(try paragraphs(body) == ["one23\n4\t5\u{A0}6-7"])
    }

    @Test func `the number of a list item stands before it`() throws {
        #expect(try paragraphs("{\\listtext\\pard\\plain \\u19968?\\u12289?\\tab}\\u24635?\\par") == ["一、总"])
    }

    @Test func `a text box follows the paragraph at which it hangs`() throws {
        let box = "{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt \\pard in\\par}}{\\shprslt old\\par}}"
        #expect(try paragraphs("one \(box)two\\par three\\par") == ["one two", "in", "three"])
    }

    @Test func `cells stand in the columns in which they end`() throws {
        let table = row("a", "1", "2") + row([("b", 2000, ""), ("3", 6000, "")])
        #expect(
            try blocks(table + "\\pard end\\par") == [
                .table(
                    Table(rows: [
                        [.init("a"), .init("1"), .init("2")], [.init("b"), .init("3", columnSpan: 2)],
                    ])), .paragraph("end"),
            ])
    }

    @Test func `merged cells are one`() throws {
        let first = row([("a", 2000, "\\clvmgf"), ("1", 4000, "\\clmgf"), ("", 6000, "\\clmrg")])
        let second = row([("", 2000, "\\clvmrg"), ("2", 4000, ""), ("3", 6000, "")])
        #expect(
            try blocks(first + second) == [
                .table(
                    Table(rows: [
                        [.init("a", rowSpan: 2), .init("1", columnSpan: 2)], [.init("2"), .init("3")],
                    ]))
            ])
    }

    @Test func `a row that says nothing of its cells has those of the one before`() throws {
        let table = row("a", "1") + "\\pard\\intbl b\\cell 2\\cell\\row"
        #expect(try blocks(table) == [.table(Table(rows: [[.init("a"), .init("1")], [.init("b"), .init("2")]]))])
    }

    @Test func `a table within a cell is a part of its text, and lays out a page where it is the larger one`() throws {
        let inner = """
            \\pard\\intbl\\itap2 x\\nestcell 7\\nestcell{\\*\\nesttableprops\\trowd\\cellx900\\cellx1800\\nestrow}\
            {\\nonesttables\\par}
            """
        let nested = "\\trowd\\cellx4000\\cellx6000 \(inner)\\pard\\intbl\\itap1 y\\cell z\\cell\\row"
        let whole = Table(rows: [[.init("a"), .init("b")], [.init("x\t7\ny"), .init("z")]])
        #expect(try blocks(row([("a", 4000, ""), ("b", 6000, "")], left: 0) + nested) == [.table(whole)])
        let layout = "\\trowd\\cellx4000 \(inner)\\pard\\intbl\\itap1 y\\cell\\row"
        #expect(try blocks(layout) == [.table(Table(rows: [[.init("x"), .init("7")]])), .paragraph("y")])
    }

    @Test func `what is hostile has an answer within the limits`() throws {
        let deep = String(repeating: "{", count: 100_000)
        #expect(throws: Unreadable.limit(name: "limits.depth", value: 256)) { try blocks(deep) }
        let boxes = String(repeating: "{\\shptxt ", count: 300)
        #expect(throws: Unreadable.limit(name: "limits.depth", value: 256)) { try blocks(boxes) }
        let cells = "\\trowd\\cellx1" + String(repeating: "\\intbl\\cell", count: 1_000)
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 500)) {
            try blocks(cells + "\\row", limits: Limits(.cells, 500))
        }
        #expect(throws: Unreadable.limit(name: "limits.elements", value: 100)) {
            try blocks(String(repeating: "\\b ", count: 200), limits: Limits(.elements, 100))
        }
        #expect(throws: Unreadable.self) { try blocks("a\\bin99999999999999 bc\\par") }
        let far = "\\itap999999 a\\par\\trowd\\cellx-99999999999\\cellx9999999999 b\\cell c\\cell d\\cell\\row"
        #expect(try !blocks(far).isEmpty)
    }

    @Test func `every truncation has an answer`() {
        let bytes = Array("{\\rtf1 \(row("a", "1", "2"))\\pard \\u24635?\\'d5\\'fe\\par}".utf8)
        for end in 6..<bytes.count {
            #expect(throws: Unreadable.self) { try Extractor.extract(Array(bytes.prefix(end)), limits: Limits()) }
        }
    }

    /// Changed anywhere, a file has an answer: blocks, or the reason why there are none.
    @Test(arguments: 0..<20) func `no change of a file ends the program`(seed: Int) throws {
        var random = Seeded(seed)
        let nested = "\\pard\\intbl\\itap2 x\\nestcell{\\*\\nesttableprops\\trowd\\cellx9\\nestrow}"
        let box = "{\\shp{\\*\\shpinst{\\shptxt b\\par}}}\\u-10179?\\'d5\\bin2 }}\\par"
        let fonts = "\\ansicpg936{\\fonttbl{\\f0\\fcharset134 a;}}"
        let whole = Array("{\\rtf1\(fonts)\(row("a", "1", "2"))\(nested)\(box)}".utf8)
        for _ in 0..<200 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 6..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = random.pick(Array("{}\\0-9ab ".utf8))
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: whole[6...].prefix(place), at: place)
                }
            }
            do { _ = try Extractor.extract(bytes, limits: Limits()) } catch { #expect(error != .crashed) }
        }
    }
}
