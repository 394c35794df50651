import Documents
import ReaderInterface

/// Turns drawn pages into a document: tables that run over pages are one, lines are paragraphs, page numbers are gone.
struct PageLayout {
    private let limits: Limits
    private var sheets: [Sheet] = []
    private var watermarks = Watermarks()
    private var characters = 0
    private var cells = 0

    init(limits: Limits) { self.limits = limits }

    /// Takes the next page.
    mutating func take(_ page: DrawnPage) throws(Unreadable) {
        characters += page.glyphs.count
        try limits.check(.characters, characters)
        let sheet = try Sheet(page, without: &watermarks, limits: limits)
        for case .grid(let grid) in sheet.items { cells += grid.cells.count }
        try limits.check(.cells, cells)
        sheets.append(sheet)
    }

    /// The document. Throws where the pages are pictures, or their text can't be read as such.
    func finish() throws(Unreadable) -> Document {
        try checkText()
        let marked = sheets.map(watermarks.removedAfterwards)
        let lines = Furniture.removed(from: OpenTables.resolved(UnruledGrids.resolved(marked)))
        let sheets = try RuledTables.resolved(Footnotes.moved(in: lines), limits: limits)
        let paragraphs = Paragraphs(sheets.map { $0.items.compactMap(\.line) })
        var builder = BlockBuilder(paragraphs)
        for sheet in sheets { builder.take(sheet) }
        return Document(blocks: builder.finish())
    }

    private func checkText() throws(Unreadable) {
        let glyphs = sheets.reduce(0) { $0 + $1.glyphs }
        let unknown = sheets.reduce(0) { $0 + $1.unknown }
        let isScanned = sheets.contains(where: \.isPicture)
        guard glyphs > 0 else { throw isScanned ? .scanned : .damaged("页面上没有文字") }
        // A title page in letters before scanned tables: what is to be checked is in the pictures.
        if isScanned, sheets.allSatisfy({ $0.tables == 0 }) { throw .scanned }
        guard unknown * 20 <= glyphs else {
            throw .damaged("\(glyphs) 个字中有 \(unknown) 个的字体没有注明是什么字，看得见但读不出；请用原来的 Word 或 WPS 文件提交，或重新导出 PDF")
        }
    }
}
