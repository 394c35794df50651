import ArgumentParser
import Daemon
import Foundation
import Office
import Services
import Settings
import SystemPackage

/// `nianbao monitor`: a monitoring plugin. It reads the status folder only, so that it works for any account that may, and
/// also when the daemon or the ledger does not.
struct MonitorCommand: AsyncParsableCommand {
    private static let largestFile = 50_000_000

    static let configuration = CommandConfiguration(
        commandName: "monitor",
        abstract: "给监控系统（Nagios、Zabbix 等）用：输出一行状态和性能数据。",
        discussion: """
            只读结果文件夹中的 alerts.json 和 heartbeat，不读台账，账户在 nianbao-readers 组内即可。
            退出码：0 正常；1 有告警；2 有严重告警，或服务没有动静；3 无法判断。
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let health = health()
        print(health.line)
        throw ExitCode(health.state.rawValue)
    }

    private func health() -> Health {
        guard let settings = try? options.settings() else { return Health(unknown: "设置有误，请运行 nianbao config check") }
        let file = settings.status.path.appending("alerts.json")
        do throws(BoundedFile.Failure) {
            let bytes = try BoundedFile.read(file, limit: Self.largestFile)
            guard let list = AlertsFile.list(from: String(decoding: bytes, as: UTF8.self)) else {
                return Health(unknown: "\(file) 不是本版本的告警文件")
            }
            let beat = Heartbeat(in: settings.status.path)?.at
            return Health(list, beat: beat, beatAllowance: Heartbeat.allowance, at: Date())
        } catch {
            return Health(unknown: "\(file)：\(error.description)")
        }
    }
}
