import Documents
import ReaderInterface

/// Workbooks of Excel (xlsx): the sheets that show, in their order.
struct WorkbookReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let package = try OfficePackage(bytes, limits: limits, usual: "xl/workbook.xml")
        let workbook = try package.main()
        let styles = SheetStyles(try package.part("styles"))
        let strings = try package.part("sharedStrings")?.children("si").map(\.richText) ?? []
        var allowance = Allowance(limits)
        var blocks: [Block] = []
        for sheet in workbook.child("sheets")?.children("sheet") ?? [] where sheet["state"] ?? "visible" == "visible" {
            // A sheet may also be a chart, which has no cells.
            guard let name = sheet[.reference, "id"].flatMap({ package.partName(id: $0) }),
                let root = try package.archive.xml(name), root.is(.sheet, "worksheet")
            else { continue }
            let cells = SheetCells(root, strings: strings, styles: styles)
            blocks += try SheetLayout.blocks(of: cells, &allowance)
        }
        guard !blocks.isEmpty else { throw package.hasPictures ? .scanned : .damaged("工作簿里没有文字") }
        return Document(blocks: blocks)
    }
}
