import Documents
import Reading
import Reports
import Testing

/// Cells that hold more than a number, and tables with blank columns.
@Suite struct NotedCellTests {
    /// The row of 行政规范性文件 with a text in its second cell.
    private func row(with cell: String) throws -> PrintedRow? {
        let table = Table(rows: [
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"].map { Table.Cell($0) },
            ["规章", "0", "0", "0"].map { Table.Cell($0) }, ["行政规范性文件", "1", cell, "9"].map { Table.Cell($0) },
        ])
        return try Reader.report(in: Document(blocks: [.table(table)])).disclosure?[.normativeDocuments]
    }

    @Test(arguments: [
        ("22（其中修订16件）", 22), ("22(含修订16件)", 22), ("7\n（其中自然失效4件）", 7), ("3件", 3), ("0件", 0), ("3 件", 3), ("约3", 3),
        ("3.", 3),
        ("3。", 3), ("3、", 3), ("1,234件", 1234), ("共3件", 3), ("７（其中４件失效）", 7), ("3（件）", 3), ("7其中失效4件", 7), ("3.0", 3),
        ("12份", 12), ("（含修订1件）3", 3), ("3*", 3), ("0元", 0),
    ])
    func `one reading is left: the number is read, and what stands there is noted`(text: String, number: Int) throws {
        let row = try row(with: text)
        #expect(row?.cells == [.count(1), .count(number), .count(9)])
        #expect(row?.notes[1] != nil)
    }

    @Test(arguments: ["3", "３", " 3 ", "1,234", "1，234"])
    func `a number alone has no note`(text: String) throws {
        #expect(try row(with: text)?.notes == [:])
        #expect(try row(with: text)?.cells?[1].count != nil)
    }

    @Test(arguments: [
        "-", "—", "／", "/", "无", "-3", "－3", "+3", "3-5", "3/5", "三", "不详", "3（5）", "（3）", "35元", "3万", "2.5件", "≥3",
        "3件5份", "1+2",
        "其中3", "3.5", "件", "99999999999999999999件",
    ])
    func `what is no number stays what it is`(text: String) throws {
        let row = try row(with: text)
        #expect(row?.cells?[1].count == nil)
        #expect(row?.notes == [:])
    }

    /// Table 3 with a label that spans the columns of labels, and some of its columns blank.
    private func requests(filled: Set<Int>) throws -> [RequestRow: PrintedRow]? {
        let rows = RequestRow.allCases.map { row in
            let span = row.group == nil ? (RequestRow.results.contains(row) || row == .total ? 2 : 3) : 1
            let group = row.group == nil ? [] : [Table.Cell(row.group == nil ? "" : "（三）不予公开")]
            let outer = span == 3 ? [] : [Table.Cell("三、本年度办理结果")]
            return outer + group + [Table.Cell(row.label, columnSpan: span)]
                + (0..<7).map { Table.Cell(filled.contains($0) ? "0" : "") }
        }
        return try Reader.report(in: Document(blocks: [.table(Table(rows: rows))])).requests?.rows
    }

    @Test(arguments: [[0, 6], [6], [0], [1, 2, 3], []] as [Set<Int>])
    func `blank columns stay blank beside labels that span columns`(filled: Set<Int>) throws {
        let rows = try requests(filled: filled)
        let cells = (0..<7).map { filled.contains($0) ? Cell.count(0) : .blank }
        for row in RequestRow.allCases { #expect(rows?[row]?.cells == cells, "\(row)") }
    }
}
