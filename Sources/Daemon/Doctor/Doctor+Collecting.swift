import Alerts
package import Foundation
import Ledger
import Linux
import Office
package import Reports
import Settings
import SystemPackage

/// What collecting other offices' records rests on.
extension Doctor {
    /// The name of the service that collects.
    package static let collector = "nianbao-collect"
    /// Where the receivers listen, by the names of certificates.
    private static let receivers = FilePath("/run/nianbao-remote")

    /// All that was found, in the order in which a record comes by it.
    package func examineCollecting(_ offices: OfficeRoster, at date: Date) async -> [Diagnosis] {
        let service = running
        let come = [list(offices)] + receivers(of: offices) + [journals(at: date)] + journalFiles(at: date)
        let made = [state()] + rights() + key(service) + [await collected(at: date)] + (await copies())
        return come + made + [statusFolder(service), collector(service), clock()] + channels()
    }

    private func list(_ offices: OfficeRoster) -> Diagnosis {
        let topic = "办公室名册"
        guard !offices.offices.isEmpty else {
            return Diagnosis(topic, .notice, "没有名册（collect.offices）：谁发来就收谁的，从没发来过的看不出来。")
        }
        let certificates = Set(offices.offices.compactMap(\.certificate))
        return Diagnosis(topic, .good, "有 \(offices.offices.count) 个办公室，\(certificates.count) 张证书。")
    }

    /// Whether there is a socket for each certificate. Where there is none at all, the journals come in by another way.
    private func receivers(of offices: OfficeRoster) -> [Diagnosis] {
        let topic = "日志入口"
        let names = Set(offices.offices.compactMap(\.certificate)).sorted()
        guard !names.isEmpty, (try? Folders.status(of: "/run/systemd/system")) != nil else { return [] }
        let missing = names.filter { (try? Folders.status(of: Self.receivers.appending($0))) == nil }
        if missing.isEmpty { return [Diagnosis(topic, .good, "\(names.count) 个入口都开着。")] }
        let command = "systemctl enable --now nianbao-remote@\(missing[0]).socket"
        if missing.count == names.count {
            return [
                Diagnosis(topic, .notice, "\(Self.receivers) 中没有任何入口。日志不是由别的办法收进来的，请为每张证书运行：\(command)")
            ]
        }
        let shown = missing.prefix(5).joined(separator: "、") + (missing.count > 5 ? "等 \(missing.count) 个" : "")
        return [Diagnosis(topic, .trouble, "没有证书 \(shown) 的入口，它们的日志收不进来。请逐个运行：\(command)")]
    }

    /// Whether the service can read what has come, and whether anything has lately.
    private func journals(at date: Date) -> Diagnosis {
        let (topic, path) = ("收到的日志", settings.collect.journals)
        do throws(Errno) {
            let directory = try Directory(path)
            let names = try directory.names().filter { $0.display.contains(".journal") }
            var last = 0
            for name in names { last = try max(last, FileStamp(directory.status(of: name)).modified) }
            guard !names.isEmpty else { return Diagnosis(topic, .notice, "\(path) 可以读取，还没有收到任何日志。") }
            let newest = Date(timeIntervalSince1970: Double(last) / 1_000_000_000)
            if isServiceAccount, let closed = names.first(where: { isHidden(path.appending($0.display)) }) {
                return Diagnosis(
                    topic, .trouble,
                    "\(path) 中的 \(closed.display) 不能读取。请让单元保留 SupplementaryGroups=systemd-journal-remote，并检查它的权限。")
            }
            let time = newest.stamp(in: .china)
            let isOld = date.timeIntervalSince(newest) > settings.collect.silence / .seconds(1)
            return Diagnosis(
                topic, isOld ? .trouble : .good,
                "\(path) 可以读取，有 \(names.count) 个文件，最近一次收到是 \(time)。\(isOld ? "很久没有收到了，请检查 nginx 和各个入口。" : "")")
        } catch .noSuchFileOrDirectory {
            return Diagnosis(topic, .trouble, "没有 \(path)：还没有收到过日志，或没有安装 systemd-journal-remote。见 docs/scale.md。")
        } catch {
            let hint = isServiceAccount ? "请把账户 \(service) 加入用户组 systemd-journal-remote。" : "请使用 sudo。"
            return Diagnosis(topic, isServiceAccount ? .trouble : .notice, "\(path)：\(error.reason)。\(hint)")
        }
    }

    /// What of the state folder the service can't change; nothing where it may all, or this account can't tell.
    private func rights() -> [Diagnosis] {
        guard isServiceAccount, let barred = LedgerFile.barred(in: settings.state.path) else { return [] }
        return [Diagnosis("台账权限", .trouble, StartFailure.barred(barred, in: settings.state.path).description)]
    }

    private func collected(at date: Date) async -> Diagnosis {
        let topic = "汇集"
        do throws(LedgerReaderFailure) {
            let desk = try LedgerReader(settings: settings, roster: roster)
            let (offices, troubles) = try await (desk.collectedOffices(at: date), desk.officeTroubles())
            let told = troubles.isEmpty ? "没有异常。" : "有 \(troubles.count) 项异常，见 nianbao collect offices。"
            return Diagnosis(topic, troubles.isEmpty ? .good : .notice, "汇集了 \(offices.count) 个办公室，\(told)")
        } catch .noLedger {
            return Diagnosis(topic, .notice, "还没有台账：服务第一次启动时建立。")
        } catch .notReadable where !isServiceAccount {
            return Diagnosis(topic, .notice, "账户 \(Account.own) 看不到台账。请使用 sudo。")
        } catch {
            return Diagnosis(topic, .trouble, error.description)
        }
    }

    private func collector(_ running: RunningService) -> Diagnosis {
        let topic = "服务"
        if running.isRunning == true {
            let process = running.process.map { "（进程 \($0)）" } ?? ""
            return Diagnosis(topic, .good, "在运行\(process)。\(running.words.isEmpty ? "" : "它自己说：\(running.words)。")")
        }
        if let status = running.unit?.failure {
            return Diagnosis(topic, .trouble, "没有运行：启动失败（退出码 \(status)）。原因：journalctl -u \(service) -n 5")
        }
        return Diagnosis(topic, .trouble, "没有运行。请运行 systemctl enable --now \(service)。")
    }
}
