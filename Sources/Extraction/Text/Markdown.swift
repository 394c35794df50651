/// Text in Markdown: its marks are for the program that prints it, not for the reader.
///
/// A pattern is made anew each time it is used, which takes longer than a look at the bytes: so it is used only where they allow.
enum Markdown {
    /// Whether lines are Markdown: some have hashes of a heading, or the dashes under a table's head.
    static func isUsed(in lines: [Substring]) -> Bool {
        lines.contains { headingMark($0) != nil || isDelimiter($0) && $0.contains("--") }
    }

    /// The lines without their marks. A table is known by the dashes under its head, and ends at a line without a bar.
    static func lines(_ lines: [Substring]) -> [TextLine] {
        var isInTable = false
        return lines.indices.map { index in
            let line = lines[index]
            let isHead = index + 1 < lines.count && isDelimiter(lines[index + 1]) && line.contains("|")
            if isInTable, isDelimiter(line), isUnderHead(lines, index) { return .rule }
            isInTable = isHead || isInTable && line.contains("|")
            return isInTable ? .row(cells(of: line)) : block(line)
        }
    }

    /// Whether the dashes of a line stand under a table's first row; further down a row of dashes says that there is nothing.
    private static func isUnderHead(_ lines: [Substring], _ index: Int) -> Bool {
        index < 2 || !lines[index - 2].contains("|")
    }

    /// `| --- | :---: |`
    private static func isDelimiter(_ line: Substring) -> Bool {
        line.utf8.contains(UInt8(ascii: "|")) && line.utf8.contains(UInt8(ascii: "-"))
            && line.wholeMatch(of: /\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*/) != nil
    }

    /// The hashes of a heading, with the space behind them.
    private static func headingMark(_ line: Substring) -> Substring? {
        first(of: line) == "#" ? line.firstMatch(of: /^ {0,3}#{1,6}[ \t\u{3000}]+/)?.output : nil
    }

    /// A line outside tables.
    private static func block(_ line: Substring) -> TextLine {
        guard let first = first(of: line), "`~=-*_>+#".contains(first) else { return TextLine(plain(line)[...]) }
        if line.wholeMatch(of: /\s*(```.*|~~~.*|=+|([-*_]\s*){3,})/) != nil { return .empty }
        if let mark = headingMark(line) {
            let title = line.dropFirst(mark.count).replacing(/[ \t]+#+[ \t]*$/, with: "")
            return TextLine(plain(title)[...])
        }
        return TextLine(plain(line.replacing(/^\s*(>\s?)*([-*+]\s+)?/, with: ""))[...])
    }

    private static func first(of line: Substring) -> Character? { line.first { !$0.isWhitespace } }

    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isEscaped = false
        for character in line {
            // A lone stroke is what people write where there is nothing; only within other text does it keep a bar from parting.
            if character == "|", !isEscaped || cells[cells.count - 1].allSatisfy({ $0 == "\\" || $0.isWhitespace }) {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        let isFramed = cells.count > 2 && cells[0].allSatisfy(\.isWhitespace)
        if cells.count > 1, cells[cells.count - 1].allSatisfy(\.isWhitespace) { cells.removeLast() }
        if isFramed { cells.removeFirst() }
        return cells.map(plain)
    }

    /// A text without emphasis, escapes and links.
    private static func plain(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: marks.contains) else { return trimmed(String(text)) }
        let written = hidingEscapes(text)
            .replacing(/(?i)<br\s*\/?>/, with: "\n")
            .replacing(/!\[[^\]]*\]\([^)]*\)/, with: "")
            .replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }
            .replacing(/(\*\*|__|~~|`)(.+?)\1/) { $0.2 }
            .replacing(/\*([^*\s](?:[^*]*[^*\s])?)\*/) { $0.1 }
        let signs = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        return trimmed(showingEscapes(signs.reduce(written) { $0.replacing($1.0, with: $1.1) }))
    }

    /// The signs with which all marks within a line begin.
    private static let marks = Set("\\<![*_~`&".utf8)

    private static func trimmed(_ text: String) -> String {
        let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex
        return String(text[..<end].drop(while: \.isWhitespace))
    }

    // A sign behind a stroke is no mark: it is kept in the private area while marks are looked for.

    private static func hidingEscapes(_ text: some StringProtocol) -> String {
        String(text).replacing(/\\([!-\/:-@\[-`{-~])/) { match in
            String(match.1.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xE000) }.map(Character.init))
        }
    }

    private static func showingEscapes(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xE021...0xE07E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xE000) ?? scalar : scalar
                }))
    }
}
