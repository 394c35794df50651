import Documents
import ReaderInterface

/// Workbooks of Excel (xlsx): the sheets that show, in their order.
struct WorkbookReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let book = try Opened(bytes, limits)
        var allowance = Allowance(limits)
        var blocks: [Block] = []
        for sheet in book.sheets {
            guard let root = try book.root(of: sheet) else { continue }
            let cells = SheetCells(root, strings: book.strings, styles: book.styles)
            blocks += try SheetLayout.blocks(of: cells, &allowance)
        }
        guard !blocks.isEmpty else { throw book.package.hasPictures ? .scanned : .damaged("工作簿里没有文字") }
        return Document(blocks: blocks)
    }

    /// The cells of the sheets that show, those too that are hidden in them: who filters a list and saves it has not taken lines out.
    func grid(from bytes: [UInt8]) throws(Unreadable) -> CellGrid {
        let book = try Opened(bytes, limits)
        var builder = CellGrid.Builder(limits)
        for sheet in book.sheets where builder.begin(sheet["name"] ?? "") {
            guard let root = try book.root(of: sheet) else { continue }
            let rows = SheetCells(root, strings: book.strings, styles: book.styles, withHidden: true).rows
            for number in rows.keys.sorted() {
                try builder.add(number + 1, (0..<CellGrid.columns).lazy.map { rows[number]?[$0]?.text ?? "" })
            }
        }
        return builder.grid
    }

    /// A workbook with what its sheets share.
    private struct Opened {
        let package: OfficePackage
        let styles: SheetStyles
        let strings: [String]
        let sheets: [XMLElement]

        init(_ bytes: [UInt8], _ limits: Limits) throws(Unreadable) {
            package = try OfficePackage(bytes, limits: limits, usual: "xl/workbook.xml")
            let workbook = try package.main()
            styles = SheetStyles(try package.part("styles"))
            strings = try package.part("sharedStrings")?.children("si").map(\.richText) ?? []
            sheets = (workbook.child("sheets")?.children("sheet") ?? []).filter {
                $0["state"] ?? "visible" == "visible"
            }
        }

        /// The content of a sheet; `nil` where it has no cells: it may also be a chart.
        func root(of sheet: XMLElement) throws(Unreadable) -> XMLElement? {
            guard let name = sheet[.reference, "id"].flatMap({ package.partName(id: $0) }),
                let root = try package.archive.xml(name), root.is(.sheet, "worksheet")
            else { return nil }
            return root
        }
    }
}
