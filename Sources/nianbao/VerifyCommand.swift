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
            每条记录都带有一个由它自身和前面全部记录算出的校验值，以及用台账密钥算出的封印，系统日志里也有同样的值。
            系统日志只采信服务的账户写入的记录。密钥和系统日志普通账户读不到，请用 sudo 运行。服务运行时也可以使用。
            退出码：0 没有改动；1 有改动；3 没有发现改动，但没有与系统日志或密钥对照；64 用法不对；74 台账读不出来；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "输出一行 JSON。")
    var json = false

    func run() throws {
        let settings = try options.settings()
        let report = try verification(of: settings)
        if json { print(try JSON.line(Answer(report))) } else { show(report) }
        guard report.deviations.isEmpty else { throw ExitStatus.returned.code }
        guard report.gaps.isEmpty else { throw ExitStatus.unchecked.code }
    }

    private func verification(of settings: Settings) throws -> Verification.Report {
        do {
            return try Verification(state: settings.state.path).run()
        } catch let failure as Ledger.Failure {
            throw StartFailure.ledger(settings.state.path.appending(LedgerFile.name), failure)
        }
    }

    private func show(_ report: Verification.Report) {
        // Whoever changed the ledger may have put into it what steers a terminal.
        report.deviations.forEach { print($0.printable) }
        print("共检查 \(report.records) 条记录、\(report.versions) 份报告，与系统日志对照 \(report.copies) 条。")
        (report.notes + report.gaps).forEach { print($0.printable) }
        print(report.conclusion)
        print("末尾校验值：\(report.head.printable)")
    }

    private struct Answer: Encodable {
        let records, versions, copies, others: Int
        let head: String
        let deviations, gaps, notes: [String]

        init(_ report: Verification.Report) {
            (records, versions, copies) = (report.records, report.versions, report.copies)
            others = report.leftOut.otherCount
            (head, deviations) = (report.head, report.deviations)
            (gaps, notes) = (report.gaps, report.notes)
        }
    }
}
