import ArgumentParser
import Foundation
import Ledger
import Office
import Rules

/// `nianbao overrule`: a whole report that the office takes for accepted or for returned, on record.
struct OverruleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overrule",
        abstract: "由办公室改定一份报告的结论：合格（accepted）或退回（returned）；记入台账和日志。",
        discussion: """
            用于人工核对过的报告，无法校核的也可以。只管现在这一版（内容相同的重新放入，沿用）；校核结果本身不变。
            --withdraw 撤销，恢复校核的结论。
            退出码：0 正常；1 没有这份报告，或报告刚刚有变化；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var options: DecisionOptions

    @Flag(help: "撤销先前的改定。")
    var withdraw = false

    @Argument(help: ArgumentHelp("单位，名录中的名称或能认出的其他写法。", valueName: "单位"))
    var agency: String

    @Argument(help: ArgumentHelp("年度（可以不写），然后是 accepted 或 returned；撤销时不写。", valueName: "年度和结论"))
    var words: [String] = []

    func validate() throws { _ = try wish() }

    private func wish() throws -> DecisionRequest.Wish {
        let rest = words.yearAndRest.rest
        if withdraw, rest.isEmpty { return .withdrawOverrule }
        let verdict = rest.count == 1 ? Verdict(rawValue: rest[0]) : nil
        guard !withdraw, let verdict, Overruling.verdicts.contains(verdict) else {
            throw ValidationError("请写明改定为 accepted（合格）还是 returned（退回）；撤销用 --withdraw。")
        }
        return .overrule(verdict)
    }

    func run() async throws {
        let opened = try await options.open(agency, words.yearAndRest.year)
        let outcome = try await opened.decide([wish()], why: options.why).first
        switch outcome {
        case .taken(let decision): print(decision.withdrawal == nil ? "已改定，记入台账。" : "已撤销改定，记入台账。")
        case .alreadySo: print(withdraw ? "这份报告没有改定过，没有变化。" : "结论本来就是这样，没有变化。")
        case .notChecked:
            Console.complain("这份报告因系统故障尚未校核，将自动重试；请等校核之后再作决定。")
            throw ExitStatus.returned.code
        default:
            Console.complain("没有记下：报告刚刚有变化，请看新的回执再作决定。")
            throw ExitStatus.returned.code
        }
        print(DecisionText.standing(of: try await opened.now(), style: Console.style), terminator: "")
    }
}
