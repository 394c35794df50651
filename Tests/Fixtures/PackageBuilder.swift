import CZip
import Glibc

/// Writes archives for tests, with libzip, in memory: each member by name, so that a test shows what is in it.
package struct PackageBuilder {
    private struct Member {
        var name: [UInt8]
        var bytes: [UInt8]
        var password: String?
    }

    private var members: [Member] = []

    package init() {}

    /// An archive of texts by name.
    package init(_ texts: KeyValuePairs<String, String>) {
        for (name, text) in texts { add(name, text) }
    }

    /// Adds a member with a text.
    package mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// Adds a member with bytes; with a password it is encrypted.
    package mutating func add(_ name: String, _ bytes: [UInt8], password: String? = nil) {
        add(rawName: Array(name.utf8), bytes, password: password)
    }

    /// Adds a member under a name in any encoding.
    package mutating func add(rawName: [UInt8], _ bytes: [UInt8], password: String? = nil) {
        members.append(Member(name: rawName, bytes: bytes, password: password))
    }

    /// The bytes of the archive; none where libzip refuses what was added.
    package func bytes() -> [UInt8] {
        guard let source = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { return [] }
        defer { unsafe zip_source_free(source) }
        // Closing the archive gives up its hold on the source, and the bytes are wanted afterwards.
        unsafe zip_source_keep(source)
        guard let archive = unsafe zip_open_from_source(source, ZIP_TRUNCATE, nil) else { return [] }
        for member in members { unsafe PackageBuilder.write(member, into: archive) }
        guard unsafe zip_close(archive) == 0 else { return [] }
        return unsafe PackageBuilder.content(of: source)
    }

    private static func write(_ member: Member, into archive: OpaquePointer) {
        // libzip frees the copy when the archive is closed.
        let copy = unsafe malloc(max(1, member.bytes.count))
        unsafe member.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { unsafe copy?.copyMemory(from: start, byteCount: bytes.count) }
        }
        let content = unsafe zip_source_buffer(archive, copy, UInt64(member.bytes.count), 1)
        let name = (member.name + [0]).map(CChar.init(bitPattern:))
        guard let source = unsafe content else { return }
        let index = unsafe zip_file_add(archive, name, source, 0)
        guard index >= 0, let password = member.password else { return }
        _ = unsafe zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
    }

    private static func content(of source: OpaquePointer) -> [UInt8] {
        guard unsafe zip_source_open(source) == 0 else { return [] }
        defer { unsafe _ = zip_source_close(source) }
        var status = unsafe zip_stat_t()
        guard unsafe zip_source_stat(source, &status) == 0 else { return [] }
        let size = unsafe Int(status.size)
        var content = [UInt8](repeating: 0, count: size)
        let count = unsafe zip_source_read(source, &content, UInt64(size))
        return count == Int64(size) ? content : []
    }
}
