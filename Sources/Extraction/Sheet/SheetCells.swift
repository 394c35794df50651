import Documents

/// The cells of a sheet: their texts, their borders, and how they are merged. Hidden rows and columns are not printed, and are left out
/// where what shows is asked for.
struct SheetCells {
    struct Cell {
        var text = ""
        var isBordered = false
    }

    /// By row, then by column.
    private(set) var rows: [Int: [Int: Cell]] = [:]
    /// The merged cells, by the first cell of each.
    private(set) var merges: [CellReference: CellRange] = [:]
    private(set) var hiddenRows: Set<Int> = []
    private var hiddenColumns: [ClosedRange<Int>] = []

    init(_ sheet: XMLElement, strings: [String], styles: SheetStyles, withHidden: Bool = false) {
        let columns = withHidden ? [] : sheet.child("cols")?.children("col") ?? []
        for column in columns where column.isOn("hidden") {
            if let first = column["min"].flatMap({ Int($0) }), let last = column["max"].flatMap({ Int($0) }),
                1 <= first, first <= last
            {
                hiddenColumns.append(first - 1...last - 1)
            }
        }
        var index = -1
        for row in sheet.child("sheetData")?.children("row") ?? [] {
            let number = row["r"].flatMap { Int($0) } ?? 0
            index = (1...CellReference.rows).contains(number) ? number - 1 : index + 1
            let isHidden = row.isOn("hidden") && !withHidden
            if isHidden { hiddenRows.insert(index) } else { take(row, at: index, strings, styles) }
        }
        for merge in sheet.child("mergeCells")?.children("mergeCell") ?? [] {
            guard let range = merge["ref"].flatMap({ CellRange($0) }) else { continue }
            merges[CellReference(row: range.rows.lowerBound, column: range.columns.lowerBound)] = range
        }
    }

    private mutating func take(_ row: XMLElement, at index: Int, _ strings: [String], _ styles: SheetStyles) {
        var column = -1
        for element in row.children("c") {
            column = element["r"].flatMap { CellReference($0)?.column } ?? column + 1
            guard !hiddenColumns.contains(where: { $0.contains(column) }) else { continue }
            let style = element["s"].flatMap { Int($0) } ?? 0
            let cell = Cell(
                text: SheetCells.text(of: element, style: style, strings, styles), isBordered: styles.isBordered(style))
            if cell.isBordered || cell.text.contains(where: { !$0.isWhitespace }) {
                rows[index, default: [:]][column] = cell
            }
        }
    }

    /// What a cell shows.
    private static func text(of cell: XMLElement, style: Int, _ strings: [String], _ styles: SheetStyles) -> String {
        let value = cell.child("v")?.text ?? ""
        switch cell["t"] {
        case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "inlineStr": return cell.child("is")?.richText ?? ""
        case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
        case "str", "e", "d": return value
        default: return Double(value).map { styles.text($0, style: style) } ?? value
        }
    }
}

extension XMLElement {
    /// The text of a cell in pieces of different looks, without the guides to its pronunciation.
    var richText: String {
        elements.map { piece in
            switch piece.name.local {
            case "t": piece.text
            case "r": piece.child("t")?.text ?? ""
            default: ""
            }
        }.joined()
    }
}
