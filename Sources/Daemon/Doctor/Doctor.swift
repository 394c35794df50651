import Alerts
import Channels
package import Foundation
import Ledger
import Linux
import Office
import ReaderInterface
package import Reports
import Services
package import Settings
import SystemPackage

/// Looks at all that nianbao rests on, as this account sees it, beside the daemon and without changing anything.
package struct Doctor: Sendable {
    /// Logs are to be kept for half a year: 网络安全法, article 21.
    private static let retention: TimeInterval = 180 * 86_400

    private let settings: Settings
    private let roster: Roster

    package init(settings: Settings, roster: Roster) {
        self.settings = settings
        self.roster = roster
    }

    /// All that was found, in the order in which a report comes by it.
    package func examine(at date: Date) async -> [Diagnosis] {
        inbox() + [state(), await ledger(at: date)] + key() + [statusFolder(), await reading(), daemon(at: date)]
            + journal(at: date) + [clock(), agencies()] + channels()
    }

    private func inbox() -> [Diagnosis] {
        let topic = "收件文件夹"
        let listing = Inbox(path: settings.inbox.path, hints: try? Hints(signalling: WakeSignal())).look()
        guard listing.isReachable else {
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

    private func state() -> Diagnosis {
        let (topic, path) = ("台账文件夹", settings.state.path)
        do throws(Errno) {
            let system = try FileSystem(of: path)
            if let share = system.remoteName {
                return Diagnosis(topic, .trouble, StartFailure.ledger(path, .remote(share)).description)
            }
            return Diagnosis(topic, .good, "\(path) 在本机磁盘上。\(room(at: path))")
        } catch {
            return Diagnosis(topic, .trouble, "\(path)：\(error.reason)。服务启动时会建立它；也可以先建立，并让账户 nianbao 能够写入。")
        }
    }

    private func ledger(at date: Date) async -> Diagnosis {
        let topic = "台账"
        do throws(LedgerReaderFailure) {
            let desk = try LedgerReader(settings: settings, roster: roster)
            let overview = try await desk.overview(at: date)
            let held = "有 \(overview.reports.count) 份报告、\(overview.ledgerRecord) 条记录"
            guard overview.alerts.isEmpty else {
                return Diagnosis(topic, .notice, "\(held)；有 \(overview.alerts.count) 项告警，见 nianbao alert list。")
            }
            return Diagnosis(topic, .good, "\(held)。")
        } catch .noLedger {
            return Diagnosis(topic, .notice, "还没有台账：服务第一次启动时建立。")
        } catch {
            return Diagnosis(topic, .trouble, error.description)
        }
    }

    /// Whether the key of the ledger is for its owner alone; nothing where there is no ledger yet.
    private func key() -> [Diagnosis] {
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
            return [Diagnosis(topic, .notice, "没有 \(path)：如有备份，请先放回再启动服务；没有的，服务启动时另做一个。")]
        } catch {
            return [Diagnosis(topic, .notice, "\(path) 看不到：\(error.reason)。请使用 sudo。")]
        }
    }

    private func statusFolder() -> Diagnosis {
        let (topic, path) = ("结果文件夹", settings.status.path)
        do throws(Errno) {
            guard try path.stat().type == .directory else { throw .notDirectory }
            return Diagnosis(topic, .good, "\(path) 存在。\(room(at: path))")
        } catch {
            return Diagnosis(topic, .trouble, "\(path)：\(error.reason)。请建立这个文件夹，并让账户 nianbao 能够写入。")
        }
    }

    private func room(at path: FilePath) -> String {
        guard let system = try? FileSystem(of: path) else { return "" }
        return "可用空间 \(system.freeBytes / 1_000_000) MB\(settings.alerts.isLow(system) ? "，快满了，请清理或扩容" : "")。"
    }

    private func reading() async -> Diagnosis {
        let topic = "读取程序"
        do throws(WorkerFailure) {
            _ = try await Readers.shared.read(.memory(Array("试读".utf8)), within: settings.limits)
            return Diagnosis(topic, .good, "能够读取文件。")
        } catch {
            switch error {
            case .unavailable(let words), .crashed(let words):
                return Diagnosis(topic, .trouble, "\(words)。所有文件都无法校核，请重新安装 nianbao。")
            }
        }
    }

    private func daemon(at date: Date) -> Diagnosis {
        let topic = "服务"
        guard let beat = Heartbeat(in: settings.status.path) else {
            return Diagnosis(topic, .trouble, "没有服务运行过的迹象。请运行 systemctl enable --now nianbao。")
        }
        let time = beat.at.stamp(in: roster.deadlines.timeZone)
        guard !beat.isLast else {
            return Diagnosis(topic, .trouble, "没有运行，\(time) 正常停止。请运行 systemctl start nianbao。")
        }
        return beat.isAlive(at: date)
            ? Diagnosis(topic, .good, "在运行，最近一次动静 \(time)。")
            : Diagnosis(topic, .trouble, "从 \(time) 起没有动静。请查看 systemctl status nianbao。")
    }

    private func journal(at date: Date) -> [Diagnosis] {
        let topic = "系统日志"
        guard Journal().state != .absent else {
            return [Diagnosis(topic, .notice, "没有 journald：结果逐行输出，记录保存在台账中，日志恢复后补送。")]
        }
        var found: [Diagnosis] = []
        if JournalStorage() == .fleeting { found.append(Diagnosis(topic, .trouble, Self.fleeting)) }
        guard let first = try? JournalReader().oldest() else {
            return found + [Diagnosis(topic, .notice, "账户 \(Account.own) 读不到日志。服务的账户须在用户组 systemd-journal 中。")]
        }
        let since = Date(timeIntervalSince1970: Double(first) / 1e6)
        let day = since.stamp(in: roster.deadlines.timeZone)
        let isShort = date.timeIntervalSince(since) < Self.retention
        return found + [
            Diagnosis(
                topic, .good, "最早的一条是 \(day) 的。\(isShort ? "按规定日志须保留六个月，请确认 journald.conf 的 SystemMaxUse 够用。" : "")")
        ]
    }

    /// What to do about a journal that is gone at the next restart.
    static let fleeting =
        "系统日志只在内存里，重启后丢失。请运行 mkdir -p /var/log/journal && systemctl restart systemd-journald && journalctl --flush；结果在台账中另有一份，不受影响。"

    private func clock() -> Diagnosis {
        SystemClock.isSynchronised
            ? Diagnosis("系统时间", .good, "已与时间源同步。")
            : Diagnosis("系统时间", .notice, "没有与时间源同步，期限按本机时间判断。请启用 systemd-timesyncd 或 chrony。")
    }

    private func agencies() -> Diagnosis {
        roster.agencies.isEmpty
            ? Diagnosis("单位名录", .notice, "没有名录，不能判断谁未报送、谁逾期。见 man nianbao-agencies。")
            : Diagnosis("单位名录", .good, "有 \(roster.agencies.count) 个单位。")
    }

    private func channels() -> [Diagnosis] {
        let topic = "告警渠道"
        guard !settings.channels.isEmpty else {
            return [Diagnosis(topic, .notice, "没有设置，告警只在总览、日志和 nianbao alert list 中显示。")]
        }
        return settings.channels.sorted { $0.key < $1.key }.map { name, channel in
            guard channel.kind != .mail || FileManager.default.isExecutableFile(atPath: channel.program) else {
                return Diagnosis(topic, .trouble, "“\(name)”的发信程序 \(channel.program) 不存在或不能执行。")
            }
            return Diagnosis(topic, .good, "“\(name)”已设置；用 nianbao alert test \(name) 试发。")
        }
    }
}
