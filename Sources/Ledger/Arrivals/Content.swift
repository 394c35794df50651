import Linux

/// The bytes of an arrival, by what identifies them.
package struct Content: Sendable, Hashable {
    /// What tells these bytes from others: their SHA-256, or what is known of a file too large to be read.
    package let key: String
    /// The SHA-256 of all bytes in hexadecimal digits; empty where they were not read.
    package let sha256: String
    /// How many bytes there are.
    package let size: Int

    /// Bytes that were read, all of them.
    package init(sha256: String, size: Int) {
        key = sha256
        self.sha256 = sha256
        self.size = size
    }

    /// A file over the limit. It is known by name, size and time: to hash it would take as long as to read it.
    package init(unread file: ObservedFile) {
        let numbers = "\(file.stamp.size) \(file.stamp.modified)"
        let known = [file.path.folder?.bytes ?? [], file.path.name.bytes, Array(numbers.utf8)]
        key = "unread-" + SHA256.digits(of: Array(known.joined(separator: [0])))
        sha256 = ""
        size = file.stamp.size
    }
}
