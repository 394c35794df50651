import Reports

/// The totals of a year for a terminal: the main numbers, who is left out, and what does not agree.
package enum TotalsText {
    /// The totals, lines with their ends.
    package static func text(for totals: Totals, style: TextStyle = TextStyle()) -> String {
        let head = "\(totals.year) 年度：汇总合格的报告 \(totals.included.count) 份，没有计入 \(totals.bodiesLeftOut) 个单位"
        return style.paint(head, .strong) + "\n" + numbers(totals, style) + problems(totals, style) + own(totals, style)
            + leftOut(totals, style)
    }

    private static func numbers(_ totals: Totals, _ style: TextStyle) -> String {
        guard !totals.included.isEmpty else { return "" }
        let rows = zip(TotalsView.shown, TotalsView.numbers(totals.tally)).map { shown, digits in
            [TextTable.Cell(shown.name), .init(digits)]
        }
        return TextTable(columns: [.init(head: "项目"), .init(head: "合计", isNumber: true)], rows: rows).text(style)
    }

    private static func problems(_ totals: Totals, _ style: TextStyle) -> String {
        let broken = totals.tables.findings
        guard !broken.isEmpty else { return "" }
        let head = style.paint("合计数不符合勾稽关系，计入的报告中有不平的数字：", .strong, .bad)
        return "\n\(head)\n" + broken.map { "  \($0.heading)\n" }.joined()
    }

    private static func own(_ totals: Totals, _ style: TextStyle) -> String {
        guard let own = totals.own else { return "" }
        let differences = totals.differences
        let words = differences.isEmpty ? "各格与合计一致。" : "有 \(differences.count) 格与合计不同："
        let rows = differences.map { difference in
            [TextTable.Cell(difference.at.description), .init(difference.stated.digits), .init(difference.sum.digits)]
        }
        let columns = [
            TextTable.Column(head: "位置"), .init(head: "报告", isNumber: true), .init(head: "合计", isNumber: true),
        ]
        let table = rows.isEmpty ? "" : TextTable(columns: columns, rows: rows).text(style)
        return "\n" + style.paint("“\(own.agency.printable)”的报告第 \(own.version) 版：\(words)", .strong) + "\n" + table
    }

    private static func leftOut(_ totals: Totals, _ style: TextStyle) -> String {
        guard !totals.leftOut.isEmpty else { return "" }
        let rows = totals.leftOut.map { [TextTable.Cell($0.agency), .init($0.reason.words)] }
        let columns = [TextTable.Column(head: "没有计入的单位"), .init(head: "原因")]
        return "\n" + TextTable(columns: columns, rows: rows).text(style)
    }
}
