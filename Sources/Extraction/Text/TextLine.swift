/// A line of a text, by what it is of a table.
enum TextLine: Equatable {
    case empty
    case paragraph(String)
    /// A row, its cells parted by tabs or bars.
    case row([String])
    /// One cell behind one tab.
    case cell(String)
    /// A line of dashes between the rows of a table: nothing.
    case rule

    init(_ line: Substring) {
        let bars = line.count(where: TextLine.isBar)
        if line.contains("\t") {
            self = TextLine.tabbed(line)
        } else if line.allSatisfy(\.isWhitespace) {
            self = .empty
        } else if TextLine.isFrame(line) {
            self = .rule
        } else if bars >= 2 || (bars == 1 && line.last.map(TextLine.isBar) == true) {
            self = TextLine.barred(line)
        } else {
            self = .paragraph(String(line))
        }
    }

    /// What is drawn between rows: `+----+----+`, `├────┼────┤`.
    private static func isFrame(_ line: Substring) -> Bool {
        guard let first = line.first(where: { !$0.isWhitespace }), !first.isLetter, !first.isNumber else {
            return false
        }
        let drawn = line.filter { !$0.isWhitespace }
        return drawn.count >= 3 && drawn.allSatisfy { "+-=─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝".contains($0) }
            && drawn.contains { !"-=─━═".contains($0) }
    }

    private static func tabbed(_ line: Substring) -> TextLine {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return cells.count == 2 && cells[0].isEmpty ? .cell(cells[1]) : .row(cells)
    }

    private static func barred(_ line: Substring) -> TextLine {
        var cells = line.split(omittingEmptySubsequences: false, whereSeparator: isBar).map(String.init)
        // One dash alone is what people write where there is nothing.
        if cells.allSatisfy({ $0.allSatisfy { "-=: +".contains($0) } }), line.contains("--") { return .rule }
        // Bars on both sides are the frame, not two more cells.
        if cells.count > 2, cells[0].allSatisfy(\.isWhitespace), cells[cells.count - 1].allSatisfy(\.isWhitespace) {
            cells = Array(cells.dropFirst().dropLast())
        }
        return .row(cells)
    }

    private static func isBar(_ character: Character) -> Bool { "|｜│┃".contains(character) }
}
