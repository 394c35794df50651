import Alerts
import Foundation
import Ledger
import Linux
import SystemPackage

/// Whether the archive has the copies that it had: its folder may have been removed, or its disk may not be mounted.
struct LostCopies {
    let state: FilePath

    /// Has an alert begin where copies are gone, and end where all are back. That some are gone a sample shows; how many, and that none is,
    /// only a look for each.
    func note(in ledger: Ledger, at date: Date) async throws {
        let isKnown = try await ledger.lasts(.archiveLost)
        var loss = isKnown ? nil : try await words(of: ledger.sampleOfContents())
        if isKnown || loss != nil { loss = try await words(of: ledger.currentContents()) }
        let alert = loss.map { Alert.archiveLost(folder, $0) }
        try await ledger.reconcileAlerts([alert].compactMap(\.self), of: [.archiveLost], at: date)
    }

    /// What is wrong and what to do, in Chinese; `nil` where every one of some contents has its copy.
    func words(of contents: Set<String>) -> String? {
        let lost = contents.count { !isKept($0) }
        guard lost > 0 else { return nil }
        return "存档 \(folder) 中的文件不见了：查了 \(contents.count) 份报告，\(lost) 份没有存档。结论和回执都在，新到的文件照常存档；"
            + "重新校核（recheck）和查看原件要用它们。请检查磁盘是否挂载，或从备份放回这个文件夹。"
    }

    private var folder: FilePath { state.appending(StateFolder.archive) }

    /// What this account may not see says nothing.
    private func isKept(_ content: String) -> Bool {
        let plain = folder.pushing(ArchiveDraft.place(of: Content(sha256: content, size: 0))).appending(content)
        do throws(Errno) {
            if try Folders.status(of: plain) != nil { return true }
            return try Folders.status(of: FilePath(plain.string + ArchiveDraft.suffix)) != nil
        } catch {
            return true
        }
    }
}
