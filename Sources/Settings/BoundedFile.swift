package import SystemPackage
import Foundation

/// The bytes of a file that a person named, never more than asked for.
package enum BoundedFile {
    /// Why there are no bytes.
    package enum Failure: Error, Sendable, Hashable {
        case missing
        case folder
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
            case .special: "这不是普通文件"
            case .denied: "没有读取权限"
            case .tooLarge(_, let limit): "文件超过上限 \(Quantity.bytes.written(limit))"
            case .failed(let words): "读取失败（\(words)）"
            }
        }
    }

    /// All bytes of a regular file of at most `limit` bytes. Links are followed.
    package static func read(_ path: FilePath, limit: Int) throws(Failure) -> [UInt8] {
        do {
            let url = URL(filePath: path.string).resolvingSymlinksInPath()
            try check(FileManager.default.attributesOfItem(atPath: url.path(percentEncoded: false)), limit)
            return try read(FileHandle(forReadingFrom: url), limit: limit)
        } catch let failure as Failure {
            throw failure
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            throw .missing
        } catch CocoaError.fileReadNoPermission {
            throw .denied
        } catch {
            throw .failed(error.localizedDescription)
        }
    }

    /// What comes out of standard input, at most `limit` bytes.
    package static func readStandardInput(limit: Int) throws(Failure) -> [UInt8] {
        do {
            return try read(FileHandle.standardInput, limit: limit)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed(error.localizedDescription)
        }
    }

    private static func check(_ attributes: [FileAttributeKey: Any], _ limit: Int) throws {
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory: throw Failure.folder
        case .typeRegular: break
        default: throw Failure.special
        }
        let size = attributes[.size] as? Int
        guard let size, size <= limit else { throw Failure.tooLarge(size: size, limit: limit) }
    }

    /// Reads on until the end or past the limit: a file can grow while it is read.
    private static func read(_ file: FileHandle, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes.append(contentsOf: piece)
            guard bytes.count <= limit else { throw Failure.tooLarge(size: nil, limit: limit) }
        }
        return bytes
    }
}
