import ArgumentParser
import Daemon
import Ledger
import Linux
import Reports
import Settings
import SystemPackage

/// `nianbao inbox`: whether the inbox is the one that it was, and that another one is right.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "显示收件文件夹是否可信；确认换了新的收件文件夹。",
        discussion: """
            收件文件夹变成另一个空文件夹时，多半是共享没有挂载，系统会告警，并且不判断谁未报送、谁逾期。确实换了的，用 --accept 确认。
            退出码：0 可信；1 不可信；64 用法不对；74 台账读不出来；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "确认现在的收件文件夹就是正确的；服务在下一次查看时采用。")
    var accept = false

    func run() async throws {
        let settings = accept ? try options.settingsOfOwner() : try options.settings()
        let path = FileName(settings.inbox.path.string).display
        if accept {
            try await Ledger.open(under: settings).forgetInbox()
            return print("已确认：\(path) 从下一次查看起作为收件文件夹。")
        }
        guard try await LedgerReader(settings: settings, roster: Roster()).isInboxTrusted() else {
            print("\(path) 现在不可信：打不开，或者换成了另一个文件夹。详见 journalctl -u nianbao NIANBAO_EVENT=alert")
            throw ExitStatus.returned.code
        }
        print("\(path) 可信。")
    }
}
