package import SystemPackage

/// What the head of a journal file tells of it, as the systemd project describes its format. It costs one short reading: a file that has
/// nothing new need not be opened.
package struct JournalFileHead: Sendable {
    /// Tells it from all other files; it stays when the file is full and gets another name.
    package let id: String
    /// The number of its last entry; those of a file count up. As large as can be where the head is cut off.
    package let last: UInt64
    /// How many entries it has; none where the head is cut off.
    package let count: UInt64

    package init(of file: FilePath) throws(Errno) {
        let bytes = try Descriptor(reading: file).read(upTo: 168)
        id = Array(bytes.dropFirst(24).prefix(16)).hexadecimal
        let isWhole = bytes.count == 168
        count = isWhole ? Self.number(bytes[152..<160]) : 0
        last = isWhole ? Self.number(bytes[160..<168]) : .max
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
