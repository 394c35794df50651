package import Documents

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
        } else if Format.isHTML(head) {
            self = .html
        } else if Format.isMIME(head) {
            self = .mht
        } else {
            self = TextEncoding.guess(bytes) == nil ? .unknown : .txt
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
            self =
                Format.packages.first { package in package.members.contains { archive.contains($0) } }?.format ?? .zip
        } else {
            let text = String(decoding: bytes.prefix(65_536), as: UTF8.self)
            self = Format.packages.first { package in package.members.contains { text.contains($0) } }?.format ?? .zip
        }
    }

    /// The formats that are archives, by members that each of them has.
    private static let packages: [(members: [String], format: Format)] = [
        (["word/document.xml", "word/document2.xml"], .docx),
        (["xl/workbook.xml"], .xlsx),
        (["OFD.xml"], .ofd),
        (["xl/workbook.bin", "ppt/presentation.xml", "META-INF/manifest.xml"], .unknown),
    ]

    private static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head", "<body"].contains { text.contains($0) }
    }

    private static func isMIME(_ head: ArraySlice<UInt8>) -> Bool {
        String(decoding: head, as: UTF8.self).lowercased().contains("mime-version:")
    }
}
