import ArgumentParser
import Daemon
import Foundation
import Office
import Reports
import Settings
import SystemPackage

/// `nianbao doctor`: whether all is there that the daemon needs.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "逐项检查运行所需的条件：文件夹、台账、读取程序、服务、系统日志、时间、名录、告警渠道。",
        discussion: """
            用 --config 指定汇集的设置（/etc/nianbao/collect.toml）时，检查的是汇集所需的条件：名册、日志入口、收到的每个日志文件、台账和各办公室的副本、结果文件夹、服务。
            不改动任何东西，只在结果文件夹里试写一个文件，随即删除。用 sudo nianbao doctor 运行：它改用服务的账户，并向正在运行的服务了解它看到的情况。
            退出码：0 没有问题；1 有须处理的；64 用法不对；78 设置或名录有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "每项输出一行 JSON。")
    var json = false

    func run() async throws {
        let found = try await examine()
        for diagnosis in found {
            print(json ? try JSON.line(diagnosis) : diagnosis.line)
        }
        if found.contains(where: { $0.outcome == .trouble }) { throw ExitStatus.returned.code }
    }

    private func examine() async throws -> [Diagnosis] {
        let settings = try options.settings()
        guard settings.isOfCollector(options.config) else {
            let setup = try options.configurationOfOwner()
            return await Doctor(settings: setup.settings, roster: setup.roster).examine(at: Date())
        }
        let setup = try CollectOptions.load(options.config)
        try SettingsOptions.become(ownerOf: settings.state.path, alsoIn: "systemd-journal-remote")
        let doctor = Doctor(settings: setup.settings, roster: Roster(), service: Doctor.collector)
        return await doctor.examineCollecting(setup.offices, at: Date())
    }
}

extension Settings {
    /// Whether they are those of the service that collects, which has a file of its own or a list of offices. The other settings for it stand
    /// in every file that lists all there are.
    fileprivate func isOfCollector(_ file: String?) -> Bool {
        collect.offices != nil || file.map(SettingsOptions.wholePath)?.string == CollectOptions.standardFile
    }
}

extension Diagnosis {
    /// What was found, as a line for a person.
    var line: String {
        let sign =
            switch outcome {
            case .good: "✓"
            case .notice: "–"
            case .trouble: "✗"
            }
        return "\(sign) \(topic)：\(message)"
    }
}
