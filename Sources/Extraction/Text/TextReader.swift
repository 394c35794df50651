import Documents
import ReaderInterface

/// Text into paragraphs and tables, as its lines show them.
///
/// Text has no tables of its own. What programs leave of one when they save it as text is a line a row, its cells parted
/// by tabs or bars, or a line a cell, each behind one tab, with an empty line after each row. Markdown has tables.
struct TextReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        // Four bytes are the longest character; so nothing long is even decoded.
        guard bytes.count / 4 <= limits.characters else { throw limits.reached(.characters) }
        let text = try TextEncoding.text(of: bytes)
        guard text.contains(where: { !$0.isWhitespace }) else { throw .damaged("文件里只有空白，没有文字") }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var builder = TextTables()
        for line in Markdown.isUsed(in: lines) ? Markdown.lines(lines) : lines.map({ TextLine($0) }) {
            builder.take(line)
        }
        let blocks = builder.finish()
        try limits.check(.cells, builder.cells)
        return Document(blocks: blocks)
    }
}
