import ArgumentParser
import Daemon
import Foundation
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
        abstract: "校核文件，或文件夹里的全部文件，显示结果，不记台账。",
        discussion: """
            几份文件同时校核，结果按顺序显示；最后有各种结论的份数。
            退出码：0 全部合格（含请核实）；1 有报告须退回修改；3 有文件无法校核；5 系统故障；64 用法不对。
            同时有几种情形时，依 5、3、1 的次序取最重的。
            """)

    @Option(help: ArgumentHelp("结果的形式：text 文字；json 每份一行；html 可打印的回执，一次一份。", valueName: "形式"))
    var format = Format.text

    @Flag(help: "文件夹里的各层子文件夹也一起校核。")
    var recursive = false

    @Option(help: ArgumentHelp("设置文件。", valueName: "文件"), completion: .file(extensions: ["toml"]))
    var config: String?

    @Argument(
        help: ArgumentHelp("要校核的文件或文件夹；- 表示标准输入。", valueName: "文件"), completion: .file())
    var files: [String]

    func validate() throws {
        guard format != .html || files.count == 1 else { throw ValidationError("html 形式一次只能校核一份文件。") }
    }

    /// What came of a file: a result, or words to the person where there is nothing to check, or both.
    private struct Outcome: Sendable {
        var result: ReportResult?
        var complaint: String?
    }

    func run() async throws {
        let settings = try SettingsOptions.load(config)
        let inputs = try inputs()
        guard format != .html || inputs.count == 1 else { throw ValidationError("html 形式一次只能校核一份文件。") }
        var progress = CheckProgress(total: inputs.count)
        var checked: [(file: String, verdict: Verdict)] = []
        try await inEachCore(inputs, settings) { done, file, outcome in
            progress.show(done)
            guard let outcome else { return }
            progress.clear()
            if let complaint = outcome.complaint { Console.complain(complaint) }
            guard let result = outcome.result else { return }
            checked.append((file.name, result.verdict))
            print(try words(for: result, isOneOfMany: inputs.count > 1), terminator: "")
        }
        progress.clear()
        let (verdicts, unread) = (checked.map(\.verdict), inputs.count - checked.count)
        if format == .text, inputs.count > 1 {
            let style = Console.style
            if inputs.count > files.count { print(TextReceipt.table(of: checked, style: style), terminator: "") }
            print(TextReceipt.summary(of: verdicts, unread: unread, style: style), terminator: "")
        }
        throw ExitStatus.worst(of: verdicts.map(ExitStatus.init) + (unread > 0 ? [.unchecked] : [])).code
    }

    /// The files that are named. Says what keeps a folder from being listed, and ends with status 3.
    private func inputs() throws -> [InputFile] {
        do throws(BoundedFile.Failure) {
            return try InputFile.all(named: files, recursive: recursive)
        } catch {
            Console.complain("文件夹读不出来：\(error.description)。请检查权限。")
            throw ExitStatus.unchecked.code
        }
    }

    /// Checks as many files at a time as there are cores, and hands over what came of them in their order. `take` is called for each
    /// file that is done, with an outcome only where it is the next one's.
    private func inEachCore(
        _ files: [InputFile], _ settings: Settings,
        _ take: (_ done: Int, _ file: InputFile, _ outcome: Outcome?) throws -> Void
    ) async throws {
        let cores = min(ProcessInfo.processInfo.activeProcessorCount, files.count)
        try await withThrowingTaskGroup(of: (file: Int, outcome: Outcome).self) { group in
            let checker = ReportChecker(settings)
            let limit = settings.limits.fileBytes
            var waiting = files.indices[...]
            let begin = {
                (group: inout ThrowingTaskGroup<(file: Int, outcome: Outcome), any Error>) in
                guard let next = waiting.popFirst() else { return }
                let file = files[next]
                group.addTask { (next, await Self.check(file, with: checker, limit: limit)) }
            }
            for _ in 0..<cores { begin(&group) }
            var (outcomes, done, printed) = ([Int: Outcome](), 0, 0)
            while let finished = try await group.next() {
                done += 1
                outcomes[finished.file] = finished.outcome
                begin(&group)
                try take(done, files[finished.file], nil)
                while let outcome = outcomes.removeValue(forKey: printed) {
                    try take(done, files[printed], outcome)
                    printed += 1
                }
            }
        }
    }

    /// What comes of a file.
    private static func check(_ file: InputFile, with checker: ReportChecker, limit: Int) async -> Outcome {
        let bytes: [UInt8]
        do throws(BoundedFile.Failure) {
            bytes = try file.read(limit: limit)
        } catch {
            if case .tooLarge(let size?, let limit) = error {
                return Outcome(result: .oversize(bytes: size, file: file.name, limit: limit))
            }
            return Outcome(complaint: "\(file.shown)：\(error.description)，未校核。")
        }
        let submission = Submission(bytes, sha256: SHA256.digits(of: bytes), file: file.name)
        do {
            return Outcome(result: try await checker.result(of: submission))
        } catch {
            let wrong = (error as? WorkerFailure)?.description ?? "\(error)"
            return Outcome(
                result: ReportResult(file: submission.file, sha256: submission.sha256, bytes: submission.bytes),
                complaint: "\(file.shown)：\(wrong)，未校核；与文件无关，请检查安装是否完整。")
        }
    }

    private func words(for result: ReportResult, isOneOfMany: Bool) throws -> String {
        switch format {
        case .text: TextReceipt.text(for: result, style: Console.style) + (isOneOfMany ? "\n" : "")
        case .json: try JSON.line(result) + "\n"
        case .html: ReceiptPage.html(for: result)
        }
    }
}
