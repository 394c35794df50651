package import Alerts
import Ledger
import Linux
package import SystemPackage

/// The room that the state folder has left. Files are not taken in when it gets short: what is kept free is for recording
/// that it is short, and for what is already under way.
package struct StateSpace: Sendable {
    /// Below this no file is taken in; with the ledger's log and a copy of the largest file in mind.
    private static let least = 16 << 20
    private static let leastFiles = 64

    private let folder: FilePath
    private let reserve: FilePath

    package init(in state: FilePath) {
        folder = state
        reserve = state.appending(StateFolder.reserve)
    }

    /// What is short, where anything is; and sees to the reserve where nothing is.
    package func shortage() -> Alert? {
        // Where nothing can be learned of the folder, writing to it says what is wrong.
        guard let system = try? FileSystem(of: folder) else { return nil }
        if system.isReadOnly { return .stateShort(folder, "只能读取，不能写入", "请检查磁盘是否出错，并重新挂载为可写") }
        if system.freeBytes < Self.least {
            let left = system.freeBytes >> 20
            return .stateShort(folder, "所在的磁盘只剩 \(left) MB", "请腾出空间")
        }
        if let files = system.freeFiles, files < Self.leastFiles {
            return .stateShort(folder, "所在的磁盘可建的文件数（inode）只剩 \(files) 个", "请删除不需要的小文件")
        }
        try? hold()
        return nil
    }

    /// Gives the reserve back to the disk, so that what is wrong can still be recorded.
    package func release() {
        try? Folders.remove(reserve)
    }

    private func hold() throws(Errno) {
        guard (try? reserve.stat()) == nil else { return }
        try AtomicFile.write(Array(repeating: 0, count: 1 << 20), to: reserve, mode: 0o600)
    }
}
