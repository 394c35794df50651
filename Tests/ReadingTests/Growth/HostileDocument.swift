import Documents
import Reports
import Testing

/// A document made to cost a reader more than its size: one passage of a report, repeated.
struct HostileDocument: Sendable, CustomTestStringConvertible {
    let name: String
    /// The document of some size: so many letters or so many cells, roughly.
    let make: @Sendable (Int) -> Document

    var testDescription: String { name }

    /// A passage in the section on requests, repeated as often as fits.
    private static func prose(_ name: String, _ unit: String, between: String = "") -> HostileDocument {
        HostileDocument(name: name) { size in
            report([.paragraph(copies(of: unit, size).joined(separator: between))])
        }
    }

    /// A passage with a number of its own each time.
    private static func numbered(
        _ name: String, between: String, _ unit: @escaping @Sendable (Int) -> String
    ) -> HostileDocument {
        HostileDocument(name: name) { size in
            let count = max(1, size / unit(1_000).count)
            return report([.paragraph((0..<count).map(unit).joined(separator: between))])
        }
    }

    /// Rows of a table, each as many cells wide as is told.
    private static func rows(_ name: String, _ cells: [String], wide: Int? = nil) -> HostileDocument {
        HostileDocument(name: name) { size in
            let width = wide ?? size
            let row = (0..<width).map { Table.Cell(cells[$0 % cells.count]) }
            return report([.table(Table(rows: Array(repeating: row, count: max(1, size / width))))])
        }
    }

    private static func copies(of unit: String, _ size: Int) -> [String] {
        Array(repeating: unit, count: max(1, size / unit.count))
    }

    private static func report(_ blocks: [Block], title: String = "青岚市水利局2024年政府信息公开工作年度报告") -> Document {
        let headings = Section.allCases.map { Block.paragraph($0.heading) }
        return Document(blocks: [.paragraph(title)] + headings[..<3] + blocks + headings[3...])
    }
}

extension HostileDocument {
    static let all: [HostileDocument] = texts + lines + tables

    private static let texts: [HostileDocument] = [
        prose("digits", "1"), prose("ideographs", "甲"), prose("spaces", " "), prose("full stops", "。"),
        prose("list commas", "、"), prose("semicolons", "；"), prose("colons", "："), prose("brackets", "（"),
        prose("closed brackets", "）"), prose("titles left open", "《"), prose("quotes left open", "“"),
        prose("numbers left open", "〔"), prose("tags left open", "<"), prose("all left open", "《〔“<（"),
        prose("titles closed", "《甲》"), prose("crosses", "×"), prose("bookmarks", "[bookmark:"),
        prose("groups of digits", "567", between: ","), prose("numerals", "一"), prose("thousands", "千"),
        prose("ten thousands", "1万"), prose("decimals", "1.1."), prose("percentages", "办结率1%，"),
        prose("prefixes of words", "政府信息公开申"), prose("words", "政府信息公开申请"), prose("years", "2023年"),
        prose("Chinese years", "二〇二三年"), prose("days", "统计期限2024年1月1日"), prose("months", "统计期限1月"),
        prose("negations", "未收到政府信息公开申请，"), prose("parts", "共9条，其中甲1条、乙2条，"),
        prose("channels", "通过网站公开1条；"), prose("bracketed parts", "甲9件（乙1件），"),
        prose("leads without end", "其中，分别为，包括：", between: "甲"), prose("combining marks", "e\u{301}"),
        numbered("statements", between: "，") { "收到申请\($0)件" },
        numbered("parts that never add up", between: "、") { "共\($0)条，其中甲1条" },
        numbered("bodies", between: "。") { "第\($0)甲乙丙丁局" },
    ]

    private static let lines: [HostileDocument] = [
        prose("values", "1", between: "\n"), prose("no values", "无", between: "\n"),
        prose("headings", "一、总体情况", between: "\n"), prose("nearly headings", "一、总体情況", between: "\n"),
        prose("headings by turns", "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情況", between: "\n"),
        prose("numbers of headings", "一、", between: "\n"), prose("brackets of headings", "（一）甲", between: "\n"),
        prose("labels", "一、本年新收政府信息公开申请数量", between: "\n"),
        prose("labels with values", "2.重复申请 0 1 0 0 0 0 1", between: "\n"),
        prose("labels over values", "2.重复申请\n0\n1\n0", between: "\n"),
        prose("nearly labels", "一、本年新收政府信自公开申请数量 0 0 0 0 0 0 0", between: "\n"),
        prose("halves of labels", "2.其他法律行政法规", between: "\n"),
        prose("heads", "结果维持 结果纠正 其他结果", between: "\n"), prose("totals", "总计", between: "\n"),
        HostileDocument(name: "bodies without a title") { size in
            let names = (0..<max(1, size / 5)).map { "甲\(letters($0))局" }.joined(separator: "。")
            return report([.paragraph(names)], title: "说明")
        },
        HostileDocument(name: "titles") { size in
            report([], title: copies(of: "甲局2024年政府信息公开工作年度报告", size).joined(separator: "\n"))
        },
        HostileDocument(name: "one long title") { size in
            report([], title: String(repeating: "2024年", count: max(1, size / 5)) + "政府信息公开工作年度报告")
        },
    ]

    private static let tables: [HostileDocument] = [
        rows("a row of values", ["2.重复申请", "1"]), rows("a row of blanks", ["2.重复申请"] + Array(repeating: "", count: 60)),
        rows("a row of labels", ["2.重复申请"]), rows("a row of totals", ["总计"]), rows("a row of groups", ["（六）其他处理"]),
        rows("rows of labels", ["2.重复申请", "0", "1"], wide: 8), rows("rows of nearly labels", ["2.重复申青"], wide: 8),
        rows("rows of halves", ["2.其他法律行政法规", "禁止公开"], wide: 2), rows("rows of heads", ["结果维持", "1"], wide: 15),
        rows("rows of text", ["甲"], wide: 4), rows("a column of values", ["1"], wide: 1),
        rows("labels alone", ["2.重复申请"], wide: 1), rows("blank rows", [""], wide: 8),
        HostileDocument(name: "tiny tables") { size in
            report(Array(repeating: .table(Table(rows: [[Table.Cell("2.重复申请"), Table.Cell("1")]])), count: size / 4))
        },
        HostileDocument(name: "values below a wide label") { size in
            let wide = [Table.Cell("2.重复申请")] + Array(repeating: Table.Cell(""), count: size / 2)
            return report([.table(Table(rows: [wide] + Array(repeating: [Table.Cell("甲")], count: size / 2)))])
        },
        HostileDocument(name: "cells that span rows") { size in
            let cells = Array(repeating: Table.Cell("甲", rowSpan: 50), count: size / 50)
            return report([.table(Table(rows: [cells] + Array(repeating: [Table.Cell("1")], count: 49)))])
        },
        HostileDocument(name: "a cell of values") { size in
            report([.table(Table(rows: [[Table.Cell("2.重复申请"), Table.Cell(copies(of: "1 ", size).joined())]]))])
        },
    ]

    /// A number in ideographs, so that names differ.
    private static func letters(_ number: Int) -> String {
        let scalars = [number / 500, number % 500].compactMap { Unicode.Scalar(UInt32(0x4E00 + $0)) }
        return String(String.UnicodeScalarView(scalars))
    }
}
