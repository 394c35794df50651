import Documents
import Extraction
import Fixtures
import ReaderInterface

/// A workbook for a test, of the XML that the test is about.
struct SheetFile {
    /// What is in each worksheet, with the attributes of its entry in the workbook.
    var sheets: [(content: String, attributes: String)] = []
    var strings = ""
    var styles = ""

    init(_ content: String) {
        sheets = [(content, "")]
    }

    func blocks(limits: Limits = Limits()) throws -> [Block] {
        let extract = try Extractor.extract(bytes(), limits: limits)
        guard extract.format == .xlsx else { throw Unreadable.format(extract.format) }
        return extract.document.blocks
    }

    func rows() throws -> [[String]] { try blocks().flatMap(\.shownRows) }

    func bytes() -> [UInt8] {
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(base)\""
        let relationships = { (list: [(String, String)]) in
            let elements = list.enumerated().map {
                "<Relationship Id='rId\($0.offset + 1)' Type='\(base)/\($0.element.0)' Target='\($0.element.1)'/>"
            }
            return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(elements.joined())\
                </Relationships>
                """
        }
        let entries = sheets.enumerated().map {
            "<sheet name='\($0.offset)' sheetId='\($0.offset + 1)' r:id='rId\($0.offset + 1)' \($0.element.attributes)/>"
        }
        var package = PackageBuilder()
        package.add("_rels/.rels", relationships([("officeDocument", "/xl/workbook.xml")]))
        package.add("xl/workbook.xml", "<workbook \(sheet)><sheets>\(entries.joined())</sheets></workbook>")
        let parts = sheets.indices.map { ("worksheet", "worksheets/sheet\($0).xml") }
        package.add(
            "xl/_rels/workbook.xml.rels",
            relationships(parts + [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]))
        package.add("xl/sharedStrings.xml", "<sst \(sheet)>\(strings)</sst>")
        package.add("xl/styles.xml", "<styleSheet \(sheet)>\(styles)</styleSheet>")
        for (index, content) in sheets.enumerated() {
            package.add("xl/worksheets/sheet\(index).xml", "<worksheet \(sheet)>\(content.content)</worksheet>")
        }
        return package.bytes()
    }
}

/// The rows of a sheet: each cell by its place, a text or `=` and a number.
func sheetData(_ cells: KeyValuePairs<String, String>) -> String {
    let rows = Dictionary(grouping: cells) { Int($0.key.drop(while: \.isLetter)) ?? 0 }
    let elements = rows.keys.sorted().map { row in
        let cells = (rows[row] ?? []).map { place, text in
            text.hasPrefix("=")
                ? "<c r=\"\(place)\"><v>\(text.dropFirst())</v></c>"
                : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<row r=\"\(row)\">\(cells.joined())</row>"
    }
    return "<sheetData>\(elements.joined())</sheetData>"
}
