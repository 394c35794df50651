import ArgumentParser
import Daemon
import Foundation
import Linux
import Office
import Reports
import Settings
import SystemPackage

/// `nianbao init`: the first settings of an office, by questions.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "第一次使用：问几个问题，写好设置文件和名录，检查文件夹，说明下一步。",
        discussion: """
            在终端里逐项询问，直接回车取方括号中的值；选项中已经写明的不问，--yes 什么都不问。
            写过的文件从不覆盖：设置文件有改动的，新内容写在旁边的 .new 文件里；已有的名录不动。
            退出码：0 正常；64 用法不对；73 文件无法写入；78 已有的设置或名录有误。
            """)

    @Option(
        help: ArgumentHelp("设置文件。默认 /etc/nianbao/nianbao.toml。", valueName: "文件"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(help: ArgumentHelp("办公室的名称，用作退回修改意见的落款。", valueName: "名称"))
    var office: String?

    @Option(help: ArgumentHelp("收件文件夹。", valueName: "文件夹"), completion: .directory)
    var inbox: String?

    @Option(help: ArgumentHelp("结果文件夹。", valueName: "文件夹"), completion: .directory)
    var status: String?

    @Option(help: ArgumentHelp("单位名录。", valueName: "文件"), completion: .file(extensions: ["csv"]))
    var roster: String?

    @Flag(help: "什么都不问，没有写明的取默认值。")
    var yes = false

    func run() async throws {
        var first = try begin()
        for question in FirstSettings.Question.allCases { try answer(question, in: &first) }
        let overlaps = first.settings.overlaps
        guard overlaps.isEmpty else {
            Console.complain(SettingsError(file: "设置", problems: overlaps).description)
            throw ExitStatus.configuration.code
        }
        let kept = try write(first)
        let bodies = try SettingsOptions.roster(of: first.settings)
        let found = Doctor(settings: first.settings, roster: bodies).examineFolders()
        print("")
        for diagnosis in found { print(diagnosis.line) }
        print("\n下一步：")
        let steps = steps(after: first, kept: kept, hasBodies: !bodies.agencies.isEmpty)
        for (number, step) in steps.enumerated() { print(" \(number + 1). \(step)") }
    }

    private func begin() throws -> FirstSettings {
        do throws(SettingsError) {
            return try FirstSettings(file: config.map(SettingsOptions.wholePath) ?? Settings.standardFile)
        } catch {
            Console.complain(error.description)
            throw ExitStatus.configuration.code
        }
    }

    /// What an option says already.
    private func option(for question: FirstSettings.Question) -> (flag: String, words: String?) {
        switch question {
        case .office: ("--office", office)
        case .inbox: ("--inbox", inbox.map { SettingsOptions.wholePath($0).string })
        case .status: ("--status", status.map { SettingsOptions.wholePath($0).string })
        case .roster: ("--roster", roster.map { SettingsOptions.wholePath($0).string })
        }
    }

    /// Takes the answer of an option, or asks a person until the answer is good; an empty one leaves what stands.
    private func answer(_ question: FirstSettings.Question, in first: inout FirstSettings) throws {
        let (flag, words) = option(for: question)
        if let words {
            guard first.take(words, for: question) else {
                throw ValidationError("\(flag) 的值不对，应为\(question.expected)。")
            }
            return
        }
        guard !yes, isatty(STDIN_FILENO) == 1 else { return }
        while true {
            Console.ask("\(question.words) [\(first.standing(of: question))]：")
            let line = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
            if line.isEmpty || first.take(line, for: question) { return }
            Console.complain("应为\(question.expected)。")
        }
    }

    /// Writes the files and says what became of them; where the settings had to go beside those of somebody, the name of that file.
    private func write(_ first: FirstSettings) throws -> FilePath? {
        do throws(Errno) {
            let outcome = try first.write()
            print(Self.words(first.file, outcome))
            if let (made, example) = try first.writeRoster(), let roster = first.settings.roster.path {
                let what = made == .written ? "已建立，只有列名。怎样填写见" : "已有，保留不动。例子见"
                print("名录 \(roster)：\(what) \(example)。")
            }
            if case .kept(let file) = outcome { return file }
            return nil
        } catch {
            let folder = first.file.removingLastComponent()
            let advice =
                error == .noSuchFileOrDirectory
                ? "请先建立文件夹：mkdir -p \(folder.quoted)" : "请用 sudo，或用 --config 写明别的位置。"
            Console.complain("\(folder) 中的文件无法写入：\(error.reason)。\(advice)")
            throw ExitStatus.cannotCreate.code
        }
    }

    private static func words(_ file: FilePath, _ outcome: FirstSettings.Outcome) -> String {
        switch outcome {
        case .written: "设置 \(file)：已写入。"
        case .same: "设置 \(file)：已经是这样，没有改动。"
        case .kept(let beside): "设置 \(file)：内容与这次的不同，保留不动。新的写在 \(beside)。"
        }
    }

    /// What is left for the person to do.
    private func steps(after first: FirstSettings, kept: FilePath?, hasBodies: Bool) -> [String] {
        let (settings, isStandard) = (first.settings, first.file == Settings.standardFile)
        let named = isStandard ? "" : " --config \(first.file.quoted)"
        var steps: [String] = []
        if let kept { steps.append("比较两个设置文件，取需要的：diff \(first.file.quoted) \(kept.quoted)") }
        if !exists(settings.inbox.path) {
            steps.append("建立收件文件夹，或把共享挂载到这里：sudo install -d -m 3770 -g nianbao-inbox \(settings.inbox.path.quoted)")
        }
        if !exists(settings.status.path) {
            steps.append(
                "建立结果文件夹：sudo install -d -m 2750 -o nianbao -g nianbao-readers \(settings.status.path.quoted)")
        }
        if !hasBodies, let roster = settings.roster.path {
            steps.append("用 WPS 打开名录 \(roster)，每个单位一行，仍存为 CSV。没有名录就不能判断谁未报送。")
        }
        steps.append("检查设置：nianbao config check\(named)")
        steps.append(
            isStandard
                ? "启动服务：sudo systemctl enable --now nianbao（已在运行的：sudo systemctl restart nianbao）"
                : "启动：nianbao watch\(named)")
        steps.append("把一份报告放进收件文件夹，几秒钟后用浏览器打开 \(settings.status.path)/index.html")
        steps.append("逐项检查运行条件：sudo nianbao doctor\(named)")
        return steps
    }

    private func exists(_ path: FilePath) -> Bool { (try? path.stat()) != nil }
}

extension FilePath {
    /// The path as a shell takes it for one word.
    fileprivate var quoted: String { string.asShellWord }
}
