/// The namespaces whose elements are read. A vocabulary that has two names, a strict and a transitional one, is one of these.
enum XMLNamespace: Hashable {
    case none
    /// WordprocessingML.
    case word
    /// SpreadsheetML.
    case sheet
    /// The `r:id` of Office documents.
    case reference
    /// The parts of an Office package that list relationships.
    case relationships
    case contentTypes
    /// Alternatives for programs of different age.
    case compatibility
    /// Shapes of Word 2010 and later.
    case wordShape
    case vml
    /// Formulas in Office documents.
    case math
    case ofd
    /// OpenDocument: the frame of a document, its text, tables, drawings and styles, and what LibreOffice adds.
    case odfOffice, odfText, odfTable, odfDraw, odfStyle, odfExtension
    case other

    init(_ uri: String) {
        self = XMLNamespace.known[uri] ?? (uri.hasPrefix("http://www.ofdspec.org") ? .ofd : .other)
    }

    private static let known: [String: XMLNamespace] = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word,
        "http://purl.oclc.org/ooxml/wordprocessingml/main": .word,
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": .sheet,
        "http://purl.oclc.org/ooxml/spreadsheetml/main": .sheet,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": .reference,
        "http://purl.oclc.org/ooxml/officeDocument/relationships": .reference,
        "http://schemas.openxmlformats.org/package/2006/relationships": .relationships,
        "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes,
        "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility,
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": .wordShape,
        "urn:schemas-microsoft-com:vml": .vml,
        "http://schemas.openxmlformats.org/officeDocument/2006/math": .math,
        "http://purl.oclc.org/ooxml/officeDocument/math": .math,
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": .odfOffice,
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0": .odfText,
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": .odfTable,
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": .odfDraw,
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0": .odfStyle,
        "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": .odfExtension,
    ]
}
