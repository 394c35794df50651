import Reports
import Rules

/// The years side by side for a terminal.
package enum YearsText {
    /// The years of a body or of all, lines with their ends.
    package static func text(for comparison: YearComparison, style: TextStyle = TextStyle()) -> String {
        let who = comparison.agency?.printable ?? RuleRanking.all
        guard !comparison.columns.isEmpty else { return "\(who)：还没有写明年度的报告，没有可以对比的数字。\n" }
        let columns =
            [TextTable.Column(head: "项目")]
            + comparison.columns.flatMap { [.init(head: "\($0.year)", isNumber: true), .init(head: "较上年")] }
        var rows = [[TextTable.Cell(comparison.agency == nil ? "计入的单位" : "报告")] + comparison.columns.flatMap(basis)]
        for block in YearTable.blocks {
            rows += block.measures.map { measure in
                [TextTable.Cell(measure.label)]
                    + comparison.columns.flatMap { cells($0.measures?[measure]?.digits, $0.change(of: measure)) }
            }
            rows += block.rates.map { rate in
                [TextTable.Cell(rate.name)]
                    + comparison.columns.flatMap { cells(YearTable.share(rate, of: $0), $0.change(of: rate)) }
            }
        }
        // A column of changes in which there is none.
        let blank = columns.indices.filter { index in rows.allSatisfy { $0[index].text.isEmpty } }
        let table = TextTable(columns: columns.without(blank), rows: rows.map { $0.without(blank) }).text(style)
        return style.paint("\(who)历年对比", .strong) + "\n" + table + leftOut(comparison)
    }

    /// What each year's numbers are of, and over how many bodies its changes are worked out.
    private static func basis(_ column: YearComparison.Column) -> [TextTable.Cell] {
        if column.report != nil || column.measures == nil {
            return [.init(column.report?.verdict.name ?? YearTable.gap), ""]
        }
        return [.init("\(column.bodies) 个"), .init(column.basis.map { "同比 \($0.bodies) 个" } ?? "", .faint)]
    }

    private static func cells(_ number: String?, _ change: YearChange?) -> [TextTable.Cell] {
        [
            .init(number ?? YearTable.gap, number == nil ? .faint : nil),
            .init(change?.words ?? "", change?.isBig == true ? .strong : .faint),
        ]
    }

    private static func leftOut(_ comparison: YearComparison) -> String {
        let uncounted = comparison.agency == nil ? [] : comparison.uncounted.map { "  \($0.printable)\n" }
        let lines =
            uncounted
            + comparison.columns.flatMap { column in
                column.leftOut.map { "  \(column.year)：\($0.agency.printable)，\($0.reason.words)\n" }
            }
        return lines.isEmpty ? "" : "没有计入的：\n" + lines.joined()
    }

    /// A ranking, lines with their ends.
    package static func text(for ranking: RuleRanking, style: TextStyle = TextStyle()) -> String {
        let head = "\(ranking.year) 年度常见问题：按首次报送时出现的报告份数排列\n"
        return style.paint(head, .strong) + ranking.groups.map { text(for: $0, style) }.joined()
    }

    private static func text(for group: RuleRanking.Group, _ style: TextStyle) -> String {
        let head =
            "\n" + style.paint("\((group.name ?? RuleRanking.all).printable)（\(group.reports) 份报告）", .strong) + "\n"
        guard !group.lines.isEmpty else { return head + "没有查出问题。\n" }
        let heads = [
            TextTable.Column(head: "首次报送", isNumber: true), .init(head: "目前", isNumber: true), .init(head: "问题"),
            .init(head: "常见的地方（首次报送）"),
        ]
        let rows = group.lines.map { line in
            let waived = line.waived > 0 ? "，另核销 \(line.waived)" : ""
            return [
                TextTable.Cell("\(line.first)（\(group.percent(line.first))%）"),
                .init("\(line.current)（\(group.percent(line.current))%）\(waived)"), .init(line.finds),
                .init(line.shownPlaces, .faint),
            ]
        }
        return head + TextTable(columns: heads, rows: rows).text(style)
    }
}

extension Array {
    fileprivate func without(_ indices: [Int]) -> [Element] {
        enumerated().filter { !indices.contains($0.offset) }.map(\.element)
    }
}
