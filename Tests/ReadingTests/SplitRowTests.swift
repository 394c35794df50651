import Documents
import Reading
import Reports
import Testing

/// A row that a page break cut, with a border drawn on both sides of it.
@Suite struct SplitRowTests {
    private func row(_ first: [String], _ second: [String]) throws -> PrintedRow? {
        let rows = [
            ["一、本年新收政府信息公开申请数量", "9", "0", "0", "0", "0", "0", "9"], first, second,
            ["3.危及“三安全一稳定”", "5", "0", "0", "0", "0", "0", "5"],
        ]
        let table = Table(rows: rows.map { $0.map { Table.Cell($0) } })
        return try Reader.report(in: Document(blocks: [.table(table)])).requests?[.prohibitedByLaw]
    }

    private let blanks = Array(repeating: "", count: 7)
    private let values = ["3", "1", "", "0", "0", "0", "4"]

    @Test func `is one row, whichever half has the numbers`() throws {
        let expected: [Cell] = [.count(3), .count(1), .blank, .count(0), .count(0), .count(0), .count(4)]
        #expect(try row(["2.其他法律行政"] + values, ["法规禁止公开"] + blanks)?.cells == expected)
        #expect(try row(["2.其他法律行政"] + blanks, ["法规禁止公开"] + values)?.cells == expected)
    }

    @Test func `is not one row where both halves have a number in one place`() throws {
        #expect(try row(["2.其他法律行政"] + values, ["法规禁止公开"] + values)?.cells == nil)
    }
}
