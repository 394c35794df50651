import Alerts
package import Foundation
import Glibc
import Ledger
import Linux
import Office
import ReaderInterface
package import Reports
import Services
package import Settings
import SystemPackage

/// Looks at all that nianbao rests on, as this account sees it and as the service does that runs, beside it and without changing anything: a file
/// that is tried in the status folder is gone at once.
package struct Doctor: Sendable {
    /// Logs are to be kept for half a year: 网络安全法, article 21.
    static let retention: TimeInterval = 180 * 86_400

    let settings: Settings
    let roster: Roster
    let credentials: Credentials
    /// The name of the service, of its account and of its unit.
    let service: String

    /// `credentials` are those that lie in files: what systemd gives to the sender, nobody else sees.
    package init(
        settings: Settings, roster: Roster, credentials: Credentials = Credentials(directory: nil),
        service: String = "nianbao"
    ) {
        self.service = service
        self.settings = settings
        self.roster = roster
        self.credentials = credentials
    }

    /// All that was found, in the order in which a report comes by it.
    package func examine(at date: Date) async -> [Diagnosis] {
        let service = running
        let folders =
            inbox() + desk() + [state(), await ledger(service, at: date)] + (await archive()) + key(service)
            + [statusFolder(service)] + returns(service)
        return folders + [await reading()] + sandbox()
            + [daemon(service, at: date)] + journal(service, at: date) + [clock(), agencies()] + channels()
    }

    /// The folders and the roster alone: what there is to see before the service runs.
    package func examineFolders() -> [Diagnosis] {
        inbox() + desk() + [state(), statusFolder(running), agencies()]
    }

    private func inbox() -> [Diagnosis] {
        let topic = "收件文件夹"
        let listing = Inbox(path: settings.inbox.path, hints: try? Hints(signalling: WakeSignal())).look()
        guard listing.isReachable else {
            let path = settings.inbox.path
            if isHidden(path) {
                let name = FileName(path.string).display
                return isServiceAccount
                    ? [
                        Diagnosis(
                            topic, .trouble, "\(name) 没有读取权限。请执行：chgrp nianbao-inbox '\(name)' && chmod 3770 '\(name)'")
                    ]
                    : [Diagnosis(topic, .notice, "账户 \(Account.own) 看不到 \(name)。请用 sudo nianbao doctor。")]
            }
            return listing.alerts.map { Diagnosis(topic, .trouble, $0.message) }
        }
        let shown = FileName(settings.inbox.path.string).display
        let seconds = settings.inbox.scanInterval.components.seconds
        let told =
            if let share = listing.share {
                Diagnosis("变动通知", .notice, "\(shown) 位于 \(share) 上，别处的变动不会有通知，每 \(seconds) 秒查看一次。")
            } else if listing.isWatched {
                Diagnosis("变动通知", .good, "系统会通知文件的变动，另外每 \(seconds) 秒查看一次。")
            } else {
                Diagnosis(
                    "变动通知", .notice,
                    "系统不能通知文件的变动，每 \(seconds) 秒查看一次。请调大 fs.inotify.max_user_watches 和 fs.inotify.max_user_instances。")
            }
        return [Diagnosis(topic, .good, "\(shown) 可以读取，有 \(listing.files.count) 个文件。"), told]
            + (listing.share == nil ? rights(of: settings.inbox.path) : [])
            + listing.alerts.map { Diagnosis(topic, .trouble, $0.message) }
    }

    /// Who may change what others have put into the inbox. Of a share its server decides.
    private func rights(of inbox: FilePath) -> [Diagnosis] {
        guard let mode = try? inbox.stat().permissions.rawValue, mode & 0o3007 != 0o3000 else { return [] }
        let shown = FileName(inbox.string).display
        let what = [
            mode & 0o1000 == 0 ? "各单位能删除、替换彼此的文件" : nil, mode & 0o2000 == 0 ? "新文件不属于收件的用户组" : nil,
            mode & 0o007 != 0 ? "本机所有账户都能查看或写入" : nil,
        ].compactMap(\.self).joined(separator: "，")
        let command = "chmod 3770 '\(shown)'"
        return [Diagnosis("收件权限", .notice, "\(shown) 的权限是 \(String(mode, radix: 8))：\(what)。请执行：\(command)")]
    }

    /// The folder of the office, where it has one.
    private func desk() -> [Diagnosis] {
        guard let path = settings.desk.folder else { return [] }
        let topic = "办公室的文件夹"
        if let obstacle = DeskFolder(path: path).obstacle() { return [Diagnosis(topic, .trouble, obstacle.message)] }
        let shown = FileName(path.string).display
        return [Diagnosis(topic, .good, "\(shown) 可以读取，不是谁都能写入。能在这里放文件的人就能核销：请只让办公室的用户组写入。")]
    }

    /// The service as it runs now.
    var running: RunningService { RunningService(settings, unit: "\(service).service") }

    func state() -> Diagnosis {
        let (topic, path) = ("台账文件夹", settings.state.path)
        do throws(Errno) {
            let system = try FileSystem(of: path)
            if let share = system.remoteName {
                return Diagnosis(topic, .trouble, StartFailure.ledger(path, .remote(share)).description)
            }
            return Diagnosis(topic, outcome(of: system), "\(path) 在本机磁盘上。\(room(at: path))")
        } catch {
            return Diagnosis(topic, .trouble, "\(path)：\(error.reason)。服务启动时会建立它；也可以先建立，并让账户 \(service) 能够写入。")
        }
    }

    private func ledger(_ service: RunningService, at date: Date) async -> Diagnosis {
        let topic = "台账"
        let path = settings.state.path.appending(LedgerFile.name)
        do throws(LedgerReaderFailure) {
            let desk = try LedgerReader(settings: settings, roster: roster)
            let overview = try await desk.overview(at: date)
            let held = "有 \(overview.reports.count) 份报告、\(overview.ledgerRecord) 条记录"
            guard overview.alerts.isEmpty else {
                return Diagnosis(topic, .notice, "\(held)；有 \(overview.alerts.count) 项告警，见 nianbao alert list。")
            }
            return Diagnosis(topic, .good, "\(held)。")
        } catch .noLedger {
            let isInstalled = settings.state.path == Settings().state.path
            if service.isRunning == true { return Diagnosis(topic, .trouble, Alert.ledgerGone(path).message) }
            guard let trace = LostLedger(settings, ofInstalledService: isInstalled).trace else {
                return Diagnosis(topic, .notice, "还没有台账：服务第一次启动时建立。")
            }
            return Diagnosis(topic, .trouble, Ledger.Failure.missing(trace).description(of: path))
        } catch .gone {
            let failure = Ledger.Failure.missing("\(settings.state.path) 中还有它的编号或归档")
            let isUsed = service.isRunning == true
            return Diagnosis(
                topic, .trouble, isUsed ? Alert.ledgerGone(path).message : failure.description(of: path))
        } catch .notReadable where !isServiceAccount {
            return Diagnosis(topic, .notice, "账户 \(Account.own) 看不到台账。请用 sudo nianbao doctor。")
        } catch {
            return Diagnosis(topic, .trouble, error.description)
        }
    }

    /// Whether some of the copies are there; nothing where there is none yet, or this account may not see them.
    private func archive() async -> [Diagnosis] {
        guard isServiceAccount, let desk = try? LedgerReader(settings: settings, roster: roster),
            let contents = try? await desk.sampleOfContents(), !contents.isEmpty
        else { return [] }
        let loss = LostCopies(state: settings.state.path).words(of: contents)
        return [Diagnosis("存档", loss == nil ? .good : .trouble, loss ?? "抽查 \(contents.count) 份报告，原件的存档都在。")]
    }

    /// Whether the key of the ledger is for its owner alone; nothing where there is no ledger yet.
    func key(_ service: RunningService) -> [Diagnosis] {
        let (topic, path) = ("台账密钥", settings.state.path.appending(Ledger.keysFileName))
        do throws(Errno) {
            let others: FilePermissions = [.groupReadWrite, .otherReadWrite]
            guard try path.stat().permissions.isDisjoint(with: others) else {
                return [Diagnosis(topic, .trouble, "\(path) 别的账户也能读写，封印不再可靠。请运行 chmod 600 \(path)。")]
            }
            let ledger = settings.state.path.appending(LedgerFile.name)
            let owner = try path.stat().userID.rawValue
            if let status = try Folders.status(of: ledger), status.userID.rawValue != owner {
                let (wrong, right) = (Account.name(of: owner), Account.name(of: status.userID.rawValue))
                return [
                    Diagnosis(topic, .trouble, "\(path) 属于账户 \(wrong)，服务读不到。请运行 chown \(right): \(path)。")
                ]
            }
            return [Diagnosis(topic, .good, "只有服务的账户能读。请另存一份，只许管理员读取。")]
        } catch .noSuchFileOrDirectory {
            guard (try? LedgerFile.exists(settings.state.path.appending(LedgerFile.name))) == true else { return [] }
            if service.isRunning == true {
                return [Diagnosis(topic, .notice, "\(path) 不见了；正在运行的服务还有它，一分钟之内放回。请查明是谁移走的。")]
            }
            return [Diagnosis(topic, .notice, "没有 \(path)：如有备份，请先放回再启动服务；没有的，服务启动时另做一个。")]
        } catch {
            return [Diagnosis(topic, .notice, "\(path) 看不到：\(error.reason)。请使用 sudo。")]
        }
    }

    /// Tries whether a file can be written: as this account, and where the service runs as it sees the folder, since what it may write to is
    /// fixed when it starts.
    func statusFolder(_ service: RunningService) -> Diagnosis {
        let (topic, path) = ("结果文件夹", settings.status.path)
        do throws(Errno) {
            guard try path.stat().type == .directory else { throw .notDirectory }
            guard isServiceAccount else {
                return Diagnosis(topic, .good, "\(path) 存在，没有试写（用 sudo nianbao doctor 可以试写）。\(room(at: path))")
            }
            _ = try AtomicFile(Self.trial, in: path)
        } catch {
            let advice =
                switch error {
                case .noSuchFileOrDirectory, .notDirectory: "请建立这个文件夹，并让账户 \(self.service) 能够写入。"
                case .permissionDenied: "请让账户 \(self.service) 能够写入：chown \(self.service) '\(path)'"
                default: "请检查磁盘和挂载。"
                }
            return Diagnosis(topic, .trouble, "\(path)：\(error.reason)。\(advice)")
        }
        do throws(Errno) {
            if let seen = service.view(of: path) { _ = try AtomicFile(Self.trial, in: seen) }
        } catch {
            return Diagnosis(
                topic, .trouble,
                "\(path) 可以写入，而正在运行的服务写不进去（\(error.reason)）：它启动以后文件夹才建立或挂载。请运行 systemctl restart \(self.service)。")
        }
        let outcome = (try? FileSystem(of: path)).map(outcome) ?? .good
        return Diagnosis(topic, outcome, "\(path) 可以写入。\(room(at: path))")
    }

    /// The name of the file that is tried.
    static let trial = "doctor"

    /// Whether this is the account that the service runs as: it owns the state folder.
    var isServiceAccount: Bool { (try? settings.state.path.stat().userID.rawValue) == geteuid() }

    /// On a disk that is full a file that holds nothing can still be made.
    private func outcome(of system: FileSystem) -> Diagnosis.Outcome {
        settings.alerts.isLow(system) ? .trouble : .good
    }

    private func room(at path: FilePath) -> String {
        guard let system = try? FileSystem(of: path) else { return "" }
        return "可用空间 \(system.freeBytes / 1_000_000) MB\(settings.alerts.isLow(system) ? "，快满了，请清理或扩容" : "")。"
    }

    private func reading() async -> Diagnosis {
        let topic = "读取程序"
        do throws(WorkerFailure) {
            try await Readers.shared.rehearse(within: settings.limits)
            return Diagnosis(topic, .good, "能够读取文件。")
        } catch {
            switch error {
            case .unavailable(let words), .crashed(let words):
                return Diagnosis(topic, .trouble, "\(words)。所有文件都无法校核，请重新安装 nianbao。")
            }
        }
    }

    /// Nothing where the readers have all their layers.
    private func sandbox() -> [Diagnosis] {
        Landlock.isAvailable ? [] : [Diagnosis("隔离", .notice, Self.noLandlock)]
    }

    /// What there is to know where the readers do without a layer.
    static let noLandlock = "没有 Landlock（内核、容器或较旧的 systemd 不提供），读取程序少一层隔离，其余各层照常。"

    /// What to do about a journal that is gone at the next restart.
    static let fleeting =
        "系统日志只在内存里，重启后丢失。请运行 mkdir -p /var/log/journal && systemctl restart systemd-journald && journalctl --flush；结果在台账中另有一份，不受影响。"

    func clock() -> Diagnosis {
        SystemClock.isSynchronised
            ? Diagnosis("系统时间", .good, "已与时间源同步。")
            : Diagnosis("系统时间", .notice, "没有与时间源同步，期限按本机时间判断。请启用 systemd-timesyncd 或 chrony。")
    }

    private func agencies() -> Diagnosis {
        roster.agencies.isEmpty
            ? Diagnosis("单位名录", .notice, "没有名录，不能判断谁未报送、谁逾期。见 man nianbao-agencies。")
            : Diagnosis("单位名录", .good, "有 \(roster.agencies.count) 个单位。")
    }
}
