import ArgumentParser
import Daemon
import Ledger
import Office
import Settings
import SystemPackage

/// `nianbao verify`: whether anybody has changed the ledger.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "检查台账有没有被改动：记录的改动、删除、插入，以及与记录不符的报告。",
        discussion: """
            每条记录都带有一个由它自身和前面全部记录算出的校验值，系统日志里也有同一个值。服务运行时也可以使用。
            退出码：0 没有改动；1 有改动；64 用法不对；74 台账读不出来；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "输出一行 JSON。")
    var json = false

    func run() throws {
        do {
            let settings = try options.settings()
            let report = try verification(of: settings)
            if json { print(try JSON.line(Answer(report))) } else { show(report) }
            guard report.deviations.isEmpty else { throw ExitStatus.returned.code }
        } catch let failure as StartFailure {
            Console.complain(failure.description)
            throw ExitStatus(failure).code
        } catch let failure as LedgerReaderFailure {
            Console.complain(failure.description)
            throw ExitStatus.inputOutput.code
        }
    }

    private func verification(of settings: Settings) throws -> Verification.Report {
        do {
            return try Verification(state: settings.state.path).run()
        } catch let failure as Ledger.Failure {
            throw StartFailure.ledger(settings.state.path.appending(LedgerFile.name), failure)
        }
    }

    private func show(_ report: Verification.Report) {
        report.deviations.forEach { print($0) }
        print("共检查 \(report.records) 条记录、\(report.versions) 份报告，与系统日志对照 \(report.copies) 条。")
        print(report.deviations.isEmpty ? "没有发现改动。" : "发现 \(report.deviations.count) 处改动。台账没有变动，请先备份再处理。")
        print("末尾校验值：\(report.head)")
    }

    private struct Answer: Encodable {
        let records, versions, copies: Int
        let head: String
        let deviations: [String]

        init(_ report: Verification.Report) {
            (records, versions, copies) = (report.records, report.versions, report.copies)
            (head, deviations) = (report.head, report.deviations)
        }
    }
}
