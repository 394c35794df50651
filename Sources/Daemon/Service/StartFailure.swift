package import Ledger
package import Linux
package import Logging
import Settings
package import SystemPackage

/// Why the daemon can't start, or could not finish what it was started for.
package enum StartFailure: Error, Sendable, Hashable {
    /// Another daemon works with this state folder; its process number, where it can be told.
    case inUse(FilePath, by: Int?)
    case cannotCreate(FilePath, Errno)
    /// Something in the state folder is another account's, or closed to this one.
    case barred(FilePath, in: FilePath)
    case ledger(FilePath, Ledger.Failure)
    /// Started to work until idle, it could check no file; why, in Chinese.
    case unchecked(String)
    /// Started to work until idle, it has recorded everything and could not write the status files.
    case unpublished(FilePath)
    /// The same of the files of some bodies.
    case unreturned(FilePath)

    /// What is wrong and what to do, in Chinese.
    package var description: String {
        switch self {
        case .inUse(let state, let holder):
            let who = holder.map { "进程 \($0) " } ?? "另一个进程"
            return "\(who)正在使用状态文件夹 \(state)。同一状态文件夹只能有一个 nianbao watch；请先停止它，或用 --state 另指定一个。"
        case .cannotCreate(let path, let error):
            return "无法建立或写入 \(path)：\(error.reason)。请建立该文件夹，并让账户 \(Account.own) 能够写入。"
        case .barred(let path, let state):
            let owner = (try? path.stat().userID.rawValue).map(Account.name(of:)) ?? ""
            let advice = owner == Account.own ? "chmod -R u+rwX \(state)" : "chown -R \(Account.own): \(state)"
            return "账户 \(Account.own) 不能读写 \(path)（属于账户 \(owner)）。请执行：\(advice)，再启动服务。"
        case .ledger(let path, let failure):
            return failure.description(of: path)
        case .unchecked(let obstacle):
            return obstacle
        case .unpublished(let path):
            return "结果已记入台账，但回执和总览没有写成：请建立文件夹 \(path)，并让账户 \(Account.own) 能够写入，再运行一次。"
        case .unreturned(let path):
            return "结果已记入台账，但 \(path) 中有单位的回执没有写成：请看前面的告警，或运行 nianbao doctor，照所写的处理，再运行一次。"
        }
    }
}

extension StartFailure {
    /// Another start changes nothing of it: a person has to decide.
    package var isFinal: Bool {
        switch self {
        case .ledger(_, .missing), .ledger(_, .other), .ledger(_, .newer), .ledger(_, .remote): true
        default: false
        }
    }

    /// Nor of it: what the service needs is another account's.
    package var isOfRights: Bool {
        switch self {
        case .barred, .ledger(_, .denied), .ledger(_, .foreign), .ledger(_, .keysClosed): true
        default: false
        }
    }
}

extension StateSettings {
    /// Makes the state folder where there is none, keeps it to this account, and takes its lock.
    package func take(log: Logger) throws(StartFailure) -> FileLock {
        do throws(Errno) {
            try Folders.make(path, mode: 0o700)
            if try !LedgerFile.close(path) {
                log.warning("台账文件夹 \(path) 不属于账户 \(Account.own)，其他账户也许能读取其中的报告；请执行：chown -R \(Account.own) \(path)")
            }
        } catch {
            throw .cannotCreate(path, error)
        }
        if let barred = LedgerFile.barred(in: path) { throw .barred(barred, in: path) }
        return try lock()
    }

    /// Takes the lock that only one process of a state folder may hold.
    func lock() throws(StartFailure) -> FileLock {
        do throws(FileLock.Refusal) {
            return try FileLock(path.appending(StateFolder.lock))
        } catch {
            switch error {
            case .held(let holder): throw .inUse(path, by: holder)
            case .failed(let error): throw .cannotCreate(path, error)
            }
        }
    }
}
