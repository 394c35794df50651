import Documents
import Extraction
import Fixtures
import ReaderInterface

/// A Word document for a test, of the XML that the test is about.
struct WordFile {
    /// What is in the body.
    var body: String
    var styles = ""
    var numbering = ""
    /// Whether the names are those of the strict standard.
    var isStrict = false
    var others: [(name: String, bytes: [UInt8])] = []

    init(_ body: String) {
        self.body = body
    }

    /// The file.
    func bytes() -> [UInt8] {
        var package = PackageBuilder()
        package.add(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            \(contentType("document", "document.main"))\(contentType("styles", "styles"))\(contentType("numbering", "numbering"))
            </Types>
            """)
        package.add("_rels/.rels", relationships([("officeDocument", "word/document.xml")]))
        package.add("word/document.xml", root("document", "<w:body>\(body)</w:body>"))
        package.add(
            "word/_rels/document.xml.rels",
            relationships([("styles", "styles.xml"), ("numbering", "numbering.xml"), ("aFChunk", "chunk")]))
        package.add("word/styles.xml", root("styles", styles))
        package.add("word/numbering.xml", root("numbering", numbering))
        others.forEach { package.add($0.name, $0.bytes) }
        return package.bytes()
    }

    /// What is read of it.
    func blocks(limits: Limits = Limits()) throws -> [Block] {
        let extract = try Extractor.extract(bytes(), limits: limits)
        guard extract.format == .docx else { throw Unreadable.format(extract.format) }
        return extract.document.blocks
    }

    /// The lines of text that are read of it.
    func paragraphs() throws -> [String] {
        try blocks().compactMap { block in
            guard case .paragraph(let text) = block else { return nil }
            return text
        }
    }

    /// The rows of the tables that are read of it: each cell's text, with `×columns,rows` where it spans more than its place.
    func rows() throws -> [[String]] { try blocks().flatMap(\.shownRows) }

    /// What a part is; programs other than ours ask for it.
    private func contentType(_ part: String, _ kind: String) -> String {
        let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml"
        return "<Override PartName='/word/\(part).xml' ContentType='\(type)'/>"
    }

    private func relationships(_ list: [(kind: String, target: String)]) -> String {
        let base = isStrict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org"
        let folder = isStrict ? "officeDocument/relationships" : "officeDocument/2006/relationships"
        let elements = list.enumerated().map {
            "<Relationship Id='r\($0.offset)' Type='\(base)/\(folder)/\($0.element.kind)' Target='\($0.element.target)'/>"
        }
        return """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(elements.joined())\
            </Relationships>
            """
    }

    private func root(_ name: String, _ content: String) -> String {
        let word =
            isStrict
            ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
            : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:\(name) xmlns:w="\(word)" xmlns:v="urn:schemas-microsoft-com:vml"
             xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
             xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
             xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
             xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">\(content)</w:\(name)>
            """
    }
}

extension Block {
    /// The rows of a table as `WordFile.rows` shows them.
    var shownRows: [[String]] {
        guard case .table(let table) = self else { return [] }
        return table.rows.map { row in
            row.map { cell in
                let isSingle = cell.columnSpan == 1 && cell.rowSpan == 1
                return isSingle ? cell.text : "\(cell.text)×\(cell.columnSpan),\(cell.rowSpan)"
            }
        }
    }
}

/// A paragraph of one run.
func p(_ text: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(r(text))</w:p>"
}

/// A run.
func r(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

/// A cell of one paragraph.
func tc(_ text: String, _ properties: String = "") -> String {
    "<w:tc>\(properties.isEmpty ? "" : "<w:tcPr>\(properties)</w:tcPr>")\(p(text))</w:tc>"
}

/// A row.
func tr(_ cells: String..., properties: String = "") -> String {
    "<w:tr>\(properties.isEmpty ? "" : "<w:trPr>\(properties)</w:trPr>")\(cells.joined())</w:tr>"
}

/// A table.
func tbl(_ rows: String...) -> String { "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>" }
