import Linux
package import SystemPackage

/// Why the daemon can't start, or could not finish what it was started for.
package enum StartFailure: Error, Sendable, Hashable {
    /// Another daemon works with this state folder; its process number, where it can be told.
    case inUse(FilePath, by: Int?)
    case cannotCreate(FilePath, Errno)
    case ledger(FilePath, Ledger.Failure)
    /// ReportKey to work until idle, it could check no file; why, in Chinese.
    case unchecked(String)
    /// ReportKey to work until idle, it has recorded everything and could not write the status files.
    case unpublished(FilePath)

    /// What is wrong and what to do, in Chinese.
    package var description: String {
        switch self {
        case .inUse(let state, let holder):
            let who = holder.map { "进程 \($0) " } ?? "另一个进程"
            return "\(who)正在使用状态文件夹 \(state)。同一状态文件夹只能有一个 nianbao watch；请先停止它，或用 --state 另指定一个。"
        case .cannotCreate(let path, let error):
            return "无法建立或写入 \(path)：\(error.reason)。请建立该文件夹，并让账户 \(Account.own) 能够写入。"
        case .ledger(let path, .damaged(let complaint)):
            return "台账 \(path) 已损坏（\(complaint)）。请不要删除它，先备份，再从备份恢复。"
        case .ledger(let path, .newer(let needs)):
            let edition = needs.map { "nianbao \($0) 或更新的版本" } ?? "更新版本的 nianbao"
            return "台账 \(path) 是\(edition)建立的，这个版本不能使用它，也没有改动它。请安装\(edition)。"
        case .ledger(let path, .remote(let share)):
            return "台账 \(path) 位于网络共享（\(share)）上，断电或断网时会损坏，不能使用。请把 state.path 改到本机磁盘。"
        case .ledger(let path, .failed(let complaint)):
            return "台账 \(path) 打不开（\(complaint)）。请检查磁盘空间和写入权限。"
        case .unchecked(let obstacle):
            return obstacle
        case .unpublished(let path):
            return "结果已记入台账，但回执和总览没有写成：请建立文件夹 \(path)，并让账户 \(Account.own) 能够写入，再运行一次。"
        }
    }
}
