import Channels
import Foundation
import Ledger
import Linux
import Office
import Reports
import Services
import Settings
import SystemPackage

/// The service that works on a state folder at this moment.
struct RunningService: Sendable {
    /// Its process; `nil` where none runs, or its number can't be seen.
    let process: Int?
    /// Whether one runs; `nil` where this account can't see that.
    let isRunning: Bool?
    /// Whether it works on another folder than the one that lies there now: something was mounted, or taken away, since it started.
    let isElsewhere: Bool
    /// What systemd knows of it; `nil` where that knows of none, or of another one.
    let unit: UnitState?
    /// What it says of itself, where systemd knows it.
    var words: String { unit?.words ?? "" }

    init(_ settings: Settings, unit name: String = Replay.unit) {
        let unit = UnitState(of: name)
        let lock = settings.state.path.appending(StateFolder.lock)
        let isHeld = try? FileLock.isHeldElsewhere(lock)
        if isHeld == true {
            (isRunning, process, isElsewhere) = (true, FileLock.holder(of: lock), false)
            self.unit = unit?.process == process ? unit : nil
        } else if let unit, unit.process != nil, let seen = Self.view(of: lock, by: unit.process) {
            // It may be that of another state folder than the one that is asked for.
            isElsewhere = isHeld == false && FileLock.holder(of: seen) == unit.process
            (isRunning, process) = isElsewhere || isHeld == nil ? (true, unit.process) : (isHeld, nil)
            self.unit = isRunning == true ? unit : nil
        } else {
            // The state folder is for the service alone.
            isElsewhere = false
            (isRunning, process) = unit?.isRunning == true ? (true, unit?.process) : (isHeld ?? unit?.isRunning, nil)
            self.unit = unit
        }
    }

    /// A folder as the service sees it; `nil` where this account can't look.
    func view(of folder: FilePath) -> FilePath? { Self.view(of: folder, by: process) }

    private static func view(of path: FilePath, by process: Int?) -> FilePath? {
        guard let process else { return nil }
        let seen = FilePath("/proc/\(process)/root").pushing(FilePath(String(path.string.drop { $0 == "/" })))
        return (try? LedgerFile.exists(seen)) == true ? seen : nil
    }
}

extension Doctor {
    func daemon(_ service: RunningService, at date: Date) -> Diagnosis {
        let topic = "服务"
        let beat = Heartbeat(in: settings.status.path)
        let time = beat?.at.stamp(in: roster.deadlines.timeZone)
        let isAlive = beat?.isAlive(at: date) == true && beat?.isLast == false
        let said = service.words.isEmpty ? "" : "它自己说：\(service.words)。"
        if service.isRunning == true {
            let name = "在运行" + (service.process.map { "（进程 \($0)）" } ?? "")
            if service.isElsewhere {
                let path = settings.state.path
                return Diagnosis(
                    topic, .trouble,
                    "\(name)，但它记录的不是现在的 \(path)：启动以后那里被卸载、挂载或换掉了。记录没有丢，都在原来的磁盘上。请恢复原来的挂载；"
                        + "确实换了磁盘的，先停止服务，把原来的内容移过来，再启动。\(said)")
            }
            if service.unit?.isStarting == true { return Diagnosis(topic, .notice, "正在启动。\(said)") }
            guard isAlive, let time else {
                let heartbeat = settings.status.path.appending(Heartbeat.fileName)
                if isHidden(heartbeat) {
                    return Diagnosis(
                        topic, .notice, "\(name)。账户 \(Account.own) 看不到 \(heartbeat)：请用 sudo nianbao doctor。")
                }
                return Diagnosis(topic, .trouble, "\(name)，但结果文件夹里没有它最近的动静，多半写不进去。\(said)请查看 systemctl status nianbao。")
            }
            return Diagnosis(topic, .good, "\(name)，最近一次动静 \(time)。\(said)")
        }
        if let status = service.unit?.failure {
            return Diagnosis(
                topic, .trouble, "没有运行：启动失败（退出码 \(status)，见 docs/operations.md）。原因：journalctl -t nianbao -p err -n 5")
        }
        if service.isRunning == nil, isAlive { return Diagnosis(topic, .good, "在运行，最近一次动静 \(time ?? "")。") }
        guard let beat, let time else {
            return Diagnosis(topic, .trouble, "没有服务运行过的迹象。请运行 systemctl enable --now nianbao。")
        }
        return beat.isLast
            ? Diagnosis(topic, .trouble, "没有运行，\(time) 正常停止。请运行 systemctl start nianbao。")
            : Diagnosis(topic, .trouble, "没有运行，从 \(time) 起没有动静。请查看 systemctl status nianbao。")
    }

    /// Whether this account may not look at something.
    func isHidden(_ path: FilePath) -> Bool {
        do throws(Errno) {
            _ = try Descriptor(reading: path)
            return false
        } catch {
            return error == .permissionDenied
        }
    }

