import Foundation
import GRDB
import Linux
import Office
package import SystemPackage

extension Ledger {
    /// Why the ledger can't be used.
    package enum Failure: Error, Sendable, Hashable {
        case damaged(String)
        /// Its file is gone; what knows of it, in Chinese.
        case missing(String)
        /// There has never been one.
        case absent
        /// It is another one than the state folder had; the ids of both.
        case other(String, than: String)
        /// It is an older copy that was put back; why, in Chinese, without an end mark.
        case older(String)
        /// A later edition of the program made it; the edition that it needs, where it says so.
        case newer(needs: String?)
        /// It lies on a share, where no database is safe; what the share is called.
        case remote(String)
        /// Only the account that owns it may write to it.
        case denied(owner: String)
        /// It belongs to another account than its folder, which is this account's.
        case foreign(owner: String)
        /// The file of the keys may not be read: whose it is, and what its mode is.
        case keysClosed(owner: String, mode: UInt32)
        /// The file of the keys is gone, and a service that runs has them still.
        case keysMissing
        case failed(String)

        /// As `chmod` takes it, with four digits.
        private static func octal(_ mode: UInt32) -> String {
            let digits = String(mode, radix: 8)
            return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }

        /// What is wrong with the ledger at a path and what to do, in Chinese.
        package func description(of path: FilePath) -> String {
            switch self {
            case .damaged(let reason):
                return "台账 \(path) 已损坏（\(reason)）。请不要删除它，先备份，再从备份恢复。"
            case .missing(let trace):
                let state = path.removingLastComponent()
                return "台账 \(path) 不见了：\(trace)。没有另建新的台账，也没有改动任何文件。请检查 \(state) 所在的磁盘是否已挂载、台账是否被移走，放回后再启动服务；"
                    + "找不回的，请执行 nianbao replay，从系统日志重建；确实要从头开始的，请执行 nianbao replay --empty。"
            case .absent:
                return "还没有台账 \(path)：服务第一次启动时建立。"
            case .other(let id, let own):
                let state = path.removingLastComponent()
                return
                    "台账 \(path) 是另一本（编号 \(id.printable)），\(state) 的台账是 \(own.printable)。没有使用它，也没有改动任何文件。请把原来的台账放回再启动服务；"
                    + "找不回的，请移走这个文件（mv \(path) \(path).other），再执行 nianbao replay，从系统日志重建；"
                    + "确实要改用这一本的，请执行 rm \(state.appending(StateFolder.ledgerID))，再启动服务。"
            case .older(let reason):
                return "台账 \(path) 是旧的备份（\(reason)）。请启动服务，从系统日志接着补上。"
            case .newer(let needs):
                let edition = needs.map { "nianbao \($0) 或更新的版本" } ?? "更新版本的 nianbao"
                return "台账 \(path) 是\(edition)建立的，这个版本不能使用它，也没有改动它。请安装\(edition)。"
            case .remote(let share):
                return "台账 \(path) 位于网络共享（\(share)）上，断电或断网时会损坏，不能使用。请把 state.path 改到本机磁盘。"
            case .denied(let owner):
                return "账户 \(Account.own) 不能写入台账 \(path)，只有账户 \(owner) 可以。请在命令前加上 sudo -u \(owner)。"
            case .foreign(let owner):
                return "台账 \(path) 属于账户 \(owner)，账户 \(Account.own) 不能写入。请以 root 执行：chown \(Account.own): \(path)*"
            case .keysClosed(let owner, let mode):
                let keys = path.removingLastComponent().appending(Keyring.name)
                let account = Account.own
                let commands = (owner == account ? "" : "chown \(account): \(keys) && ") + "chmod 600 \(keys)"
                return "台账密钥 \(keys) 属于账户 \(owner)，权限 \(Self.octal(mode))，账户 \(account) 读不到。请以 root 执行：\(commands)"
            case .keysMissing:
                let keys = path.removingLastComponent().appending(Keyring.name)
                return "台账密钥 \(keys) 不见了，正在运行的服务还用着它，会在一分钟之内放回。没有改动台账；请稍后再运行一次，"
                    + "仍然这样的，请从备份放回这个文件，或重启服务（systemctl restart nianbao）。"
            case .failed(let reason):
                return "台账 \(path) 打不开（\(reason)）。请检查磁盘空间和写入权限。"
            }
        }
    }
}

extension Ledger.Failure {
    /// What opening the ledger of a state folder met with.
    init(_ error: any Error, in state: FilePath) {
        let path = state.appending(LedgerFile.name)
        let isWritable = [state, path].allSatisfy { FileManager.default.isWritableFile(atPath: $0.string) }
        let folder = (try? Folders.status(of: state))?.userID.rawValue
        let file = (try? Folders.status(of: path, followingLinks: true))?.userID.rawValue
        if !isWritable, let owner = file ?? folder, owner != geteuid() {
            let name = Account.name(of: owner)
            self = folder == geteuid() ? .foreign(owner: name) : .denied(owner: name)
        } else {
            self = .failed(Ledger.words(of: error))
        }
    }
}

extension Ledger {
    /// What the database says of an error, without the statement that it was met in.
    static func words(of error: any Error) -> String {
        switch error {
        case let error as DatabaseError: error.message ?? "\(error.resultCode)"
        case let error as Errno: error.reason
        default: "\(error)"
        }
    }

    /// What is wrong and what to do, in Chinese, where an error comes from the database.
    package static func complaint(about error: any Error) -> String? {
        guard error is DatabaseError else { return nil }
        return "台账读写失败（\(words(of: error))）。请检查磁盘空间和写入权限，再运行一次。"
    }
}
