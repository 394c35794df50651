package import SystemPackage

/// What the head of a journal file tells of it, as the systemd project describes its format. It costs one short reading: a file that has
/// nothing new need not be opened.
package struct JournalFileHead: Sendable {
    /// Tells it from all other files; it stays when the file is full and gets another name.
    package let id: String
    /// The number of its last entry; those of a file count up. As large as can be where the head is cut off.
    package let last: UInt64

    package init(of file: FilePath) throws(Errno) {
        let bytes = try Descriptor(reading: file).read(upTo: 168)
        id = Array(bytes.dropFirst(24).prefix(16)).hexadecimal
        last = bytes.count < 168 ? .max : bytes[160..<168].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
