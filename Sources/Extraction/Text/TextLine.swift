/// A line of a text, by what it is of a table.
enum TextLine: Equatable {
    case empty
    case paragraph(String)
    /// A row, its cells parted by tabs or bars.
    case row([String])
    /// One cell behind one tab.
    case cell(String)
    /// The line of dashes under the head of a table in Markdown: nothing.
    case rule

    init(_ line: Substring) {
        let bars = line.count(where: TextLine.isBar)
        if line.contains("\t") {
            self = TextLine.tabbed(line)
        } else if line.allSatisfy(\.isWhitespace) {
            self = .empty
        } else if bars >= 2 || (bars == 1 && line.last.map(TextLine.isBar) == true) {
            self = TextLine.barred(line)
        } else {
            self = .paragraph(String(line))
        }
    }

    private static func tabbed(_ line: Substring) -> TextLine {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return cells.count == 2 && cells[0].isEmpty ? .cell(cells[1]) : .row(cells)
    }

    private static func barred(_ line: Substring) -> TextLine {
        var cells = line.split(omittingEmptySubsequences: false, whereSeparator: isBar).map(String.init)
        if cells.allSatisfy({ $0.allSatisfy { "-=: +".contains($0) } }), line.contains("-") { return .rule }
        // Bars on both sides are the frame, not two more cells.
        if cells.count > 2, cells[0].allSatisfy(\.isWhitespace), cells[cells.count - 1].allSatisfy(\.isWhitespace) {
            cells = Array(cells.dropFirst().dropLast())
        }
        return .row(cells)
    }

    private static func isBar(_ character: Character) -> Bool { "|｜│┃".contains(character) }
}
