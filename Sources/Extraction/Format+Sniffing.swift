package import ReaderInterface

extension Format {
    /// The format that the first bytes of a file show.
    package init(sniffing bytes: [UInt8]) {
        let head = bytes.prefix(1024)
        if let known = Format.signatures.first(where: { head.starts(with: $0.bytes) }) {
            switch known.format {
            case .zip: self = Format(packed: bytes)
            case .doc: self = Format(compound: bytes)
            default: self = known.format
            }
        } else {
            self = Format(textual: bytes)
        }
    }

    /// The format of what has no signature: text of one kind or another, if it is text.
    private init(textual bytes: [UInt8]) {
        // Tags and header fields are ASCII, which is the same in all encodings but for marks in front and the zeros of UTF-16.
        let marks: Set<UInt8> = [0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
        let ascii = bytes.prefix(8192).drop { marks.contains($0) }.filter { $0 != 0 }
        let head = String(decoding: ascii, as: UTF8.self).lowercased()[...]
        if Format.isHTML(head) {
            self = .html
        } else if Format.isMIME(head) {
            self = .mht
        } else {
            // Other XML is no text that an office would send: it is what a program writes for itself.
            self = TextEncoding.guess(bytes) == nil || head.hasPrefix("<?xml") ? .unknown : .txt
        }
    }

    /// The bytes with which a file of a format begins.
    private static let signatures: [(bytes: [UInt8], format: Format)] = [
        (Array("%PDF".utf8), .pdf),
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .doc),
        (Array("{\\rtf".utf8), .rtf),
        ([0x89, 0x50, 0x4E, 0x47], .image),
        ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF8".utf8), .image),
        ([0x49, 0x49, 0x2A, 0x00], .image),
        ([0x4D, 0x4D, 0x00, 0x2A], .image),
    ]

    /// What an archive holds, by the names of its members. One that is not whole still shows the names of the first of them.
    private init(packed bytes: [UInt8]) {
        if let archive = try? ZipArchive(bytes, limits: Limits()) {
            let format = Format.packages.first { $0.members.contains { archive.contains($0) } }?.format
            self = format == .odt && !Format.isText(archive) ? .unknown : format ?? .zip
        } else {
            let text = String(decoding: bytes.prefix(65_536), as: UTF8.self)
            self = Format.packages.first { package in package.members.contains { text.contains($0) } }?.format ?? .zip
        }
    }

    /// The formats that are archives, by members that each of them has.
    private static let packages: [(members: [String], format: Format)] = [
        (["word/document.xml", "word/document2.xml"], .docx),
        (["xl/workbook.xml"], .xlsx),
        // The list of what is encrypted stays readable where the document itself is not.
        (["OFD.xml", "Encryptions.xml"], .ofd),
        (["xl/workbook.bin", "ppt/presentation.xml"], .unknown),
        (["META-INF/manifest.xml"], .odt),
    ]

    /// Whether an OpenDocument package is a text or the template of one; it may also be a sheet, a presentation, a drawing, and
    /// other programs pack what is theirs in the same way.
    private static func isText(_ archive: ZipArchive) -> Bool {
        guard let type = try? archive.bytes(of: "mimetype") else { return false }
        return String(decoding: type, as: UTF8.self).hasPrefix("application/vnd.oasis.opendocument.text")
    }

    /// Whether a page of HTML begins here: a tag of HTML before any text. Text that only speaks of HTML is text.
    private static func isHTML(_ head: Substring) -> Bool {
        var rest = head.drop(while: \.isWhitespace)
        // What may stand before the first tag: a declaration of XML, comments.
        while let end = ["<?xml": "?>", "<!--": "-->"].first(where: { rest.hasPrefix($0.key) })?.value {
            guard let range = rest.firstRange(of: end) else { return false }
            rest = rest[range.upperBound...].drop(while: \.isWhitespace)
        }
        guard rest.first == "<" else { return false }
        let tag = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "!" }
        return tag == "!doctype"
            ? rest.dropFirst(tag.count + 1).drop(while: \.isWhitespace).hasPrefix("html") : tags.contains(tag)
    }

    /// The tags with which pages and pieces of pages begin.
    private static let tags: Set<Substring> = [
        "html", "head", "body", "meta", "title", "link", "style", "script", "base", "div", "table", "p", "span", "font",
        "center", "section", "article", "main", "header", "h1", "h2", "h3", "ol", "ul", "b", "strong", "br", "a",
        "form",
    ]

    /// Whether a message begins here: header fields, and among them the version of MIME.
    private static func isMIME(_ head: Substring) -> Bool {
        let first = head.drop(while: \.isWhitespace).prefix { $0 != ":" && !$0.isNewline }
        guard !first.isEmpty, first.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else { return false }
        return head.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("mime-version:") }
    }
}
