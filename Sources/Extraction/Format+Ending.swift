package import ReaderInterface

/// Whether bytes end where a file of their format ends. What is there may be wrong all the same: this only tells that something is
/// still to come, by the mark that each format has at its end.
extension Format {
    /// Writers that set the full size first leave zeros behind what they have written. Nobody ends a text in so many.
    private static let zerosOfText = 16
    /// The sectors of some formats are filled up with zeros.
    private static let zerosOfSectors = 4_096
    private static let zerosOfSector = 512
    /// How far before the end of a file its mark is looked for.
    private static let tail = 2_048

    /// Whether a file of the format is only the beginning of one.
    package func isCutOff(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .docx, .xlsx, .ofd, .odt, .zip: !Self.hasDirectory(bytes)
        case .doc, .xls, .word95: Self.lacksSectors(bytes)
        case .pdf: !Self.hasTrailer(bytes)
        case .html: Self.isOpenPage(bytes)
        case .mht: Self.isOpenMessage(bytes)
        case .rtf: Self.isOpenGroup(bytes)
        case .txt: Self.trailingZeros(bytes) >= Self.zerosOfText || Self.endsInsideCharacter(bytes)
        case .unknown:
            Self.trailingZeros(bytes) >= Self.zerosOfText
                || bytes.starts(with: repeatElement(0, count: Self.zerosOfText)) || Self.hasHole(bytes)
        case .image: Self.endsInZeros(bytes)
        }
    }

    /// Whether bytes that nothing could be read from end in a run of zeros: a long one, or where they are damaged a sector of them.
    package static func endsInZeros(_ bytes: [UInt8], isDamaged: Bool = false) -> Bool {
        trailingZeros(bytes) >= (isDamaged ? zerosOfSector : zerosOfSectors)
    }

    /// Whether a sector of zeros or more lies amid bytes: their size was set first, and pieces of them are still to come.
    package static func hasHole(_ bytes: [UInt8]) -> Bool {
        var zeros = 0
        for byte in bytes {
            zeros = byte == 0 ? zeros + 1 : 0
            if zeros == zerosOfSector { return true }
        }
        return false
    }

    private static func trailingZeros(_ bytes: [UInt8]) -> Int { bytes.reversed().prefix { $0 == 0 }.count }

    /// Whether the directory of an archive is there, and where its end says.
    private static func hasDirectory(_ bytes: [UInt8]) -> Bool {
        // The end of the directory, with the longest comment behind it.
        let space = bytes.suffix(22 + 65_535)
        guard let end = space.lastRange(of: [0x50, 0x4B, 0x05, 0x06])?.lowerBound else { return false }
        guard let size = number(bytes, at: end + 12), let start = number(bytes, at: end + 16) else { return false }
        // The numbers of a very large archive stand elsewhere.
        guard start != 0xFFFF_FFFF, size != 0xFFFF_FFFF, size > 0 else { return true }
        // An archive inside this one has a directory too, whose place is counted from its own beginning.
        return start < end && bytes[start...].starts(with: [0x50, 0x4B, 0x01, 0x02])
    }

    /// Whether a PDF ends in its mark, and what the mark points to is there. Some programs fill up with zeros behind it.
    private static func hasTrailer(_ bytes: [UInt8]) -> Bool {
        let written = bytes.prefix(bytes.count - trailingZeros(bytes))
        let end = written.suffix(tail)
        guard end.lastRange(of: Array("%%EOF".utf8)) != nil else { return false }
        guard let mark = end.lastRange(of: Array("startxref".utf8)) else { return false }
        let digits = end[mark.upperBound...].drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }.prefix {
            0x30...0x39 ~= $0
        }
        // A file that is made to be shown while it loads has a first mark that points nowhere.
        guard let place = Int(String(decoding: digits, as: UTF8.self)) else { return false }
        return place > 0 && place < written.count
    }

    /// Whether a sector that is in use by the file's own account is not there.
    private static func lacksSectors(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 512 else { return true }
        let size = 1 << min(Int(bytes[30]), 12)
        guard size >= 512, let tables = number(bytes, at: 44) else { return false }
        // Further tables stand elsewhere; these cover the first seven megabytes at least.
        for table in 0..<min(tables, 109) {
            guard let sector = number(bytes, at: 76 + 4 * table), sector < 0xFFFF_FFF0 else { break }
            let place = (sector + 1) * size
            guard place + size <= bytes.count else { return true }
            let entries = (0..<size / 4).map { number(bytes, at: place + 4 * $0) ?? 0 }
            // A table that has not been written yet.
            guard entries.contains(where: { $0 != 0 }) else { return true }
            guard let last = entries.lastIndex(where: { $0 != 0xFFFF_FFFF }) else { continue }
            if (table * size / 4 + last + 1) * size >= bytes.count { return true }
        }
        return false
    }

    /// Whether a page opens its document element and does not close it. In UTF-16 each letter stands beside a zero. A part of a page
    /// has no such element: there it is a table that is open, or a tag.
    private static func isOpenPage(_ bytes: [UInt8]) -> Bool {
        guard trailingZeros(bytes) < zerosOfText else { return true }
        let letters = bytes.filter { $0 != 0 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        let last = { (tag: String) in letters.lastRange(of: Array(tag.utf8))?.lowerBound ?? -1 }
        if max(last("<html"), last("<body")) >= 0 { return max(last("</html"), last("</body")) < 0 }
        return last("<table") > last("</table") || last("<") > last(">")
    }

    /// Whether a document lacks the brace that closes it. Some programs write a zero behind that.
    private static func isOpenGroup(_ bytes: [UInt8]) -> Bool {
        guard bytes.last(where: { $0 > 0x20 }) == UInt8(ascii: "}") else { return true }
        // Beside the text that is read there may be pictures as bytes, in which braces mean nothing.
        return trailingZeros(bytes) >= zerosOfText || !hasBinary(bytes) && openGroups(bytes) > 0
    }

    private static func hasBinary(_ bytes: [UInt8]) -> Bool { bytes.lastRange(of: Array("\\bin".utf8)) != nil }

    /// How many groups are opened and not closed.
    private static func openGroups(_ bytes: [UInt8]) -> Int {
        var depth = 0
        var isEscaped = false
        for byte in bytes {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return depth
    }

    /// Whether a message lacks the boundary behind its last part.
    private static func isOpenMessage(_ bytes: [UInt8]) -> Bool {
        guard trailingZeros(bytes) < zerosOfText else { return true }
        let head = String(decoding: bytes.prefix(8_192), as: UTF8.self)
        guard let match = head.firstMatch(of: #/(?i)boundary\s*=\s*"?([^"\s;]+)/#) else { return false }
        return bytes.lastRange(of: Array("--\(match.1)--".utf8)) == nil
    }

    /// Whether text in UTF-8 ends inside a character.
    private static func endsInsideCharacter(_ bytes: [UInt8]) -> Bool {
        let following = bytes.reversed().prefix(3).prefix { UTF8.isContinuation($0) }.count
        guard following < bytes.count, case let lead = bytes[bytes.count - following - 1], lead >= 0xC2 else {
            return false
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard following + 1 < length else { return false }
        return String(validating: bytes.dropLast(following + 1), as: UTF8.self) != nil
    }

    /// A number of four bytes, the lowest first; `nil` where there are no four.
    private static func number(_ bytes: [UInt8], at place: Int) -> Int? {
        guard place >= 0, place <= bytes.count - 4 else { return nil }
        return bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// Where some bytes stand for the last time.
    fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        return (startIndex...endIndex - pattern.count).last { self[$0] == first && self[$0...].starts(with: pattern) }
            .map { $0..<$0 + pattern.count }
    }
}
