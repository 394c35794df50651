import Documents
import Reading
import Reports
import Testing

/// Rows that a page cut, with a border on both sides of the cut, as LibreOffice and Word draw them.
@Suite struct CutRowsTests {
    private typealias Row = [Table.Cell]

    private static let head: [Row] = [
        [cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), cell("申请人情况", 7)],
        [cell("自然人", 1, 2), cell("法人或其他组织", 5), cell("总计", 1, 2)],
        ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map { cell($0) },
    ]

    private static func cell(_ text: String, _ columns: Int = 1, _ rows: Int = 1) -> Table.Cell {
        Table.Cell(text, columnSpan: columns, rowSpan: rows)
    }

    private func row(_ label: String, _ values: [String], span: Int = 3, before: Row = []) -> Row {
        before + [Table.Cell(label, columnSpan: span)] + values.map { Table.Cell($0) }
    }

    private func report(_ rows: [Row], breaks: [Table.PageBreak], head: [Row] = head) throws -> Report {
        try Reader.report(in: Document(blocks: [.table(Table(rows: head + rows, pageBreaks: breaks))]))
    }

    private func counts(_ row: PrintedRow?) -> [Int?]? { row?.cells?.map(\.count) }

    private let blanks = Array(repeating: "", count: 7)
    private let values = ["1500", "41", "0", "0", "0", "0", "1541"]

    @Test func `a number whose first line fills its cell goes on on the next page`() throws {
        let report = try report(
            [
                row("一、本年新收政府信息公开申请数量", ["150", "41", "0", "0", "0", "0", "15"]),
                row("", ["0", "", "", "", "", "", "41"]),
                row("二、上年结转政府信息公开申请数量", values),
            ], breaks: [Table.PageBreak(row: 4, fullColumns: [3, 9])])
        #expect(counts(report.requests?[.received]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.carriedIn]) == [1500, 41, 0, 0, 0, 0, 1541])
    }

    @Test func `a number with room beside it is not taken for one with what stands below`() throws {
        let report = try report(
            [
                row("一、本年新收政府信息公开申请数量", ["150", "41", "0", "0", "0", "0", "15"]),
                row("", ["0", "", "", "", "", "", "41"]),
            ], breaks: [Table.PageBreak(row: 4, fullColumns: [9])])
        #expect(report.requests?[.received]?.cells == nil)
    }

    private static let cuts = [
        ("2.其他法律", "行政法规禁止公开"), ("2.", "其他法律行政法规禁止公开"), ("2.其他法律行政法规禁", "止公开"),
        ("2.其它法律行政法规禁", "止公开"), ("2.其他法律行政法规禁止公开", ""), ("", "2.其他法律行政法规禁止公开"),
    ]

    @Test(arguments: cuts, [true, false])
    func `a label is cut together with those of its groups, numbers on either side`(
        cut: (String, String), isAbove: Bool
    ) throws {
        let group = row("三、本年", [], span: 1)
        let report = try report(
            [
                row("一、本年新收政府信息公开申请数量", values),
                row(cut.0, isAbove ? values : blanks, span: 1, before: group + row("（三", [], span: 1)),
                row(
                    cut.1, isAbove ? blanks : values, span: 1,
                    before: [Self.cell("度办理结果", 1, 2), Self.cell("）不予公开", 1, 2)]),
                row("3.危及“三安全一稳定”", values, span: 1),
            ], breaks: [Table.PageBreak(row: 5)])
        #expect(counts(report.requests?[.prohibitedByLaw]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.securityAndStability]) == [1500, 41, 0, 0, 0, 0, 1541])
    }

    @Test func `a row whose label no border parts from blank cells joins its half`() throws {
        let report = try report(
            [
                row("一、本年新收政府信息公开申请数量", ["150", "41", "0", "0", "0", "0", "15"]),
                ["", "", "", "0", "", "", "", "", "", "41"].map { Self.cell($0) },
                row("二、上年结转政府信息公开申请数量", values),
            ], breaks: [Table.PageBreak(row: 4, fullColumns: [3, 9])])
        #expect(counts(report.requests?[.received]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.carriedIn]) == [1500, 41, 0, 0, 0, 0, 1541])
    }

    @Test func `rows whose labels stand in two columns stay two`() throws {
        let report = try report(
            [
                row("一、本年新收政府信息公开申请数量", values),
                row("3.其他", values, span: 1, before: [Self.cell(""), Self.cell("")]),
                row("", values, span: 1, before: [Self.cell(""), Self.cell("（七）总计")]),
            ], breaks: [Table.PageBreak(row: 5, fullColumns: Array(3...9))])
        #expect(counts(report.requests?[.otherOther]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.total]) == [1500, 41, 0, 0, 0, 0, 1541])
    }

    @Test func `two rows that a page parts stay two`() throws {
        let report = try report(
            [
                row("（一）予以公开", values, span: 2, before: [Self.cell("三、本年度办理")]),
                row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", blanks.map { _ in "7" }, span: 2, before: [Self.cell("结果")]),
            ], breaks: [Table.PageBreak(row: 4)])
        #expect(counts(report.requests?[.granted]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.partlyGranted]) == [7, 7, 7, 7, 7, 7, 7])
    }

    @Test func `a remark in brackets may be cut from its label`() throws {
        let report = try report(
            [
                row("（二）部分公开（区分处理的，只计", ["15", "41", "0", "0", "0", "0", "15"]),
                row("这一情形，不计其他情形）", ["00", "", "", "", "", "", "41"]),
            ], breaks: [Table.PageBreak(row: 4, fullColumns: [3, 9])])
        #expect(counts(report.requests?[.partlyGranted]) == [1500, 41, 0, 0, 0, 0, 1541])
    }

    @Test func `a row takes three pages`() throws {
        let report = try report(
            [
                row("1.申请人无正当理由逾期", values), row("不补正、行政机关不再处理", blanks), row("其政府信息公开申请", blanks),
                row("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", values),
            ], breaks: [Table.PageBreak(row: 4), Table.PageBreak(row: 5), Table.PageBreak(row: 6)])
        #expect(counts(report.requests?[.correctionOverdue]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.feeOverdue]) == [1500, 41, 0, 0, 0, 0, 1541])
    }

    // MARK: - Table 4

    private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    private static let reviewHead: [Row] = [
        [cell("行政复议", 5), cell("行政诉讼", 10)],
        outcomes.map { cell($0, 1, 2) } + [cell("未经复议直接起诉", 5), cell("复议后起诉", 5)],
    ]
    private let numbers = (1...15).map { String(100 * $0) }

    @Test(arguments: 0...2)
    func `the head of table 4 is cut at any place`(letters: Int) throws {
        let heads = Self.outcomes + Self.outcomes
        let upper = heads.map { String($0.prefix(letters)) }
        let lower = Self.outcomes.map { _ in "" } + heads.map { String($0.dropFirst(letters)) }
        let rows = [upper, lower, numbers].map { $0.map { Self.cell($0) } }
        var head = Self.reviewHead
        if letters == 0 { head[1] = head[1].map { Self.cell($0.text, $0.columnSpan) } }
        let report = try report(
            letters == 0 ? Array(rows.dropFirst()) : rows,
            breaks: [Table.PageBreak(row: letters == 0 ? 2 : 3)], head: head)
        #expect(counts(report.review?[.reconsideration]) == [100, 200, 300, 400, 500])
        #expect(counts(report.review?[.litigationAfterReconsideration]) == [1100, 1200, 1300, 1400, 1500])
    }

    @Test func `the numbers of table 4 are cut, and stand below its head on the next page`() throws {
        let heads = (Self.outcomes + Self.outcomes).map { Self.cell($0) }
        let upper = numbers.map { Self.cell(String($0.prefix(2))) }
        let lower = numbers.map { Self.cell(String($0.dropFirst(2))) }
        let report = try report(
            [heads, upper, lower],
            breaks: [Table.PageBreak(row: 3), Table.PageBreak(row: 4, fullColumns: Array(0..<15))],
            head: Self.reviewHead)
        #expect(counts(report.review?[.litigationDirect]) == [600, 700, 800, 900, 1000])
    }

    @Test func `the lines of a label that no rules part are one row, and its neighbours stay rows of their own`() throws
    {
        let report = try report(
            [
                row("1.申请人无正当理由逾期", blanks), row("不补正、行政机关不再处", values), row("理其政府信息公开申请", blanks),
                row("2.申请人逾期未按收费通", blanks), row("知要求缴纳费用、行政机关不再处理其", ["7"] + values.dropFirst()),
                row("政府信息公开申请", blanks), row("3.其他", values), row("（七）总计", values),
            ], breaks: (4...10).map { Table.PageBreak(row: $0) })
        #expect(counts(report.requests?[.correctionOverdue]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.feeOverdue]) == [7, 41, 0, 0, 0, 0, 1541])
        #expect(counts(report.requests?[.otherOther]) == [1500, 41, 0, 0, 0, 0, 1541])
        #expect(RequestRow.allCases.allSatisfy { report.requests?[$0]?.wording ?? .official == .official })
    }
}
