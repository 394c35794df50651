import Documents
import ReaderInterface

/// Reads the main text of a binary Word document, paragraph by paragraph, and the text boxes that hang on it.
struct WordStory {
    private let text: PieceTable
    private let mainLength: Int
    private let paragraphs: PropertyRuns
    private let characters: PropertyRuns
    private let styles: StyleSheet
    private let fonts: FontTable
    private let boxes: TextBoxes
    private let data: ByteView?
    private let limits: Limits
    private var counters: WordCounters
    private var allowance: Allowance
    /// Whether pictures are in it: a document of nothing else is a scan.
    private(set) var hasPictures = false

    init(
        _ block: FileInformationBlock, main: ByteView, table: ByteView, data: ByteView?, limits: Limits
    ) throws(Unreadable) {
        guard let pieces = try block.view(of: .pieces, in: table),
            let paragraphPages = try block.view(of: .paragraphPages, in: table)
        else { throw .damaged("Word 文档缺少文字或段落的目录") }
        text = try PieceTable(pieces, main: main, limits: limits)
        mainLength = block.mainLength
        guard mainLength <= text.units.count else { throw .damaged("Word 文档的文字比记录的短，文件多半没有传完") }
        paragraphs = try PropertyRuns(paragraphPages, of: .paragraphs, main: main)
        let characterPages = try block.view(of: .characterPages, in: table) ?? ByteView([])
        characters = try PropertyRuns(characterPages, of: .characters, main: main)
        styles = try StyleSheet(try block.view(of: .styles, in: table))
        fonts = try FontTable(try block.view(of: .fonts, in: table))
        boxes = try TextBoxes(block, table: table, textEnd: text.units.count)
        counters = WordCounters(try ListTables.numbering(block, table: table))
        self.data = data
        self.limits = limits
        allowance = Allowance(limits)
    }

    /// The blocks of the main text. A text box follows the paragraph on which it hangs; one of which that is not known comes last.
    mutating func blocks() throws(Unreadable) -> [Block] {
        var blocks = try blocks(in: 0..<mainLength, withBoxes: true)
        for box in boxes.loose { blocks += try self.blocks(in: box, withBoxes: false) }
        return blocks
    }

    private mutating func blocks(in range: Range<Int>, withBoxes: Bool) throws(Unreadable) -> [Block] {
        let fields = FieldMarks(text.units[range])
        var tables = NestedTables(limits)
        var carried = ""
        var start = range.lowerBound
        while start < range.upperBound {
            let end = self.end(from: start, before: range.upperBound)
            let format = try paragraphFormat(endingAt: end)
            let mark = characterFormat(at: end, style: format.style)
            if format.endsRow {
                if mark.isDeleted {
                    try tables.dropRow(depth: format.depth, &allowance)
                } else {
                    try tables.endRow(format, &allowance)
                }
            } else {
                var line = WordRuns(fields, fonts)
                take(start..<end, style: format.style, into: &line)
                hasPictures = hasPictures || line.hasPictures
                let whole = carried + line.text
                let endsCell = text.units[end] == Mark.cell || format.endsInnerCell
                // A tracked change took away the paragraph's end: it goes on with the next.
                let isJoined = mark.isDeleted && !endsCell && end + 1 < range.upperBound
                carried = isJoined ? whole : ""
                var blocks = isJoined ? [] : try paragraph(whole, format)
                for anchor in line.anchors where withBoxes {
                    if let box = boxes.anchored[anchor] { blocks += try self.blocks(in: box, withBoxes: false) }
                }
                try tables.take(blocks, depth: format.depth, endsCell: endsCell, &allowance)
            }
            start = end + 1
        }
        return try tables.finish(&allowance)
    }

    private mutating func paragraph(_ text: String, _ format: ParagraphFormat) throws(Unreadable) -> [Block] {
        let text = ListMarker.joined(marker(of: format), text)
        try allowance.take(text)
        return text.allSatisfy(\.isWhitespace) ? [] : [.paragraph(text)]
    }

    /// The number that Word writes in front of a paragraph.
    private mutating func marker(of format: ParagraphFormat) -> String {
        guard let list = format.list, list != 0 else { return "" }
        let level = format.level ?? counters.level(ofStyle: String(format.style), in: String(list))
        return counters.next(String(list), level: level ?? 0)
    }

    // MARK: Runs

    private enum Mark {
        static let cell: UInt16 = 0x07
        static let section: UInt16 = 0x0C
        static let paragraph: UInt16 = 0x0D
    }

    /// The position of the mark that ends the paragraph, or the last one.
    private func end(from start: Int, before limit: Int) -> Int {
        for position in start..<limit {
            switch text.units[position] {
            case Mark.paragraph, Mark.cell: return position
            case Mark.section:
                // The end of a section ends a paragraph, a break of the page does not.
                let place = Int(text.places[position])
                if let run = paragraphs.run(at: place), run.places.upperBound <= place + 2 { return position }
            default: break
            }
        }
        return limit - 1
    }

    private func paragraphFormat(endingAt position: Int) throws(Unreadable) -> ParagraphFormat {
        var format = ParagraphFormat()
        let properties = paragraphs.run(at: Int(text.places[position]))?.bytes ?? []
        if properties.count >= 2 { format.style = try ByteView(properties).uint16(0) }
        for group in styles.paragraphProperties(of: format.style) { try format.apply(group, data: data) }
        try format.apply(properties.dropFirst(2), data: data)
        try format.apply(text.override(at: position), data: data)
        return format
    }

    private func characterFormat(at position: Int, style: Int) -> CharacterFormat {
        var format = CharacterFormat()
        format.inherit(styles.hides(style: style))
        if let run = characters.run(at: Int(text.places[position])) { format.apply(run.bytes, styles: styles) }
        format.apply(text.override(at: position), styles: styles)
        return format
    }

    /// Takes the characters of a paragraph; those of a run have one format.
    private func take(_ positions: Range<Int>, style: Int, into line: inout WordRuns) {
        var known: (places: Range<Int>, piece: Range<Int>, format: CharacterFormat)?
        for position in positions {
            let place = Int(text.places[position])
            if known?.places.contains(place) != true || known?.piece.contains(position) != true {
                let places = characters.run(at: place)?.places ?? place..<place + 1
                known = (places, text.piece(at: position), characterFormat(at: position, style: style))
            }
            if let format = known?.format { line.take(text.units[position], at: position, format) }
        }
    }
}
