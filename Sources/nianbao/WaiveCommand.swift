import ArgumentParser
import Foundation
import Ledger
import Office

/// `nianbao waive`: findings that do not count, on record.
struct WaiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "核销一个单位的报告中的几处问题：仍然看得见，但不再计入结论；记入台账和日志。",
        discussion: """
            问题写回执中的序号，或写规则（只有一处时），或写“规则@位置”。后来的版本同一处数据不变的，沿用核销；变了的，重新计入。
            序号对不准的（回执已经更新），不作决定，并列出现有的各处。无法校核的报告没有可以核销的，用 nianbao overrule。
            退出码：0 正常；1 有没能核销的；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var choice: FindingChoice

    func run() async throws {
        try await choice.decide(
            DecisionRequest.Wish.waive, isWaived: false, done: "已核销", already: "先前已核销")
    }
}

/// `nianbao unwaive`: they count again.
struct UnwaiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unwaive",
        abstract: "撤销核销：这几处问题重新计入结论；记入台账和日志。",
        discussion: """
            问题的写法与 nianbao waive 相同；已核销的各处见 nianbao show。
            退出码：0 正常；1 有没能撤销的；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var choice: FindingChoice

    func run() async throws {
        try await choice.decide(
            DecisionRequest.Wish.unwaive, isWaived: true, done: "已撤销核销", already: "本来没有核销")
    }
}

/// The findings that somebody means, and what is decided on them.
struct FindingChoice: ParsableArguments {
    @OptionGroup var options: DecisionOptions

    @Argument(help: ArgumentHelp("单位，名录中的名称或能认出的其他写法。", valueName: "单位"))
    var agency: String

    @Argument(help: ArgumentHelp("年度（可以不写），然后是一处或几处问题。", valueName: "年度和问题"))
    var words: [String]

    func validate() throws {
        if words.yearAndRest.rest.isEmpty { throw ValidationError("请写明是哪一处：回执中的序号，或规则，或“规则@位置”。") }
    }

    fileprivate func decide(
        _ wish: (FindingKey) -> DecisionRequest.Wish, isWaived: Bool, done: String, already: String
    ) async throws {
        let (year, findings) = words.yearAndRest
        let opened = try await options.open(agency, year)
        guard opened.report.result.verdict.isOfContent else {
            return try refuse("\(opened.report.agency.printable) 的报告没有校核，没有可以核销的问题；整份认定用 nianbao overrule。")
        }
        let lines = try await choose(findings, in: opened, isWaived: isWaived)
        let outcomes = try await opened.decide(lines.map { wish($0.key) }, why: options.why)
        for (line, outcome) in zip(lines, outcomes) {
            switch outcome {
            case .taken: print(DecisionText.done(line, done), terminator: "")
            case .alreadySo: print(DecisionText.done(line, already), terminator: "")
            default: Console.complain("\(line.number). 没有记下：报告刚刚有变化，请看新的回执再作决定。")
            }
        }
        let now = try await opened.now()
        print(DecisionText.standing(of: now, style: Console.style), terminator: "")
        let isDone = outcomes.allSatisfy { outcome in
            switch outcome {
            case .taken, .alreadySo: true
            default: false
            }
        }
        guard isDone else { throw ExitStatus.returned.code }
    }

    /// All of them, or nothing is decided.
    private func choose(
        _ findings: [String], in opened: DecisionOptions.Opened, isWaived: Bool
    ) async throws -> [Standing.Line] {
        let report = opened.report
        let standing = report.standing
        let former = try await opened.desk.formerResults(of: report)
            .filter { options.version == nil || $0.version == report.version }
        var chosen: [Standing.Line] = []
        for words in findings {
            switch standing.choose(words, waived: isWaived) {
            case .one(let line):
                if Int(words) != nil, let other = former.first(where: { $0.result.hasOther(than: line) }) {
                    let name = other.agency == report.agency ? "" : "“\(other.agency.printable)”"
                    return try refuse(
                        "序号 \(words.printable) 不一定指这一处：\(name)第 \(other.version) 版先前的回执中，它是另一处。请写“规则@位置”"
                            + (other.version == report.version ? "。" : "，或用 --version \(report.version) 表明看的是最新的回执。"),
                        standing.lines)
                }
                chosen.append(line)
            case .none: return try refuse("没有“\(words.printable)”这一处。", standing.lines)
            case .ambiguous(let lines):
                return try refuse("“\(words.printable)”可以指 \(lines.count) 处，请写“规则@位置”或序号。", lines)
            }
        }
        return chosen
    }

    private func refuse<Value>(_ words: String, _ lines: [Standing.Line] = []) throws -> Value {
        let list = lines.isEmpty ? "" : "现有：\n" + DecisionText.findings(lines)
        Console.complain(list.isEmpty ? words : "\(words)\(list)")
        throw ExitStatus.returned.code
    }
}

extension ReportResult {
    /// Whether the receipt of this result had another finding under the number of one.
    fileprivate func hasOther(than line: Standing.Line) -> Bool {
        Standing(self).lines.contains { $0.number == line.number && $0.key != line.key }
    }
}
