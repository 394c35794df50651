import Reports
import Workbooks

/// 人工录入表: the numbers of a report that could not be read, written down by a person who has it before the eyes.
///
/// The tables stand in the order and in the words of the form, a row of the sheet each. Every cell has to be filled in: a blank is no zero.
package enum EntryForm {
    /// A row of the sheet, by the words at its beginning.
    struct Row {
        /// As the form prints it, with its group.
        var label: String
        /// The cells that the form gives it.
        var places: [Place]
    }

    /// The rows of a table under the heads of their columns.
    struct Block {
        var title: String
        var heads: [String]
        var rows: [Row]
    }

    /// The words before what the file says of itself.
    enum Field: String, CaseIterable {
        case agency = "单位"
        case year = "年度"
        case why = "理由"
    }

    static let title = "人工录入表"
    private static let note =
        "填写空白的格：根据报告原件逐格抄录，每格都要填，没有的填 0；收费金额以万元为单位。只校核三张表的数字，对文字的规则不适用。"
        + "由 nianbao enter 单位 年度 文件 录入；单位、年度、理由也可以在命令中写明。"

    static let blocks: [Block] = {
        // The form prints the heads anew where they are others.
        let disclosure = DisclosureRow.allCases.reduce(into: [Block]()) { blocks, row in
            if blocks.last?.heads != row.columns {
                blocks.append(Block(title: "表二　\(Section.disclosure.title)", heads: row.columns, rows: []))
            }
            blocks[blocks.count - 1].rows.append(Row(label: row.label, places: Tally.places(of: row)))
        }
        let requests = Block(
            title: "表三　\(Section.requests.title)", heads: Applicant.allCases.map(\.label),
            rows: RequestRow.allCases.map { Row(label: $0.fullLabel, places: Tally.places(of: $0)) })
        let review = Block(
            title: "表四　\(Section.review.title)", heads: ReviewOutcome.allCases.map(\.label),
            rows: ReviewBlock.allCases.map { Row(label: $0.label, places: Tally.places(of: $0)) })
        return disclosure + [requests, review]
    }()

    private static let columns = 1 + Applicant.allCases.count

    /// An empty form as the bytes of an `.xlsx` file.
    package static func workbook() throws -> [UInt8] {
        var rows: [[SheetCell]] = [
            [SheetCell(.text("\(title)　\(note)"), .note, columns: columns)]
        ]
        rows += Field.allCases.map { field in
            [SheetCell(.text(field.rawValue), .label), SheetCell(.blank, .input, columns: columns - 1)]
        }
        for block in blocks {
            rows.append(([block.title] + block.heads).map { SheetCell(.text($0), .head) })
            rows += block.rows.map { row in
                [SheetCell(.text(row.label), .label)] + row.places.map { _ in SheetCell(.blank, .input) }
            }
        }
        var sheet = Sheet(title, widths: [52] + Array(repeating: 14, count: columns - 1), frozenRows: 1, rows: rows)
        sheet.heights = [0: 64]
        sheet.isProtected = true
        return try Workbook([sheet]).bytes()
    }

    /// The same as text, its cells parted by commas.
    package static func csv() -> String {
        let rows =
            Field.allCases.map { [$0.rawValue] }
            + blocks.flatMap { block in [[block.title] + block.heads] + block.rows.map { [$0.label] } }
        return CSV.text(head: [title, note], rows: rows)
    }
}
