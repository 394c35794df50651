/// A kind of file, told by its content and never by its name. The raw value is the `format` of a result.
package enum Format: String, CaseIterable, Sendable, Codable {
    case txt
    case docx
    case doc
    /// Of Word 95 and before.
    case word95 = "doc-95"
    case pdf
    case html
    case mht
    case ofd
    /// A text document of OpenDocument.
    case odt
    case xlsx
    /// Of Excel 2003 and before.
    case xls
    case zip
    case rtf
    case image
    case unknown

    /// What a clerk calls it.
    package var name: String {
        switch self {
        case .txt: "文本"
        case .docx: "Word 文档（docx）"
        case .doc: "Word/WPS 文档（doc、wps）"
        case .word95: "Word 95 或更早版本的文档（doc）"
        case .pdf: "PDF"
        case .html: "网页"
        case .mht: "网页归档（mht）"
        case .ofd: "OFD 版式文件"
        case .odt: "ODF 文字文档（odt）"
        case .xlsx: "Excel 工作簿"
        case .xls: "Excel 97–2003 工作簿（xls）"
        case .zip: "压缩包"
        case .rtf: "RTF 文档"
        case .image: "图片"
        case .unknown: "未识别的格式"
        }
    }
}

extension Format {
    /// Whether files of the format have a mark at their end: one that has it is whole. Text ends anywhere.
    package var hasEnd: Bool { ![.txt, .image, .unknown].contains(self) }

    /// The extensions, in small letters, that files of the format bear; WPS saves either kind of Word file as .wps.
    private var extensions: [String] {
        switch self {
        case .txt: ["txt", "text", "md", "markdown"]
        case .docx: ["docx", "docm", "dotx", "dotm", "wps", "wpt"]
        case .doc: ["doc", "dot", "wps", "wpt"]
        case .word95: ["doc"]
        case .pdf: ["pdf"]
        case .html: ["html", "htm", "xhtml", "shtml"]
        case .mht: ["mht", "mhtml"]
        case .ofd: ["ofd"]
        case .odt: ["odt", "ott"]
        case .xlsx: ["xlsx", "xlsm", "et"]
        case .xls: ["xls", "et"]
        case .zip: ["zip"]
        case .rtf: ["rtf", "doc", "wps"]
        case .image: ["png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp"]
        case .unknown: []
        }
    }

    private static let allExtensions = Set(allCases.flatMap(\.extensions))

    /// The extension of a file's name where it claims a format that the content is not; `nil` where it fits or claims none.
    package func contradiction(in fileName: String) -> String? {
        guard self != .unknown, let dot = fileName.lastIndex(of: ".") else { return nil }
        let claimed = fileName[fileName.index(after: dot)...].lowercased()
        return Format.allExtensions.contains(claimed) && !extensions.contains(claimed) ? claimed : nil
    }
}
