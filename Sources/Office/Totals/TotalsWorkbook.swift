import Reports
import Workbooks

/// The totals as a workbook: the official tables as the form prints them, what each body contributed, and who is left out.
package enum TotalsWorkbook {
    /// A sheet is made in memory, with a cell for each number of each body: more than this many of them fill it.
    static let mostBodies = 5_000

    /// The bytes of `totals-2024.xlsx`.
    package static func bytes(for totals: Totals) throws -> [UInt8] { try book(totals).bytes() }

    static func book(_ totals: Totals, mostBodies: Int = mostBodies) -> Workbook {
        let tables = totals.included.isEmpty ? [] : totals.tableViews.map(sheet)
        return Workbook(
            tables + [
                cells(totals.tally, own: totals.own?.result.tally), contributions(totals, mostBodies), leftOut(totals),
            ])
    }

    static func sheet(_ table: TableView) -> Sheet {
        let title = SheetCell(.text(table.caption), .head, columns: table.columnCount)
        // The form's own proportions; what has none is shared out evenly.
        let widths = table.widths.isEmpty ? Array(repeating: 16, count: table.columnCount) : table.widths.map { $0 + 2 }
        return Sheet(
            String(table.caption.prefix(2)), widths: widths.map(Double.init), isLandscape: table.columnCount > 6,
            rows: [[title]] + (table.head + table.body + table.foot).map { $0.sheetCells })
    }

    /// Every cell of the form in a line, with the government's own report beside it.
    static func cells(_ tally: Tally, own: Tally?) -> Sheet {
        let heads = ["表", "行", "栏", "合计"] + (own == nil ? [] : ["本级报告", "相差"])
        let lines = Tally.places.map { place in
            let sum = tally[place]
            let stated = own.map { $0[place] }
            let compared = stated.map { [number($0), difference($0, sum)] } ?? []
            return place.labels.map { SheetCell(.text($0), .label) } + [number(sum)] + compared
        }
        return Sheet(
            "逐项", widths: [44, 40, 24, 14, 14, 14], frozenRows: 1, frozenColumns: 3, hasFilter: true,
            rows: [heads.map { SheetCell(.text($0), .head) }] + lines)
    }

    static func number(_ number: ExactDecimal?) -> SheetCell {
        SheetCell(number.map { .decimal($0.digits) } ?? .blank)
    }

    private static func difference(_ stated: ExactDecimal?, _ sum: ExactDecimal?) -> SheetCell {
        guard let stated, let sum, stated != sum else { return SheetCell(.blank) }
        return SheetCell(.text("不一致"), .careful)
    }

    /// A body a line, a cell of the form a column.
    private static func contributions(_ totals: Totals, _ mostBodies: Int) -> Sheet {
        guard totals.included.count <= mostBodies else {
            let note =
                "计入的单位有 \(totals.included.count) 个，超过 \(mostBodies) 个，这里不再逐个列出；各单位的数字见 totals-\(totals.year).csv。"
            return Sheet("各单位", widths: [100], rows: [[SheetCell(.text(note))]])
        }
        let heads = ["单位", "版本"] + Tally.places.map { $0.labels.joined(separator: "\n") }
        let lines = totals.included.map { body in
            [
                SheetCell(.link(body.name, to: StatusAddress.of("\(body.path)/receipt.html")), .label),
                SheetCell(.count(body.version)),
            ] + Tally.places.map { number(body.tally[$0]) }
        }
        let sums =
            [SheetCell(.text("合计"), .head), SheetCell(.blank, .head)]
            + Tally.places.map { place in
                SheetCell(totals.tally[place].map { .decimal($0.digits) } ?? .blank, .head)
            }
        return Sheet(
            "各单位", widths: [32, 6] + Tally.places.map { _ in 16 }, frozenRows: 1, frozenColumns: 1, hasFilter: true,
            isLandscape: true, rows: [heads.map { SheetCell(.text($0), .head) }] + lines + [sums])
    }

    private static func leftOut(_ totals: Totals) -> Sheet {
        let lines = totals.leftOut.map { left in
            [
                SheetCell(.text(left.agency), .label), SheetCell(left.version.map(SheetCell.Content.count) ?? .blank),
                SheetCell(.text(left.reason.words)),
            ]
        }
        return Sheet(
            "没有计入", widths: [32, 10, 60], frozenRows: 1, hasFilter: true,
            rows: [["单位", "当前版本", "原因"].map { SheetCell(.text($0), .head) }] + lines)
    }
}

extension TableView {
    /// How many columns the table has.
    fileprivate var columnCount: Int { head.first?.width ?? body.first?.width ?? 1 }
}

extension TableView.Row {
    fileprivate var width: Int { heads.reduce(0) { $0 + $1.columns } + cells.reduce(0) { $0 + $1.columns } }

    fileprivate var sheetCells: [SheetCell] {
        heads.map { head in
            let isLabel = head.scope == "row" || head.scope == "rowgroup"
            return SheetCell(.text(head.text), isLabel ? .label : .head, columns: head.columns, rows: head.rows)
        }
            + cells.map { cell in
                // A cell with words beside its number is text: a spreadsheet must not sum it unseen.
                let content: SheetCell.Content =
                    cell.text.isEmpty
                    ? .blank
                    : cell.notes.isEmpty
                        ? .decimal(cell.text) : .text(([cell.text] + cell.notes).joined(separator: "\n"))
                return SheetCell(content, cell.sheetStyle, columns: cell.columns)
            }
    }
}

extension TableView.Cell {
    fileprivate var sheetStyle: SheetCell.Style {
        switch style {
        case "error": .bad
        case "warning": .careful
        case "info", "absent": .calm
        default: .plain
        }
    }
}
