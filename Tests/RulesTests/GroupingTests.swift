import Reports
import Rules
import Testing

/// Findings of one rule in neighbouring places are told together.
@Suite struct GroupingTests {
    private func findings(_ rule: String, _ change: (inout Report) -> Void) -> [Finding] {
        var report = Report.clean
        change(&report)
        return Rulebook.findings(in: report).filter { $0.rule == rule }
    }

    private func blank(_ row: RequestRow, _ columns: [Applicant], in report: inout Report) {
        for column in columns { report.set(row, column, to: .blank) }
    }

    @Test func `a blank row is one finding`() throws {
        let findings = findings("cell-blank") { blank(.granted, Applicant.allCases, in: &$0) }
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.at == .requests(.granted))
        #expect(finding.message == "表三“（一）予以公开”行各栏是空白。")
        #expect(finding.facts["cells"] == .texts(Applicant.allCases.map(\.rawValue)))
        #expect(finding.facts["found"] == .text("（空白）"))
    }

    @Test func `blank cells of a row are named by their columns`() throws {
        let finding = try #require(
            findings("cell-blank") {
                blank(.granted, [.naturalPerson, .research, .publicWelfare, .legalService], in: &$0)
            }.first)
        #expect(finding.message == "表三“（一）予以公开”行第 1、3 至 5 栏是空白。")
        #expect(finding.facts["cells"] == .texts(["natural_person", "research", "public_welfare", "legal_service"]))
    }

    @Test func `a single cell is named itself`() {
        let findings = findings("cell-blank") { blank(.granted, [.business], in: &$0) }
        #expect(findings.map(\.at) == [.requestsCell(.granted, .business)])
        #expect(findings.first?.facts["cells"] == nil)
    }

    @Test(arguments: FormTable.allCases)
    func `a blank table is one finding`(table: FormTable) throws {
        let findings = findings("cell-blank") { $0 = .filled(with: .blank) }
        #expect(findings.map(\.at) == FormTable.allCases.map(Place.table))
        let finding = try #require(findings.first { $0.at == .table(table) })
        #expect(finding.message == table.name + (table == .review ? "各组各栏是空白。" : "各行各栏是空白。"))
    }

    @Test func `a few rows are told row by row, many as one`() {
        let rows = Array(RequestRow.allCases.prefix(8))
        let few = findings("cell-blank") { report in
            for row in rows.prefix(2) { blank(row, [.business, .research], in: &report) }
        }
        #expect(few.map(\.at) == [.requests(.received), .requests(.carriedIn)])
        let many = findings("cell-blank") { report in
            for row in rows { blank(row, [.business, .research], in: &report) }
        }
        #expect(many.map(\.at) == [.table(.requests)])
        #expect(
            many.first?.message
                == "表三“一、本年新收政府信息公开申请数量”“二、上年结转政府信息公开申请数量”“（一）予以公开”等 8 行第 2 至 3 栏是空白。")
        guard case .texts(let cells) = many.first?.facts["cells"] else { return #expect(Bool(false)) }
        #expect(cells.count == 16 && cells[0] == "received/business")
    }

    @Test func `what stands in the cells is named, each word once`() throws {
        let finding = try #require(
            findings("cell-not-number") {
                $0.set(.granted, .naturalPerson, to: .words("无"))
                $0.set(.granted, .business, to: .words("/"))
                $0.set(.granted, .research, to: .words("无"))
            }.first)
        #expect(finding.message == "表三“（一）予以公开”行第 1 至 3 栏写的是“无”“/”，不是数量。")
        #expect(finding.facts["found"] == .texts(["无", "/", "无"]))
    }

    @Test func `rows that are missing where one stands undivided are one finding`() throws {
        let findings = findings("table-row-missing") { report in
            for row in RequestRow.allCases where row.group == .other { report.requests?.rows[row] = nil }
            report.undividedOther = .numbers([0, 0, 0, 0, 0, 0, 0], label: "（六）其他处理")
        }
        let finding = try #require(findings.first)
        #expect(findings.map(\.at) == [.undividedOther])
        #expect(finding.message == "缺少表三“（六）其他处理”行应当分列的 3 行。")
        #expect(finding.fix.contains("“1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”“2."))
        #expect(
            finding.facts["cells"]
                == .texts(["requests/other.correction_overdue", "requests/other.fee_overdue", "requests/other.other"]))
    }

    @Test func `blank cells of an undivided row are counted`() {
        let findings = findings("cell-blank") { report in
            for row in RequestRow.allCases where row.group == .other { report.requests?.rows[row] = nil }
            report.undividedOther = .numbers([0, 0, 0, 0, 0, 0, 0], label: "（六）其他处理")
            report.undividedOther?.cells = [.blank, .blank, .blank, .count(0), .count(0), .count(0), .count(0)]
        }
        #expect(findings.map(\.message) == ["表三“（六）其他处理”行的 3 栏是空白。"])
    }

    @Test func `the form of 2019 is one finding, and what follows from it none`() {
        var report = Report.clean
        report.outdatedLabels = ["本年新制作数量", "本年新制作数量", "政府集中采购"]
        for row in RequestRow.allCases where row.group == .other { report.requests?.rows[row] = nil }
        report.disclosure?.rows[.licensing]?.printed = 3
        report.disclosure?.rows[.licensing]?.cells = nil
        report.disclosure?.rows[.penalties]?.cells = [.words("-20")]
        report.set(.received, .total, to: .count(13))
        let findings = Rulebook.findings(in: report)
        #expect(findings.map(\.rule) == ["form-outdated", "table3-row-total", "table3-balance"])
        #expect(findings.first?.message == "表格仍为 2019 年的旧格式，其中有“本年新制作数量、政府集中采购”。")
    }

    @Test func `a table of blocks that can't be told apart is one finding, with all its columns`() {
        var report = Report.clean
        for block in ReviewBlock.allCases {
            report.review?.rows[block]?.cells = nil
            report.review?.rows[block]?.printed = 14
        }
        let findings = Rulebook.findings(in: report)
        #expect(findings.map(\.at.path) == ["review", "review"])
        #expect(findings.map(\.message) == ["表四各组有 14 个数值，格式规定为 15 栏。", "表四各组的数值无法逐栏分开，未作校核。"])
    }
}
