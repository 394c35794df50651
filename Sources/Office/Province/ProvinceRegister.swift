package import Foundation
import Reports
import Rules
import Workbooks

/// The register of all bodies of all offices for WPS and Excel: a line a body and year. It is made line by line, since there can be
/// hundreds of thousands.
package enum ProvinceRegister {
    static let heads = [
        "上级", "办公室", "年度", "单位", "分组", "状态", "报送期限", "收到时间", "版本", "须改正", "请核实", "已核销", "人工录入", "是否按时",
    ]

    /// A sheet holds no more lines than this.
    static let mostLines = 1_000_000

    /// The beginning of `register.csv`.
    package static var csvHead: String { CSV.head(heads) }

    /// The line of a body in `register.csv`, and `above` the offices above its own.
    package static func csvLine(_ body: OfficeBody, above: [String], in zone: TimeZone = .china) -> String {
        let report = body.report
        return CSV.line([
            place(above), body.office, body.year, body.agency, body.group, body.state.name, body.deadline ?? "",
            report?.receivedAt.brief(in: zone) ?? "", report.map { String($0.version) } ?? "", body.digits(\.errors),
            body.digits(\.warnings), body.digits(\.waived), entered(body), timing(body),
        ])
    }

    /// The bytes of `register.xlsx`; `source` hands over the bodies, each with the offices above its own.
    package static func workbook(
        in zone: TimeZone = .china, from source: ((OfficeBody, _ above: [String]) throws -> Void) throws -> Void
    ) throws -> [UInt8] {
        let sheet = Sheet(
            "台账", widths: [24, 20, 8, 30, 14, 18, 12, 17, 6, 8, 8, 8, 10, 10], frozenRows: 1, frozenColumns: 4,
            hasFilter: true, isLandscape: true, rows: [heads.map { SheetCell(.text($0), .head) }])
        return try Workbook.bytes(of: sheet) { rows in
            var count = 0
            try source { body, above in
                count += 1
                if count <= mostLines { try rows.write(cells(body, above, zone)) }
            }
            if count > mostLines {
                try rows.write([SheetCell(.text("另有 \(count - mostLines) 行，见 register.csv。"))])
            }
        }
    }

    private static func cells(_ body: OfficeBody, _ above: [String], _ zone: TimeZone) -> [SheetCell] {
        let report = body.report
        return [
            SheetCell(.text(place(above))), SheetCell(.text(body.office), .label),
            SheetCell(Int(body.year).map(SheetCell.Content.count) ?? .text(body.year)),
            SheetCell(.text(body.agency), .label), SheetCell(.text(body.group)),
            SheetCell(.text(body.state.name), body.state.sheetStyle), SheetCell(.text(body.deadline ?? "")),
            SheetCell(report.map { .moment($0.receivedAt, zone) } ?? .blank),
            SheetCell(report.map { .count($0.version) } ?? .blank), count(body, \.errors), count(body, \.warnings),
            count(body, \.waived), SheetCell(.text(entered(body))), SheetCell(.text(timing(body))),
        ]
    }

    private static func count(_ body: OfficeBody, _ path: KeyPath<OfficeBody.Submitted, Int>) -> SheetCell {
        let digits = body.digits(path)
        return SheetCell(Int(digits).map(SheetCell.Content.count) ?? (digits.isEmpty ? .blank : .text(digits)))
    }

    private static func place(_ above: [String]) -> String { above.joined(separator: "/") }

    /// Of bodies that have a last day and whose report has come.
    private static func timing(_ body: OfficeBody) -> String {
        guard body.report != nil, body.deadline != nil else { return "" }
        return body.isLate ? "逾期" : "按时"
    }

    private static func entered(_ body: OfficeBody) -> String { body.report?.isEntered == true ? "是" : "" }
}

extension DeskState {
    fileprivate var sheetStyle: SheetCell.Style {
        switch self {
        case .judged(let verdict): verdict.sheetStyle
        case .missing: .plain
        case .overdue: .bad
        }
    }
}
