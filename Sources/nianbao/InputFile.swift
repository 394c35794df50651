import Daemon
import Linux
import Settings
import SystemPackage

/// A file named on the command line, or standard input.
struct InputFile {
    let argument: String

    /// The name under which results report it: that of the file without its folder, as the daemon writes it.
    var name: String {
        argument == "-" ? "标准输入" : FileName(FilePath(argument).lastComponent?.string ?? argument).display
    }

    /// All its bytes, `limit` at the most.
    func read(limit: Int) throws(BoundedFile.Failure) -> [UInt8] {
        guard argument != "-" else { return try BoundedFile.readStandardInput(limit: limit) }
        return try BoundedFile.read(FilePath(argument), limit: limit)
    }
}
