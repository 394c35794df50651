import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Reports
import Testing

@Suite struct FormTests {
    private func read(_ text: String) throws -> Report {
        try Reader.report(in: Extractor.extract(Array(text.utf8), limits: Limits()).document)
    }

    private func report(replacing old: String, with new: String, in layout: TextLayout = .tabs) throws -> Report {
        let text = layout.text(of: SampleReport())
        #expect(text.contains(old))
        return try read(text.replacing(old, with: new))
    }

    @Test(arguments: [
        "1. 属于国家秘密", "（1）属于国家秘密", "①属于国家秘密", "１．属于国家秘密", "1、属于 国家 秘密", "属于国家秘密",
    ])
    func `the way of numbering and spacing a label does not matter`(label: String) throws {
        let row = try report(replacing: "1.属于国家秘密", with: label).requests?[.stateSecret]
        #expect(row?.wording == .official)
        #expect(row?.cells?.first == .count(1015))
        #expect(row?.label == label)
    }

    @Test func `a remark in brackets leaves a label official`() throws {
        let row = try report(replacing: "规章\t", with: "规章(地方政府规章)\t").disclosure?[.rules]
        #expect(row?.wording == .official)
        #expect(row?.cells == [.count(0), .count(0), .count(0)])
    }

    @Test(arguments: [
        ("2.其他法律行政法规禁止公开", "2.其他法律行政止公开", RequestRow.prohibitedByLaw),
        (
            "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理", "（六）其他处理\t1.申请人无正当理由逾期不补正、行某机关不再处理",
            .correctionOverdue
        ),
        ("（五）不予处理\t1.信访举报投诉类申请", "（五）不予处理\t1.信访举报投诉申请", .petition),
    ])
    func `a misprinted label is known, and said to differ`(official: String, printed: String, row: RequestRow) throws {
        let sample = SampleReport()
        let read = try report(replacing: official, with: printed).requests?[row]
        #expect(read?.wording == .different)
        #expect(read?.cells?.map(\.digits) == sample.requests[row])
    }

    @Test func `a row that is gone is not there, and no other takes its place`() throws {
        let lines = TextLayout.tabs.text(of: SampleReport()).split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.filter { !$0.contains("重复申请") }.joined(separator: "\n")
        let requests = try read(text).requests
        #expect(requests?[.repeated] == nil)
        #expect(requests?.rows.count == RequestRow.allCases.count - 1)
    }

    @Test func `other processing left undivided is a row of its own`() throws {
        var lines = TextLayout.tabs.text(of: SampleReport()).split(separator: "\n").map(String.init)
        let first = try #require(lines.firstIndex { $0.contains("（六）其他处理") })
        lines.replaceSubrange(first..<first + 3, with: ["\t（六）其他处理\t\t5\t6\t7\t8\t9\t10\t45"])
        let report = try read(lines.joined(separator: "\n"))
        #expect(report.undividedOther?.cells == [5, 6, 7, 8, 9, 10, 45].map(Cell.count))
        #expect(report.requests?[.correctionOverdue] == nil)
        #expect(report.requests?[.feeOverdue] == nil)
        #expect(report.requests?[.otherOther] == nil)
        #expect(report.requests?.rows.count == RequestRow.allCases.count - 3)
    }

    @Test func `labels of the form of 2019 are noted`() throws {
        let report = try report(replacing: "本年制发件数", with: "本年新制作数量")
        #expect(report.outdatedLabels == ["本年新制作数量"])
    }

    @Test func `a table before its heading stands in the section before`() throws {
        let text = TextLayout.tabs.text(of: SampleReport())
        let heading = Section.review.heading
        let moved = text.replacing(heading + "\n", with: "").replacing(
            Section.problems.heading, with: heading + "\n\n" + Section.problems.heading)
        let report = try read(moved)
        #expect(report.sectionHolding(.review) == .requests)
        #expect(report.headings.count == 6)
    }

    @Test func `a table without numbers is blank in every cell`() throws {
        var sample = SampleReport()
        for row in RequestRow.allCases { sample.requests[row] = Array(repeating: "", count: 7) }
        for block in ReviewBlock.allCases { sample.review[block] = Array(repeating: "", count: 5) }
        for layout in [TextLayout.tabs, .cellLines] {
            let report = try read(layout.text(of: sample))
            for row in RequestRow.allCases {
                #expect(report.requests?[row]?.cells == Array(repeating: .blank, count: 7))
            }
            for block in ReviewBlock.allCases {
                #expect(report.review?[block]?.cells == Array(repeating: .blank, count: 5))
            }
        }
    }

    @Test func `numbers in full width or grouped are numbers`() throws {
        var sample = SampleReport()
        sample.requests[.repeated] = ["１２", "1,234", "１，２３４", " 7 ", "007", "0", "0"]
        let cells = try read(TextLayout.tabs.text(of: sample)).requests?[.repeated]?.cells
        #expect(cells == [12, 1234, 1234, 7, 7, 0, 0].map(Cell.count))
    }

    @Test func `numbers in full width or grouped stand in their cells where only spaces part them`() throws {
        var sample = SampleReport()
        sample.review[.litigationDirect] = ["1,234", "１２", "１，２３４", "7", "0"]
        let report = try read(TextLayout.spaces.text(of: sample))
        #expect(report.review?[.litigationDirect]?.cells == [1234, 12, 1234, 7, 0].map(Cell.count))
        #expect(report.review?[.reconsideration]?.cells == [21, 6, 5, 4, 36].map(Cell.count))
    }

