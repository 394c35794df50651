import Ledger
import Linux
import SystemPackage

/// Whether the archive has the copies that it had: its folder may have been removed, or its disk may not be mounted.
struct LostCopies {
    let state: FilePath

    /// What is wrong and what to do, in Chinese; `nil` where every one of some contents has its copy.
    func words(of contents: [String]) -> String? {
        let lost = contents.filter { !isKept($0) }.count
        guard lost > 0 else { return nil }
        let folder = state.appending(StateFolder.archive)
        return "存档 \(folder) 中的文件不见了：抽查 \(contents.count) 份报告，\(lost) 份没有存档。结论和回执都在，新到的文件照常存档；"
            + "重新校核（recheck）和查看原件要用它们。请检查磁盘是否挂载，或从备份放回这个文件夹。"
    }

    /// What this account may not see says nothing.
    private func isKept(_ content: String) -> Bool {
        let plain = state.appending(StateFolder.archive)
            .pushing(ArchiveDraft.place(of: Content(sha256: content, size: 0))).appending(content)
        do throws(Errno) {
            if try Folders.status(of: plain) != nil { return true }
            return try Folders.status(of: FilePath(plain.string + ArchiveDraft.suffix)) != nil
        } catch {
            return true
        }
    }
}
