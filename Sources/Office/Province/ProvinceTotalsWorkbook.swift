import Reports
import Workbooks

/// The tables of all levels as a workbook: those of the level above all as the form prints them, every cell of each level, and where the
/// governments' own reports differ.
package enum ProvinceTotalsWorkbook {
    /// The bytes of `totals-2024.xlsx`.
    package static func bytes(for totals: ProvinceTotals) throws -> [UInt8] { try book(totals).bytes() }

    static func book(_ totals: ProvinceTotals) -> Workbook {
        let top = totals.top
        let tables = top.counted == 0 ? [] : top.tally.tables(top.broken).views(compared: top.differences)
        return Workbook(
            tables.map(TotalsWorkbook.sheet)
                + [TotalsWorkbook.cells(top.tally, own: top.own), levels(totals), differences(totals)])
    }

    /// A level a line, a cell of the form a column.
    private static func levels(_ totals: ProvinceTotals) -> Sheet {
        let heads =
            ["上级", "办公室", "计入", "未计入", "没有数的办公室", "与本级报告不同"]
            + Tally.places.map { $0.labels.joined(separator: "\n") }
        let levels = [totals.top] + totals.levels.filter { $0.office != totals.top.office }
        let lines = levels.map { level in
            [
                SheetCell(.text(level.above.joined(separator: "/"))), SheetCell(.text(level.title(in: totals)), .label),
                SheetCell(.count(level.counted)), SheetCell(.count(level.leftOut)), SheetCell(.count(level.silent)),
                SheetCell(level.own == nil ? .blank : .count(level.differences.count)),
            ] + Tally.places.map { TotalsWorkbook.number(level.tally[$0]) }
        }
        return Sheet(
            "各办公室", widths: [24, 28, 8, 8, 8, 8] + Tally.places.map { _ in 16 }, frozenRows: 1, frozenColumns: 2,
            hasFilter: true, isLandscape: true, rows: [heads.map { SheetCell(.text($0), .head) }] + lines)
    }

    /// Each cell in which a government's own report states another number than the sum.
    private static func differences(_ totals: ProvinceTotals) -> Sheet {
        let heads = ["上级", "办公室", "表", "行", "栏", "本级报告", "合计"]
        let lines = totals.levels.flatMap { level in
            level.differences.map { difference in
                ([level.above.joined(separator: "/"), level.office ?? ""] + difference.at.labels)
                    .map { SheetCell(.text($0), .label) }
                    + [SheetCell(.decimal(difference.stated.digits)), SheetCell(.decimal(difference.sum.digits))]
            }
        }
        return Sheet(
            "不一致", widths: [24, 24, 44, 40, 24, 14, 14], frozenRows: 1, frozenColumns: 2, hasFilter: true,
            rows: [heads.map { SheetCell(.text($0), .head) }] + lines)
    }
}