    @Test(arguments: [(TextLayout.tabs, "不详"), (.bars, "三"), (.cellLines, "—"), (.spaces, "无"), (.vertical, "/")])
    func `an odd cell of table four is words, and the others stay what they are`(layout: TextLayout, odd: String) throws
    {
        var sample = SampleReport()
        sample.review[.litigationDirect]?[2] = odd
        let review = try read(layout.text(of: sample)).review
        #expect(review?[.litigationDirect]?.cells == [.count(11), .count(3), .words(odd), .count(2), .count(24)])
        #expect(review?[.reconsideration]?.cells == [21, 6, 5, 4, 36].map(Cell.count))
    }

    @Test(arguments: [TextLayout.spaces, .vertical])
    func `a misprinted label before seven numbers is known where nothing parts the cells`(layout: TextLayout) throws {
        var sample = SampleReport()
        sample.wording[RequestRow.prohibitedByLaw.label] = "2.其他法律行政止公开"
        let row = try #require(try read(layout.text(of: sample)).requests?[.prohibitedByLaw])
        #expect(row.wording == .different)
        #expect(row.counts?.map(String.init) == sample.requests[.prohibitedByLaw])
    }

    @Test(arguments: TextLayout.allCases)
    func `heads of the form of 2019 are known in any layout`(layout: TextLayout) throws {
        var sample = SampleReport()
        sample.wording = ["本年制发件数": "本年新制作数量", "第二十条第（八）项": "第二十条第（九）项"]
        let labels = try read(layout.text(of: sample)).outdatedLabels
        #expect(Set(labels) == ["本年新制作数量", "第二十条第（九）项"])
    }

    @Test func `a label that stands twice over different numbers is a row that can't be told`() throws {
        let table = try report(replacing: RequestRow.repeated.label, with: RequestRow.excessive.label).requests
        #expect(table?[.excessive]?.cells == nil)
        #expect(table?[.excessive]?.excerpt.split(separator: "\n").count == 2)
        #expect(table?[.publication]?.cells != nil)
    }

    @Test func `a row that is near to a label leaves the row of that label alone`() throws {
        let label = RequestRow.internalAffairs.label
        let stranger = "\t\t属于三类内部事务的信息\t9\t9\t9\t9\t9\t9\t54\n"
        let text = TextLayout.tabs.text(of: SampleReport())
        let row = try #require(
            try read(text.replacing("\t\t\(label)", with: stranger + "\t\t\(label)")).requests?[.internalAffairs])
        #expect(row.wording == .official)
        #expect(row.counts?.map(String.init) == SampleReport().requests[.internalAffairs])
    }

    @Test func `of two whole tables the first counts`() throws {
        let first = TextLayout.tabs.text(of: SampleReport())
        var sample = SampleReport()
        for row in RequestRow.allCases { sample.requests[row] = Array(repeating: "5", count: 7) }
        let report = try read(first + "\n\n附件\n" + TextLayout.tabs.text(of: sample))
        for row in RequestRow.allCases { #expect(report.requests?[row]?.counts?.contains(5) == false, "\(row)") }
    }

    @Test func `a narrow row with an empty place at its end is not laid over the columns`() throws {
        var sample = SampleReport()
        sample.requests[.granted]?.removeLast()
        #expect(try read(TextLayout.brokenTabs.text(of: sample)).requests?[.granted]?.cells == nil)
    }

    @Test func `a line in the text that is also a label of 2019 says nothing`() throws {
        var sample = SampleReport()
        sample.ownPassages[.overview] = ["政府集中采购", "按要求公开采购信息。"]
        #expect(try read(TextLayout.vertical.text(of: sample)).outdatedLabels == [])
    }

    @Test func `every excerpt shows the raw cells`() throws {
        let report = try read(TextLayout.cellLines.text(of: SampleReport()))
        #expect(
            report.requests?[.petition]?.excerpt
                == "（五）不予处理 | 1.信访举报投诉类申请 | 1092 | 1303 | 1514 | 1725 | 1936 | 2147 | 9717")
    }

    @Test(arguments: TextLayout.allCases)
    func `a text cut anywhere gives a report or says it is none`(layout: TextLayout) throws {
        let text = layout.text(of: SampleReport())
        for cut in stride(from: 0, to: text.count, by: 97) {
            do {
                _ = try read(String(text.prefix(cut)))
            } catch is Unreadable {}
        }
    }

    @Test func `a label in pieces between numbers is a row that can't be told, not one that is missing`() throws {
        let text = TextLayout.spaces.text(of: SampleReport())
        let label = RequestRow.correctionOverdue.label
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(label) })
        let numbers = line.dropFirst(label.count)
        let scattered = "\(label.prefix(18))\n\(numbers)\n\(label.dropFirst(18))"
        let requests = try read(text.replacing(line, with: scattered)).requests
        let row = try #require(requests?[.correctionOverdue])
        #expect(row.cells == nil)
        #expect(requests?[.granted]?.cells != nil)
        #expect(requests?.rows.count == RequestRow.allCases.count)
    }
}
