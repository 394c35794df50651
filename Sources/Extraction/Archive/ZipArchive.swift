import CZip
import Glibc
import ReaderInterface

/// An archive in memory, read with libzip. Nothing is written anywhere.
///
/// What a member unpacks to is counted while it is unpacked: the sizes that an archive declares are those that its author
/// wished to be believed. libzip's check for consistency stays off, because archives of common programs fail it.
@safe final class ZipArchive {
    /// The names of all members but folders, in the order of the archive.
    let names: [String]

    let limits: Limits
    private let handle: OpaquePointer
    /// By name, and in small letters for those that ask in the wrong case.
    private let indices: [String: UInt64]
    /// What has been unpacked so far, all members together.
    private var expanded = 0

    /// Opens an archive. Throws `Unreadable` where it is none, or has too many members.
    init(_ bytes: [UInt8], limits: Limits) throws(Unreadable) {
        guard let opened = unsafe ZipArchive.open(bytes) else {
            throw .damaged("压缩结构不完整，文件多半没有传完")
        }
        unsafe handle = opened
        self.limits = limits
        let count = unsafe zip_get_num_entries(opened, 0)
        guard count <= limits.archiveMembers else {
            unsafe zip_discard(opened)
            throw limits.reached(.archiveMembers)
        }
        var names: [String] = []
        var indices: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, count)) {
            guard let name = unsafe ZipArchive.name(of: index, in: opened) else { continue }
            names.append(name.path)
            // Of two members with one name the first counts, whatever the case of the second.
            for key in [name.path, name.folded] where indices[key] == nil { indices[key] = index }
        }
        self.names = names
        self.indices = indices
    }

    deinit { unsafe zip_discard(handle) }

    /// Whether there is a member of this name, whatever its case.
    func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// What a member unpacks to; `nil` where there is none of this name.
    func bytes(of name: String) throws(Unreadable) -> [UInt8]? {
        guard let index = index(of: name) else { return nil }
        return try inflate(index, name)
    }

    private func index(of name: String) -> UInt64? {
        let name = MemberName(name)
        return indices[name.path] ?? indices[name.folded]
    }

    // MARK: libzip

    private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
        // libzip keeps the bytes until the archive is discarded, and frees them itself.
        guard !bytes.isEmpty, let copy = unsafe malloc(bytes.count) else { return nil }
        unsafe bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { unsafe copy.copyMemory(from: start, byteCount: bytes.count) }
        }
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            unsafe free(copy)
            return nil
        }
        if let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) { return unsafe archive }
        unsafe zip_source_free(source)
        return nil
    }

    /// The name of a member; `nil` for a folder.
    private static func name(of index: UInt64, in handle: OpaquePointer) -> MemberName? {
        guard let raw = unsafe zip_get_name(handle, index, UInt32(ZIP_FL_ENC_RAW)) else { return nil }
        let bytes = unsafe UnsafeBufferPointer(start: raw, count: strlen(raw)).map { UInt8(bitPattern: $0) }
        guard let last = bytes.last, last != UInt8(ascii: "/"), last != UInt8(ascii: "\\") else { return nil }
        return MemberName(bytes: bytes)
    }

    private func inflate(_ index: UInt64, _ name: String) throws(Unreadable) -> [UInt8] {
        var status = unsafe zip_stat_t()
        guard unsafe zip_stat_index(handle, index, 0, &status) == 0 else { throw failure(reading: name) }
        guard unsafe Int32(status.encryption_method) == ZIP_EM_NONE else { throw .encrypted }
        guard let file = unsafe zip_fopen_index(handle, index, 0) else { throw failure(reading: name) }
        defer { unsafe _ = zip_fclose(file) }
        let packed = unsafe Int(clamping: status.comp_size)
        var content: [UInt8] = []
        // As much as it claims to be, as far as that can be believed: an array that grows is copied again and again.
        content.reserveCapacity(min(unsafe Int(clamping: status.size), 1 << 20))
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { buffer in
                unsafe buffer.baseAddress.map { unsafe Int(zip_fread(file, $0, UInt64(buffer.count))) } ?? -1
            }
            guard count >= 0 else { throw .damaged("压缩包里的 \(name) 损坏或不完整") }
            guard count > 0 else { return content }
            content.append(contentsOf: buffer.prefix(count))
            try account(count, of: content.count, packed: packed)
        }
    }

    /// Throws where what was unpacked is over a limit.
    private func account(_ count: Int, of size: Int, packed: Int) throws(Unreadable) {
        expanded += count
        try limits.check(.expandedSize, expanded)
        // A page of blanks packs to next to nothing and is harmless; what counts is what fills the memory.
        let harmless = 1_000_000
        guard size <= harmless || size / max(1, packed) <= limits.ratio else { throw limits.reached(.ratio) }
    }

    private func failure(reading name: String) -> Unreadable {
        switch unsafe zip_error_code_zip(zip_get_error(handle)) {
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: .encrypted
        case ZIP_ER_COMPNOTSUPP: .damaged("压缩包里的 \(name) 用了不常见的压缩方法")
        default: .damaged("压缩包里的 \(name) 损坏或不完整")
        }
    }
}
