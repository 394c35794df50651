package import Foundation
import Rules
import Workbooks

/// The register as a workbook.
package enum RegisterWorkbook {
    /// The bytes of `register.xlsx`. Times are those of `zone`.
    package static func bytes(for register: Register, in zone: TimeZone = .china) throws -> [UInt8] {
        try book(register, zone).bytes()
    }

    static func book(_ register: Register, _ zone: TimeZone) -> Workbook {
        let head = RegisterTable.heads.map { SheetCell(.text($0), .head) }
        return Workbook([
            Sheet(
                "台账", widths: [8, 30, 14, 6, 6, 18, 17, 8, 8, 34, 9, 20, 26, 8], frozenRows: 1, frozenColumns: 2,
                hasFilter: true, isLandscape: true, rows: [head] + register.lines.map { cells($0, zone) })
        ])
    }

    private static func cells(_ line: Register.Line, _ zone: TimeZone) -> [SheetCell] {
        let report = line.report
        let isRead = report.isChecked
        return [
            SheetCell(Int(report.year).map(SheetCell.Content.count) ?? .text(report.year)),
            SheetCell(.text(report.agency), .label), SheetCell(.text(line.group)), SheetCell(.count(report.version)),
            SheetCell(.text(line.mark)), SheetCell(.text(report.verdict.name), report.verdict.sheetStyle),
            SheetCell(.moment(report.receivedAt, zone)), SheetCell(isRead ? .count(report.errors) : .text("—")),
            SheetCell(isRead ? .count(report.warnings) : .text("—")), SheetCell(.text(report.place)),
            SheetCell(.text(report.rulebook)), SheetCell(.text(report.sha256)),
            SheetCell(.text(report.remark)), SheetCell(.link("回执", to: report.receipt)),
        ]
    }
}

extension Verdict {
    var sheetStyle: SheetCell.Style {
        switch self {
        case .accepted: .good
        case .acceptedWithWarnings: .careful
        case .returned: .bad
        case .unreadable, .failed: .calm
        }
    }
}
