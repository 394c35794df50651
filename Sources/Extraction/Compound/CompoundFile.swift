import CGsf
import ReaderInterface

/// An OLE compound file in memory, read with libgsf: a small file system with streams of bytes.
@safe final class CompoundFile {
    private let root: OpaquePointer
    /// No stream can be longer than the file; what claims to be is not read.
    private let longest: Int

    /// Opens it. Throws `Unreadable` where the bytes are none, or are cut off.
    init(_ bytes: [UInt8]) throws(Unreadable) {
        guard let opened = unsafe CompoundFile.open(bytes) else {
            throw .damaged("复合文档的结构不完整，文件多半没有传完")
        }
        unsafe root = opened
        longest = bytes.count
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(root)) }

    /// Whether there is a stream or a folder of this name at the top, whatever its case.
    func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// The bytes of a stream at the top; `nil` where there is none.
    func stream(_ name: String) throws(Unreadable) -> [UInt8]? {
        guard let index = index(of: name), let child = unsafe gsf_infile_child_by_index(root, index) else { return nil }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(child)) }
        let size = unsafe Int(gsf_input_size(child))
        guard size > 0 else { return [] }
        guard size <= longest, let start = unsafe gsf_input_read(child, size, nil) else {
            throw .damaged("复合文档中的“\(name)”不完整，文件多半没有传完")
        }
        return unsafe Array(UnsafeBufferPointer(start: start, count: size))
    }

    private func index(of name: String) -> Int32? {
        let wanted = name.lowercased()
        return (0..<max(0, unsafe gsf_infile_num_children(root))).first { index in
            guard let found = unsafe gsf_infile_name_by_index(root, index) else { return false }
            return unsafe String(cString: found).lowercased() == wanted
        }
    }

    /// Types of libgsf have to be made known once. What it writes about damaged files is for programmers.
    private static let library: Void = {
        gsf_init()
        for domain in ["libgsf", "libgsf:msole"] {
            unsafe _ = g_log_set_handler(domain, GLogLevelFlags(rawValue: ~3), { _, _, _, _ in }, nil)
        }
    }()

    private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
        library
        // libgsf keeps the bytes, so it is given a copy of its own.
        let source = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe gsf_input_memory_new_clone(bytes.baseAddress, gsf_off_t(bytes.count))
        }
        guard let source = unsafe source else { return nil }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(source)) }
        return unsafe gsf_infile_msole_new(source, nil)
    }
}
