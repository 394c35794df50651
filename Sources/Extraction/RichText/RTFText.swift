import Linux
import ReaderInterface

/// The text of a paragraph, put together of bytes of a code page and of numbered characters.
struct RTFText {
    private(set) var text = ""
    private var bytes: [UInt8] = []
    private var isChinese = false
    /// The first half of a character that UTF-16 writes in two.
    private var surrogate: UInt16?

    /// Appends a byte of the code page; a character may take two or four of them.
    mutating func append(_ byte: UInt8, isChinese: Bool) {
        if self.isChinese != isChinese { flush() }
        self.isChinese = isChinese
        surrogate = nil
        bytes.append(byte)
    }

    /// Appends the character of `\u`: a unit of UTF-16, negative where it is over 32,767.
    mutating func append(unit number: Int) {
        flush()
        let value = number < 0 ? number + 65_536 : number
        guard let unit = UInt16(exactly: value) else {
            append(UInt32(exactly: value).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
            return
        }
        if UTF16.isLeadSurrogate(unit) {
            surrogate = unit
        } else if UTF16.isTrailSurrogate(unit) {
            text += String(decoding: [surrogate ?? 0xFFFD, unit], as: UTF16.self)
            surrogate = nil
        } else {
            append(Unicode.Scalar(unit) ?? "\u{FFFD}")
        }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        flush()
        surrogate = nil
        text.unicodeScalars.append(scalar)
    }

    /// The text, which begins anew.
    mutating func take() -> String {
        flush()
        defer { self = RTFText() }
        return text
    }

    private mutating func flush() {
        guard !bytes.isEmpty else { return }
        defer { bytes.removeAll(keepingCapacity: true) }
        if bytes.allSatisfy({ $0 < 0x80 }) {
            text += String(decoding: bytes, as: UTF8.self)
        } else if isChinese {
            text += GB18030.text(of: bytes) ?? "\u{FFFD}"
        } else {
            text.unicodeScalars.append(contentsOf: bytes.map(RTFText.western))
        }
    }

    /// A character of Windows-1252. What it has between 128 and 159 are quotes and dashes, but for a few.
    private static func western(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        return quotes[byte] ?? "\u{FFFD}"
    }

    private static let quotes: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    ]
}

/// In which fonts bytes are Chinese: those of the character set 134, or of no set where the file's code page is Chinese.
struct RTFFonts {
    private var sets: [Int: Int] = [:]
    /// The font whose description is read.
    private var current = 0
    /// The code page of the file.
    var codePage = 1252

    mutating func begin(_ font: Int) { current = font }

    mutating func set(_ set: Int) {
        if sets.count < RTFFonts.most { sets[current] = set }
    }

    func isChinese(_ font: Int) -> Bool {
        switch sets[font] ?? 1 {
        case 134: true
        case 0, 1: codePage == 936 || codePage == 54_936
        default: false
        }
    }

    /// A document has some dozens.
    private static let most = 10_000
}
