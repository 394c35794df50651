import Documents

/// Text into paragraphs and tables, as its lines show them.
///
/// Text has no tables of its own. What programs leave of one when they save it as text is a line a row, its cells parted
/// by tabs or bars, or a line a cell, each behind one tab, with an empty line after each row.
struct TextExtractor {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        // Four bytes are the longest character; so nothing long is even decoded.
        guard bytes.count <= limits.characters * 4 else {
            throw .limit(name: "limits.characters", value: limits.characters)
        }
        let text = try TextEncoding.text(of: bytes)
        guard text.contains(where: { !$0.isWhitespace }) else { throw .damaged("文件里只有空白，没有文字") }
        var builder = TextTables()
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            builder.take(TextLine(line))
        }
        let blocks = builder.finish()
        guard builder.cells <= limits.cells else { throw .limit(name: "limits.cells", value: limits.cells) }
        return Document(blocks: blocks)
    }
}
