import Documents
import ReaderInterface

/// Turns the cells of a sheet into paragraphs and tables.
///
/// A sheet is one grid, whatever is written on it. Rows that follow each other without a blank one between belong together.
/// In front and at the end of them, a row with a single text and no borders is a paragraph, as is a sentence anywhere; the rest
/// is a table, whose rows have all columns that any of them uses, so that a blank cell is there although the file says nothing.
struct SheetLayout {
    private let cells: SheetCells
    private var allowance: Allowance

    /// The blocks of a sheet.
    static func blocks(of cells: SheetCells, _ allowance: inout Allowance) throws(Unreadable) -> [Block] {
        var layout = SheetLayout(cells: cells, allowance: allowance)
        var blocks: [Block] = []
        for group in layout.groups { blocks += try layout.blocks(of: group) }
        allowance = layout.allowance
        return blocks
    }

    /// The rows that are used, in groups that follow each other: also those between which a merged cell or hidden rows lie.
    private var groups: [[Int]] {
        let ends = Dictionary(
            cells.merges.values.map { ($0.rows.lowerBound, $0.rows.upperBound) }, uniquingKeysWith: max)
        var groups: [[Int]] = []
        var reached = -2
        for row in cells.rows.keys.sorted() {
            while cells.hiddenRows.contains(reached + 1) { reached += 1 }
            if row <= reached + 1 { groups[groups.count - 1].append(row) } else { groups.append([row]) }
            reached = max(reached, row, ends[row] ?? row)
        }
        return groups
    }

    private mutating func blocks(of group: [Int]) throws(Unreadable) -> [Block] {
        let head = group.prefix { isParagraph($0) }
        let foot = group.dropFirst(head.count).reversed().prefix { isParagraph($0) }.reversed()
        var blocks: [Block] = []
        for row in head { blocks.append(try paragraph(row)) }
        var table: [Int] = []
        for row in group.dropFirst(head.count).dropLast(foot.count) {
            if isParagraph(row), text(of: row).contains("。") {
                blocks += try self.table(table)
                blocks.append(try paragraph(row))
                table = []
            } else {
                table.append(row)
            }
        }
        blocks += try self.table(table)
        for row in foot { blocks.append(try paragraph(row)) }
        return blocks
    }

    /// Whether a row has one text and no borders.
    private func isParagraph(_ row: Int) -> Bool {
        guard let cells = cells.rows[row], !cells.values.contains(where: \.isBordered) else { return false }
        return cells.count == 1
    }

    private func text(of row: Int) -> String { cells.rows[row]?.values.first?.text ?? "" }

    private mutating func paragraph(_ row: Int) throws(Unreadable) -> Block {
        let text = text(of: row)
        try allowance.take(text)
        return .paragraph(text)
    }

    private mutating func table(_ rows: [Int]) throws(Unreadable) -> [Block] {
        let columns = Set(rows.flatMap { cells.rows[$0].map { Array($0.keys) } ?? [] }).sorted()
        guard !columns.isEmpty else { return [] }
        // Every place is a cell or is covered by one.
        try allowance.takeCell(columns: columns.count, rows: rows.count)
        var covered: Set<CellReference> = []
        var table = Table(rows: [])
        for row in rows {
            var line: [Table.Cell] = []
            for column in columns {
                let place = CellReference(row: row, column: column)
                guard !covered.contains(place) else { continue }
                let merge = cells.merges[place]
                let width = merge.map { range in columns.filter { range.columns.contains($0) } } ?? [column]
                let height = merge.map { range in rows.filter { range.rows.contains($0) } } ?? [row]
                for row in height { for column in width { covered.insert(CellReference(row: row, column: column)) } }
                let text = cells.rows[row]?[column]?.text ?? ""
                try allowance.take(text)
                line.append(Table.Cell(text, columnSpan: width.count, rowSpan: height.count))
            }
            table.rows.append(line)
        }
        return [.table(table)]
    }
}
