/// Rows for a terminal in columns that align, Chinese among Latin letters and digits.
struct TextTable {
    /// A column by its head.
    struct Column {
        var head: String
        /// Numbers stand at the right.
        var isNumber = false
    }

    /// A cell with the tone it is painted in.
    struct Cell: ExpressibleByStringLiteral {
        var text: String
        var tone: TextStyle.Tone?

        init(_ text: String, _ tone: TextStyle.Tone? = nil) {
            self.text = text.printable
            self.tone = tone
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    var columns: [Column]
    var rows: [[Cell]]

    /// The lines with their ends, the heads first.
    func text(_ style: TextStyle) -> String {
        let heads = columns.map { Cell($0.head, .faint) }
        let widths = columns.indices.map { column in
            ([heads] + rows).map { $0[column].text.columns }.max() ?? 0
        }
        return ([heads] + rows).map { line($0, widths, style) }.joined()
    }

    private func line(_ cells: [Cell], _ widths: [Int], _ style: TextStyle) -> String {
        var line = ""
        var gap = ""
        for (index, cell) in cells.enumerated() {
            let space = String(repeating: " ", count: max(0, widths[index] - cell.text.columns))
            let painted = cell.tone.map { style.paint(cell.text, $0) } ?? cell.text
            let (before, after) = columns[index].isNumber ? (space, "") : ("", space)
            // Spaces are written only before something, so that no line ends in them.
            line += cell.text.isEmpty ? "" : gap + before + painted
            gap = (cell.text.isEmpty ? gap + before : "") + after + "  "
        }
        return line + "\n"
    }
}
