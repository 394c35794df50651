/// The name of a file: bytes, which need not be text.
package struct FileName: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The name as a person may read it on a terminal, in a page or in the journal.
    ///
    /// It is read as UTF-8, else as GB18030, else given in hexadecimal digits. Control characters and those that
    /// change the direction of writing are escaped, so that no name can forge a line or hide its ending.
    package var display: String {
        guard let text = String(validating: bytes, as: UTF8.self) ?? GB18030.text(of: bytes) else {
            return "0x" + bytes.hexadecimal
        }
        // Most names are letters and digits throughout, and asked for often.
        return text.unicodeScalars.allSatisfy(\.isPlain) ? text : text.unicodeScalars.map(\.visible).joined()
    }
}

extension Unicode.Scalar {
    /// Printable ASCII, or a Chinese character of the basic block: it shows as it is.
    fileprivate var isPlain: Bool { (0x20..<0x7F).contains(value) || (0x4E00..<0xA000).contains(value) }

    /// The character itself, or its escape where it does not show.
    fileprivate var visible: String {
        switch self {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
            return "\\u{\(String(value, radix: 16))}"
        default:
            return String(self)
        }
    }
}
