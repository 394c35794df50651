package import SystemPackage

extension Ledger {
    /// Why the ledger can't be used.
    package enum Failure: Error, Sendable, Hashable {
        case damaged(String)
        /// A later edition of the program made it; the edition that it needs, where it says so.
        case newer(needs: String?)
        /// It lies on a share, where no database is safe; what the share is called.
        case remote(String)
        case failed(String)

        /// What is wrong with the ledger at a path and what to do, in Chinese.
        package func description(of path: FilePath) -> String {
            switch self {
            case .damaged(let reason):
                return "台账 \(path) 已损坏（\(reason)）。请不要删除它，先备份，再从备份恢复。"
            case .newer(let needs):
                let edition = needs.map { "nianbao \($0) 或更新的版本" } ?? "更新版本的 nianbao"
                return "台账 \(path) 是\(edition)建立的，这个版本不能使用它，也没有改动它。请安装\(edition)。"
            case .remote(let share):
                return "台账 \(path) 位于网络共享（\(share)）上，断电或断网时会损坏，不能使用。请把 state.path 改到本机磁盘。"
            case .failed(let reason):
                return "台账 \(path) 打不开（\(reason)）。请检查磁盘空间和写入权限。"
            }
        }
    }
}
