import ArgumentParser
import Daemon
import Foundation
import Ledger
import Linux
import Office
import ReaderInterface
import Reports
import Settings
import SystemPackage

/// `nianbao enter`: the numbers of a report that could not be read, as a person has written them down.
struct EnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: "录入一份读不出来的报告（如扫描件）的三张表的数字，由人根据原件抄录。",
        discussion: """
            先用 --template 做一份空的人工录入表（.xlsx 或 .csv），逐格填好，再录入。用同样的规则校核数字，对文字的规则不适用；
            成为这个单位这个年度新的一版，在回执、台账和总览中注明是人工录入、由谁录入。填错、漏填的，指出是哪一格，什么也不记。
            退出码：0 正常；1 表没有填好，或文件已存在；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("做一份空的人工录入表，存为这个文件（.xlsx 或 .csv）；已有的文件不覆盖。", valueName: "文件"))
    var template: String?

    @Option(help: ArgumentHelp("为什么人工录入；写进台账、日志和办公室的回执。", valueName: "理由"))
    var why: String?

    @Option(help: ArgumentHelp("录入人的姓名；不写的，只记账户。", valueName: "姓名"))
    var by: String?

    @Argument(help: ArgumentHelp("单位，名录中的名称或能认出的其他写法。", valueName: "单位"))
    var agency: String?

    @Argument(help: ArgumentHelp("报告的年度，如 2026。", valueName: "年度"))
    var year: Int?

    @Argument(help: ArgumentHelp("填好的人工录入表。", valueName: "文件"), completion: .file(extensions: ["xlsx", "csv"]))
    var file: String?

    func validate() throws {
        if let template {
            guard agency == nil else { throw ValidationError("--template 只做空表，后面不写单位和年度。") }
            guard ["xlsx", "csv"].contains(ending(of: template)) else {
                throw ValidationError("--template 的文件名应以 .xlsx 或 .csv 结尾。")
            }
            return
        }
        guard agency != nil, let year, file != nil else { throw ValidationError("请写明单位、年度和填好的文件。") }
        guard (2000...2999).contains(year) else { throw ValidationError("年度应为四位数字，如 2026。") }
    }

    func run() async throws {
        if let template { return try make(template) }
        guard let agency, let year, let file else { return }
        // Root goes on as the service's account: it may not read the file, and the person is not known any more then.
        let person = Account.person
        let input = InputFile(argument: file)
        let limit = try options.settings().limits.fileBytes
        let bytes = try read(input, limit)
        let setup = try options.configurationOfOwner()
        let filed = setup.roster.agency(named: agency)?.name ?? agency
        let filing = Filing(year: year, agency: filed)
        do {
            let entering = try Entering(settings: setup.settings, roster: setup.roster)
            let form = try await entering.read(bytes)
            try agree(form, filing, setup.roster)
            let entry = HandEntry(who: Decider(person, by: by), why: try reason(form))
            switch try await entering.enter(bytes, named: input.name, as: filing, year: year, entry, at: Date()) {
            case .known: print("\(filing.agency) \(filing.year) 当前的一版就是这份录入表，没有再记。")
            case .recorded:
                print("\(filing.agency) \(filing.year) 已人工录入。\(entry.words)\n", terminator: "")
                let desk = try LedgerReader(settings: setup.settings, roster: setup.roster)
                guard let version = try await desk.version(of: filing.agency, year: filing.year) else { return }
                // As it stands: what the office has decided on earlier versions holds for this one.
                print(TextReceipt.text(for: version, style: Console.style), terminator: "")
            }
        } catch let refusal as EntryForm.Refusal {
            throw refuse(refusal.problems)
        } catch let failure as WorkerFailure {
            Console.complain("没有录入：\(failure.description)。")
            throw ExitStatus.inputOutput.code
        }
    }

    private func ending(of name: String) -> String { FilePath(name).extension?.lowercased() ?? "" }

    private func make(_ template: String) throws {
        let bytes = ending(of: template) == "csv" ? Array(EntryForm.csv().utf8) : try EntryForm.workbook()
        do {
            try Data(bytes).write(to: URL(filePath: template), options: .withoutOverwriting)
            print("已做好空的人工录入表：\(template.printable)。填好以后：nianbao enter 单位 年度 \(template.printable)")
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw refuse(["\(template.printable) 已经存在，没有覆盖。请换一个文件名。"])
        } catch {
            Console.complain("\(template.printable) 写不成：\(error.localizedDescription)")
            throw ExitStatus.cannotCreate.code
        }
    }

    private func read(_ input: InputFile, _ limit: Int) throws -> [UInt8] {
        do throws(BoundedFile.Failure) {
            return try input.read(limit: limit)
        } catch {
            Console.complain("\(input.shown)：\(error.description)。")
            throw ExitStatus.inputOutput.code
        }
    }

    /// What the form says of itself must not be another report.
    private func agree(_ form: EntryForm.Reading, _ filing: Filing, _ roster: Roster) throws {
        var problems: [String] = []
        let named = roster.agency(named: form.agency)?.name ?? form.agency
        if !form.agency.isEmpty, Filing(year: 0, agency: named).agency != filing.agency {
            problems.append("表中“单位”写的是“\(form.agency.printable)”，命令中是“\(filing.agency.printable)”。")
        }
        if !form.year.isEmpty, form.year.filter(\.isNumber) != filing.year {
            problems.append("表中“年度”写的是“\(form.year.printable)”，命令中是 \(filing.year)。")
        }
        if !problems.isEmpty { throw EntryForm.Refusal(problems: problems) }
    }

    private func reason(_ form: EntryForm.Reading) throws(EntryForm.Refusal) -> String {
        let words = why ?? form.why
        do throws(Reason.Fault) {
            return try Reason(words).words
        } catch {
            if error == .missing { return "" }
            throw EntryForm.Refusal(problems: ["理由过长，至多 \(Reason.longest) 字。"])
        }
    }

    private func refuse(_ problems: [String]) -> any Error {
        let more = problems.count > 20 ? ["另有 \(problems.count - 20) 处。"] : []
        for words in problems.prefix(20) + more { Console.complain(words.printable) }
        return ExitStatus.returned.code
    }
}