    func journal(_ service: RunningService, at date: Date) -> [Diagnosis] {
        let topic = "系统日志"
        guard Journal().state != .absent else {
            return [Diagnosis(topic, .notice, "没有 journald：结果逐行输出，记录保存在台账中，日志恢复后补送。")]
        }
        var found: [Diagnosis] = []
        if JournalStorage() == .fleeting { found.append(Diagnosis(topic, .trouble, Self.fleeting)) }
        guard let first = try? JournalReader().oldest() else { return found + [unreadableJournal(service)] }
        let since = Date(timeIntervalSince1970: Double(first) / 1e6)
        let day = since.stamp(in: roster.deadlines.timeZone)
        let isShort = date.timeIntervalSince(since) < Self.retention
        return found + [
            Diagnosis(
                topic, .good, "最早的一条是 \(day) 的。\(isShort ? "按规定日志须保留六个月，请确认 journald.conf 的 SystemMaxUse 够用。" : "")")
        ]
    }

    /// Of a journal that this account may not read: the unit gives the service a group that the account does not have by itself.
    private func unreadableJournal(_ service: RunningService) -> Diagnosis {
        let (topic, group) = ("系统日志", "systemd-journal")
        switch service.process.flatMap({ Account.isIn(group, process: $0) }) {
        case true?:
            return Diagnosis(
                topic, .good, "服务在用户组 \(group) 中，能够读取。账户 \(Account.own) 自己不能，看不到日志从何时起：请用 sudo nianbao doctor。")
        case false?:
            return Diagnosis(
                topic, .trouble,
                "服务不在用户组 \(group) 中，不能核对日志是否收全。请在单元中保留 SupplementaryGroups=\(group)，再运行 systemctl restart nianbao。")
        case nil:
            return Diagnosis(topic, .notice, "账户 \(Account.own) 读不到日志；服务由单元加入用户组 \(group)。请用 sudo nianbao doctor 检查。")
        }
    }

    func channels() -> [Diagnosis] {
        let topic = "告警渠道"
        guard !settings.channels.isEmpty else {
            return [Diagnosis(topic, .notice, "没有设置，告警只在总览、日志和 nianbao alert list 中显示。")]
        }
        let sender = UnitState(of: "\(service)-alerts.service")
        return [self.sender(sender)]
            + settings.channels.sorted { $0.key < $1.key }.map { name, channel in
                guard channel.kind != .mail || FileManager.default.isExecutableFile(atPath: channel.program) else {
                    return Diagnosis(topic, .trouble, "“\(name)”的发信程序 \(channel.program) 不存在或不能执行。")
                }
                let carries = channel.kind?.carriesNotices == true
                let use = carries ? "；用 nianbao alert test \(name) 试发" : "，服务正常时每分钟访问一次"
                if let why = missingKey(of: channel, givenTo: sender) {
                    if sender != nil, sender?.credentials == nil {
                        return Diagnosis(
                            topic, .notice, "“\(name)”已设置\(use)。凭据由 systemd 交给发送服务，这个版本的 systemd 不显示有哪些，没有检查。")
                    }
                    // Who may not see the keys can't tell whether they are there.
                    return Diagnosis(
                        topic, isServiceAccount ? .trouble : .notice,
                        "“\(name)”送不出去：\(why)。凭据放在 \(Credentials.folder)，见 docs/alerts.md。")
                }
                return Diagnosis(topic, .good, "“\(name)”已设置\(use)。")
            }
    }

    private func sender(_ unit: UnitState?) -> Diagnosis {
        let topic = "发送服务"
        let library = Installation.part("libnianbao-http.so")
        guard (try? LedgerFile.exists(library)) != false else {
            return Diagnosis(topic, .trouble, "缺少 \(library)，告警送不出去。请重新安装 nianbao。")
        }
        guard let unit else { return Diagnosis(topic, .notice, "看不到 \(service)-alerts 是否在运行：没有 systemd，或没有安装这个单元。") }
        if let status = unit.failure {
            return Diagnosis(
                topic, .trouble, "\(service)-alerts 启动失败（退出码 \(status)），告警送不出去。原因：journalctl -u \(service)-alerts -n 5")
        }
        guard unit.isRunning else {
            return Diagnosis(
                topic, .trouble, "\(service)-alerts 没有运行，告警送不出去。请运行 systemctl enable --now \(service)-alerts。")
        }
        if unit.isStarting { return Diagnosis(topic, .notice, "\(service)-alerts 正在启动。") }
        // The ledger has a line of its own.
        if unit.words.hasPrefix("没有台账") {
            return Diagnosis(topic, .notice, "\(service)-alerts 在运行，等着服务（\(service)）的台账，有了就自动发送。")
        }
        let isWell = unit.words.isEmpty || unit.words.hasPrefix("发送正常")
        return Diagnosis(
            topic, isWell ? .good : .trouble,
            "\(service)-alerts 在运行\(unit.words.isEmpty ? "" : "：\(unit.words)")。"
                + (isWell ? "" : "原因：journalctl -u \(service)-alerts -n 5"))
    }

    /// Why there is no key for a channel that needs one, without an end mark.
    private func missingKey(of channel: Channel, givenTo sender: UnitState?) -> String? {
        // What systemd gives, it shows to the sender alone.
        var channel = channel
        let given = sender?.credentials ?? []
        if channel.token.map(given.contains) == true { channel.token = nil }
        if channel.secret.map(given.contains) == true { channel.secret = nil }
        do throws(Credentials.Missing) {
            _ = try credentials.secrets(of: channel)
            return nil
        } catch {
            return error.reason
        }
    }
}
