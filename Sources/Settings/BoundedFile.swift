package import Linux
package import SystemPackage

/// The bytes of a file that a person named, never more than asked for.
package enum BoundedFile {
    /// Why there are no bytes.
    package enum Failure: Error, Sendable, Hashable {
        case missing
        case folder
        /// A folder that was to be checked, and holds no file.
        case emptyFolder
        /// A pipe, a socket or a device: reading it might never end.
        case special
        case denied
        /// The size is that of a file; what comes out of a pipe has none.
        case tooLarge(size: Int?, limit: Int)
        case failed(String)

        /// What was met, in Chinese, without an end mark.
        package var description: String {
            switch self {
            case .missing: "文件不存在"
            case .folder: "这是文件夹，不是文件"
            case .emptyFolder: "文件夹里没有可以校核的文件"
            case .special: "这不是普通文件"
            case .denied: "没有读取权限"
            case .tooLarge(_, let limit): "文件超过上限 \(Quantity.bytes.written(limit))"
            case .failed(let words): "读取失败（\(words)）"
            }
        }
    }

    /// All bytes of a regular file of at most `limit` bytes. Links are followed.
    package static func read(_ path: FilePath, limit: Int) throws(Failure) -> [UInt8] {
        let file = try reading { () throws(Errno) in try Descriptor(reading: path) }
        let status = try reading { () throws(Errno) in try file.status() }
        switch status.type {
        case .regular: break
        case .directory: throw .folder
        default: throw .special
        }
        let size = Int(clamping: status.size)
        guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
        return try read(file, limit: limit)
    }

    /// All bytes of a regular file in a folder, at most `limit` of them. A link is not followed.
    package static func read(_ name: FileName, in folder: FilePath, limit: Int) throws(Failure) -> [UInt8] {
        let file = try reading { () throws(Errno) in try Directory(folder).open(name) }
        let status = try reading { () throws(Errno) in try file.status() }
        guard status.type == .regular else { throw .special }
        let size = Int(clamping: status.size)
        guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
        return try read(file, limit: limit)
    }

    /// Whether a folder is at the path. Links are followed.
    package static func isFolder(_ path: FilePath) -> Bool { (try? Directory(path)) != nil }

    /// What is in a folder, each with its kind, by the bytes of the names. What vanishes meanwhile is left out.
    package static func entries(of folder: FilePath) throws(Failure) -> [(name: FileName, kind: FileType)] {
        let directory = try reading { () throws(Errno) in try Directory(folder) }
        let names = try reading { () throws(Errno) in try directory.names() }
        return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.compactMap { name in
            (try? directory.status(of: name)).map { (name, $0.type) }
        }
    }

    /// What comes out of standard input, at most `limit` bytes.
    package static func readStandardInput(limit: Int) throws(Failure) -> [UInt8] {
        try read(reading { () throws(Errno) in try Descriptor.copyOfStandardInput() }, limit: limit)
    }

    /// Reads on until the end or past the limit: a file can grow while it is read.
    private static func read(_ file: borrowing Descriptor, limit: Int) throws(Failure) -> [UInt8] {
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try file.read(limit: limit)
        } catch {
            throw Failure(error)
        }
        guard bytes.count <= limit else { throw .tooLarge(size: nil, limit: limit) }
        return bytes
    }

    private static func reading<Value: ~Copyable>(_ step: () throws(Errno) -> Value) throws(Failure) -> Value {
        do throws(Errno) {
            return try step()
        } catch {
            throw Failure(error)
        }
    }
}

extension BoundedFile.Failure {
    fileprivate init(_ error: Errno) {
        self =
            switch error {
            case .noSuchFileOrDirectory, .notDirectory: .missing
            case .permissionDenied: .denied
            default: .failed(error.reason)
            }
    }
}
