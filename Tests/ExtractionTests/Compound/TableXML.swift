import Fixtures

/// Tables of any shape as Word writes them: cells that span columns and rows, all numbers different.
enum TableXML {
    /// A table that is divided at random; `columns` wide. Its first row shows each column: a doc has no others.
    static func random(_ seed: Int, rows: Int, columns: Int) -> String {
        var random = Seeded(seed)
        var number = seed * 10_000
        /// For each column how many rows the cell above still covers, and for its first column how wide that cell is.
        var covered = Array(repeating: 0, count: columns)
        var widths = Array(repeating: 0, count: columns)
        let lines = (0..<rows).map { row in
            var cells = ""
            var column = 0
            while column < columns {
                if covered[column] > 0 {
                    let width = widths[column]
                    cells += tc("", grid(width) + "<w:vMerge/>")
                    for index in column..<column + width { covered[index] -= 1 }
                    column += width
                } else {
                    let free = covered[column...].prefix { $0 == 0 }.count
                    let width = row > 0 && random.once(in: 4) ? Int.random(in: 1...min(4, free), using: &random) : 1
                    let height = random.once(in: 4) ? Int.random(in: 1...max(1, min(4, rows - row)), using: &random) : 1
                    number += 1
                    cells += tc("\(number)", grid(width) + (height > 1 ? "<w:vMerge w:val='restart'/>" : ""))
                    widths[column] = width
                    for index in column..<column + width { covered[index] = height - 1 }
                    column += width
                }
            }
            return tr(cells)
        }
        return table(lines.joined(), columns: columns)
    }

    /// A table with the columns that Word declares for it.
    static func table(_ rows: String, columns: Int) -> String {
        let grid = String(repeating: "<w:gridCol w:w='\(9000 / columns)'/>", count: columns)
        return
            "<w:tbl><w:tblPr><w:tblW w:w='9000' w:type='dxa'/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl>"
    }

    private static func grid(_ width: Int) -> String { "<w:tcW w:w='0' w:type='auto'/><w:gridSpan w:val='\(width)'/>" }
}
