import Documents
import ReaderInterface

/// Turns what is in the body of a Word document into blocks, counting lists on the way.
struct WordBody {
    private let package: OfficePackage
    private let styles: WordStyles
    private var counters: WordCounters
    private var allowance: Allowance

    init(_ package: OfficePackage) throws(Unreadable) {
        self.package = package
        styles = WordStyles(try package.part("styles", leavingOut: WordStyles.unread))
        counters = WordCounters(WordNumbering(try package.part("numbering"), styles: styles))
        allowance = Allowance(package.archive.limits)
    }

    /// The blocks in a body, a cell or a text box, in order. A text box follows the paragraph on which it hangs.
    mutating func blocks(in container: XMLElement) throws(Unreadable) -> [Block] {
        var blocks: [Block] = []
        var carried = ""
        for element in container.shown {
            if element.is(.word, "tbl") {
                blocks += try table(element)
            } else if element.is(.word, "p") {
                let line = WordLine(element, styles: styles)
                let text = carried + line.text
                let isJoined = isMarkDeleted(element)
                carried = isJoined ? text : ""
                if !isJoined { blocks += try paragraph(text, as: element) }
                for box in line.boxes { blocks += try self.blocks(in: box) }
            } else if element.is(.word, "altChunk") {
                blocks += try chunk(element)
            }
        }
        return carried.isEmpty ? blocks : blocks + [.paragraph(carried)]
    }

    private mutating func paragraph(_ text: String, as element: XMLElement) throws(Unreadable) -> [Block] {
        let text = ListMarker.joined(marker(of: element), text)
        try allowance.take(text)
        return text.allSatisfy(\.isWhitespace) ? [] : [.paragraph(text)]
    }

    /// Whether a tracked change took away the end of the paragraph, so that it goes on with the next.
    private func isMarkDeleted(_ paragraph: XMLElement) -> Bool {
        paragraph.child("pPr")?.child("rPr")?.child("del") != nil
    }

    /// The number that Word writes in front of a paragraph.
    private mutating func marker(of paragraph: XMLElement) -> String {
        let properties = paragraph.child("pPr")
        let own = WordStyles.Numbering(properties)
        let style = styles.numbering(of: properties?.child("pStyle")?["val"])
        guard let list = own?.list ?? style?.list, list != "0" else { return "" }
        let level = own?.level ?? style?.level ?? style.flatMap { counters.level(ofStyle: $0.style, in: list) }
        return counters.next(list, level: level ?? 0)
    }

    /// A part in another format that Word takes in when it opens the document.
    private mutating func chunk(_ element: XMLElement) throws(Unreadable) -> [Block] {
        guard let name = element[.reference, "id"].flatMap({ package.partName(id: $0) }),
            let bytes = try package.archive.bytes(of: name)
        else { return [] }
        let limits = allowance.limits
        let reader: (any FormatReader)? =
            switch Format(sniffing: bytes) {
            case .html: WebReader(limits: limits)
            case .mht: ArchivedPageReader(limits: limits)
            case .txt: TextReader(limits: limits)
            default: nil
            }
        guard let reader else { throw .damaged("正文中嵌有没有并入的文件 \(name)，请用 Word 打开，另存一次") }
        let blocks = try reader.document(from: bytes).blocks
        for block in blocks { try allowance.take(block) }
        return blocks
    }

    // MARK: Tables

    private mutating func table(_ element: XMLElement) throws(Unreadable) -> [Block] {
        var rows = WordRows()
        for row in element.shown where row.is(.word, "tr") {
            let properties = row.child("trPr")
            guard properties?.child("del") == nil, properties?.toggle("hidden") != true else { continue }
            rows.begin(before: WordRows.number(properties?.child("gridBefore")) ?? 0)
            for cell in row.shown where cell.is(.word, "tc") {
                let properties = cell.child("tcPr")
                guard properties?.child("cellDel") == nil else { continue }
                // The cell is read even where it is covered by the one above: its lists count.
                rows.add(try blocks(in: cell), properties)
            }
        }
        return try rows.draft.blocks(&allowance)
    }
}
