import Linux

/// The name of a member of an archive, in one spelling.
///
/// Programs write names in UTF-8 or GBK, part folders by either slash, and begin with a slash or not. Nothing is ever
/// unpacked onto a disk, so a name such as `../../etc/passwd` is only a name; its `..` are resolved like those of any path.
struct MemberName: Hashable {
    /// Folders and name, parted by slashes, none in front.
    let path: String

    init(_ name: String) {
        var parts: [Substring] = []
        for part in name.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        path = parts.joined(separator: "/")
    }

    /// A name as an archive keeps it. Those that are no UTF-8 come from a Chinese Windows.
    init(bytes: [UInt8]) {
        let text = String(validating: bytes, as: UTF8.self) ?? GB18030.text(of: bytes)
        self.init(text ?? String(decoding: bytes, as: UTF8.self))
    }

    /// The name against which one in the wrong case is held.
    var folded: String { path.lowercased() }
}
