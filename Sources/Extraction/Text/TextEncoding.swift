import Linux
import ReaderInterface

/// The encodings in which offices keep text, tried in this order.
enum TextEncoding: Equatable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    case gb18030

    /// The encoding that the bytes show: by mark, else by looking; `nil` where they are no text.
    static func guess(_ bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let head = bytes.prefix(4096)
        if !head.contains(where: isControl) {
            return String(validating: bytes, as: UTF8.self) != nil ? .utf8 : .gb18030
        }
        // Without a mark, digits and line ends of UTF-16 leave a zero in every other byte, always on the same side.
        guard let encoding = unmarkedUTF16(head), let text = encoding.decode(Array(head.dropLast(head.count % 2))),
            !text.utf8.contains(where: isControl)
        else { return nil }
        return encoding
    }

    /// The text. Throws `damaged` where the bytes are not of any encoding we know.
    static func text(of bytes: [UInt8]) throws(Unreadable) -> String {
        guard let encoding = guess(bytes), let text = encoding.decode(bytes) else {
            throw .damaged("内容不是文字：既不是 UTF-8、UTF-16，也不是 GB18030 编码")
        }
        return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }

    private func decode(_ bytes: [UInt8]) -> String? {
        switch self {
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .utf16LittleEndian: TextEncoding.utf16(bytes) { low, high in UInt16(low) | UInt16(high) << 8 }
        case .utf16BigEndian: TextEncoding.utf16(bytes) { high, low in UInt16(low) | UInt16(high) << 8 }
        case .gb18030: GB18030.text(of: bytes)
        }
    }

    private static func utf16(_ bytes: [UInt8], join: (UInt8, UInt8) -> UInt16) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map { join(bytes[$0], bytes[$0 + 1]) }
        return String(validating: units, as: UTF16.self)
    }

    private static func unmarkedUTF16(_ head: ArraySlice<UInt8>) -> TextEncoding? {
        let zeros = head.enumerated().filter { $0.element == 0 }
        if zeros.isEmpty { return nil }
        if zeros.allSatisfy({ !$0.offset.isMultiple(of: 2) }) { return .utf16LittleEndian }
        return zeros.allSatisfy { $0.offset.isMultiple(of: 2) } ? .utf16BigEndian : nil
    }

    /// A control character that no text has: all below a space but tab, line ends, page break and escape.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
    }
}
