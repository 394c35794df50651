import Linux
package import SystemPackage

/// Why the desk can't look into the ledger.
package enum LedgerReaderFailure: Error, Sendable, Hashable {
    /// Nothing has ever been recorded there.
    case noLedger(FilePath)
    /// There was one.
    case gone(FilePath)
    case notReadable(FilePath)
    /// Another release of the program wrote it.
    case otherRelease(FilePath)
    case damaged(FilePath, String)
    case failed(FilePath, String)

    /// What is wrong and what to do, in Chinese.
    package var description: String {
        switch self {
        case .noLedger(let path):
            "还没有台账 \(path)：校核服务还没有运行过，或者台账放在别处（用 --state 或 --config 指明）。"
        case .gone(let path):
            "台账 \(path) 不见了：台账文件夹中还有它的编号或归档。请先不要重启服务，用 sudo nianbao doctor 和 systemctl status nianbao 查明原因。"
        case .notReadable(let path):
            "账户 \(Account.own) 不能读取台账 \(path)，只有服务的账户可以。请在命令前加上 sudo -u nianbao；只看结果的，请打开结果文件夹中的 index.html。"
        case .otherRelease(let path):
            "台账 \(path) 是另一个版本的 nianbao 记的，本版本读不了。请使用与校核服务同一版本的程序，或重启校核服务使台账升级。"
        case .damaged(let path, let reason): Ledger.Failure.damaged(reason).description(of: path)
        case .failed(let path, let reason):
            "台账 \(path) 读不出来（\(reason)）。请检查磁盘，并查看校核服务的日志。"
        }
    }
}
