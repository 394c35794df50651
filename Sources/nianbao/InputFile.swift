import Daemon
import Linux
import Office
import Settings
import SystemPackage

/// A file that a person wants to have checked.
struct InputFile: Sendable {
    private enum Source: Sendable {
        case standardInput
        case path(FilePath)
        case member(FileName, of: FilePath)
        case emptyFolder
    }

    private let source: Source
    /// What the person calls it, as it may stand on a terminal.
    let shown: String
    /// The name under which results report it: that of the file without its folder, as the daemon writes it.
    let name: String

    /// A file named on the command line; `-` is standard input.
    init(argument: String) {
        source = argument == "-" ? .standardInput : .path(FilePath(argument))
        shown = argument.printable
        name = argument == "-" ? "标准输入" : FileName(FilePath(argument).lastComponent?.string ?? argument).display
    }

    private init(emptyFolder argument: String) {
        source = .emptyFolder
        shown = argument.printable
        name = argument.printable
    }

    private init(_ name: FileName, of folder: FilePath) {
        source = .member(name, of: folder)
        shown = "\(folder.string.printable)/\(name.display)"
        self.name = name.display
    }

    /// All its bytes, `limit` at the most.
    func read(limit: Int) throws(BoundedFile.Failure) -> [UInt8] {
        switch source {
        case .standardInput: try BoundedFile.readStandardInput(limit: limit)
        case .path(let path): try BoundedFile.read(path, limit: limit)
        case .emptyFolder: throw .emptyFolder
        case .member(let name, let folder): try BoundedFile.read(name, in: folder, limit: limit)
        }
    }
}

extension InputFile {
    /// What arguments name: a folder stands for the regular files in it, those below it too where `recursive` says so, by their
    /// names. What the daemon passes over in an inbox is passed over here.
    static func all(named arguments: [String], recursive: Bool) throws(BoundedFile.Failure) -> [InputFile] {
        var files: [InputFile] = []
        for argument in arguments {
            if argument != "-", BoundedFile.isFolder(FilePath(argument)) {
                let before = files.count
                try collect(FilePath(argument), recursive, &files)
                if files.count == before { files.append(InputFile(emptyFolder: argument)) }
            } else {
                files.append(InputFile(argument: argument))
            }
        }
        return files
    }

    private static func collect(
        _ folder: FilePath, _ recursive: Bool, _ files: inout [InputFile]
    ) throws(BoundedFile.Failure) {
        let ignored = IgnoredNames()
        var folders: [FilePath] = []
        for (name, kind) in try BoundedFile.entries(of: folder) where ignored.reason(for: name) == nil {
            switch kind {
            case .regular: files.append(InputFile(name, of: folder))
            case .directory:
                if let text = String(validating: name.bytes, as: UTF8.self) { folders.append(folder.appending(text)) }
            default: continue
            }
        }
        guard recursive else { return }
        for folder in folders { try collect(folder, recursive, &files) }
    }
}
