extension Format {
    /// The extensions, in small letters, that files of the format bear; WPS saves either kind of Word file as .wps.
    private var extensions: [String] {
        switch self {
        case .txt: ["txt", "text", "md", "markdown"]
        case .docx: ["docx", "docm", "dotx", "wps", "wpt"]
        case .doc: ["doc", "dot", "wps", "wpt"]
        case .word95: ["doc"]
        case .pdf: ["pdf"]
        case .html: ["html", "htm", "xhtml", "shtml"]
        case .mht: ["mht", "mhtml"]
        case .ofd: ["ofd"]
        case .xlsx: ["xlsx", "xlsm", "et"]
        case .xls: ["xls", "et"]
        case .zip: ["zip"]
        case .rtf: ["rtf"]
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
