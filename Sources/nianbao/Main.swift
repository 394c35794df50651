import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

@main
struct Nianbao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nianbao",
        abstract: "校核政府信息公开工作年度报告。",
        discussion: "放进收件文件夹的年度报告，逐份与国家规定的格式和报告自身的数据核对，记入台账和系统日志，生成回执和总览。",
        version: Program.version,
        subcommands: [
            WatchCommand.self, CheckCommand.self, StatusCommand.self, ListCommand.self, ShowCommand.self,
            HistoryCommand.self, MissingCommand.self, TotalsCommand.self, ResultsCommand.self, RecheckCommand.self,
            AcceptTimeCommand.self, EnterCommand.self, WaiveCommand.self, UnwaiveCommand.self, OverruleCommand.self,
            AlertCommand.self, MonitorCommand.self, RulesCommand.self, ExplainCommand.self, VerifyCommand.self,
            RebuildCommand.self, ReplayCommand.self, PruneCommand.self, InboxCommand.self, DoctorCommand.self,
            InitCommand.self, ShareCommand.self, ConfigCommand.self, CollectCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    /// What keeps any command from the ledger, in Chinese, and how the program ends then; `nil` for other errors.
    private static func failure(_ error: any Error) -> (words: String, status: ExitStatus)? {
        if let failure = error as? StartFailure { return (failure.description, ExitStatus(failure)) }
        if let failure = error as? LedgerReaderFailure { return (failure.description, .inputOutput) }
        return Ledger.complaint(about: error).map { ($0, .inputOutput) }
    }

    /// Says what an error or a call for help asks for, in Chinese, and ends the program.
    private static func leave(with error: any Error) -> Never {
        if let (words, status) = failure(error) {
            Console.complain(words)
            Foundation.exit(status.rawValue)
        }
        // Nothing is left to say: to find that out the parser would put together its help.
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        let code = exitCode(for: error)
        let arguments = Array(CommandLine.arguments.dropFirst())
        let unknown = code == .validationFailure ? HelpText.unknownCommand(in: arguments, of: Self.self) : nil
        var words = unknown ?? HelpText.inChinese(fullMessage(for: error))
        if arguments.first == "--generate-completion-script" {
            words = HelpText.completing(words, commandsOf: Self.self)
        }
        if !words.isEmpty { code.isSuccess ? print(words) : Console.complain(words) }
        Foundation.exit(code.rawValue)
    }
}
