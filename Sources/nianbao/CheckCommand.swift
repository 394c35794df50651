import ArgumentParser
import Daemon
import Linux
import Office
import ReaderInterface
import Rules
import Settings

/// `nianbao check`: the daemon's engine by hand, without ledger.
struct CheckCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, html
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "校核文件，显示结果，不记台账。",
        discussion: """
            退出码：0 全部合格（含请核实）；1 有报告须退回修改；3 有文件无法校核；5 系统故障；64 用法不对。
            同时有几种情形时，依 5、3、1 的次序取最重的。
            """)

    @Option(help: ArgumentHelp("结果的形式：text 文字；json 每份一行；html 可打印的回执，一次一份。", valueName: "形式"))
    var format = Format.text

    @Option(help: ArgumentHelp("设置文件。", valueName: "文件"))
    var config: String?

    @Argument(help: ArgumentHelp("要校核的文件；- 表示标准输入。", valueName: "文件"))
    var files: [String]

    func validate() throws {
        guard format != .html || files.count == 1 else { throw ValidationError("html 形式一次只能校核一份文件。") }
    }

    func run() async throws {
        let settings = try SettingsOptions.load(config)
        let checker = ReportChecker(settings)
        var verdicts: [Verdict] = []
        for file in files.map(InputFile.init(argument:)) {
            guard let result = await check(file, with: checker, limit: settings.limits.fileBytes) else { continue }
            verdicts.append(result.verdict)
            print(try words(for: result), terminator: "")
        }
        let unread = files.count - verdicts.count
        if format == .text, files.count > 1 {
            print(TextReceipt.summary(of: verdicts, unread: unread, style: Console.style), terminator: "")
        }
        throw ExitStatus.worst(of: verdicts.map(ExitStatus.init) + (unread > 0 ? [.unchecked] : [])).code
    }

    /// The result of a file; `nil`, and a word to the person, where there is nothing to check.
    private func check(_ file: InputFile, with checker: ReportChecker, limit: Int) async -> ReportResult? {
        let bytes: [UInt8]
        do throws(BoundedFile.Failure) {
            bytes = try file.read(limit: limit)
        } catch {
            if case .tooLarge(let size?, let limit) = error {
                return .oversize(bytes: size, file: file.name, limit: limit)
            }
            Console.complain("\(file.argument.printable)：\(error.description)，未校核。")
            return nil
        }
        let submission = Submission(bytes, sha256: SHA256.digits(of: bytes), file: file.name)
        do {
            return try await checker.result(of: submission)
        } catch {
            let wrong = (error as? WorkerFailure)?.description ?? "\(error)"
            Console.complain("\(file.argument.printable)：\(wrong)，未校核；与文件无关，请检查安装是否完整。")
            return ReportResult(file: submission.file, sha256: submission.sha256, bytes: submission.bytes)
        }
    }

    private func words(for result: ReportResult) throws -> String {
        switch format {
        case .text: TextReceipt.text(for: result, style: Console.style) + (files.count > 1 ? "\n" : "")
        case .json: try JSON.line(result) + "\n"
        case .html: ReceiptPage.html(for: result)
        }
    }
}
