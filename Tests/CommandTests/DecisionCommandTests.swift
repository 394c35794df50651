import Fixtures
import Foundation
import Testing

/// `nianbao waive`, `unwaive` and `overrule` as a person types them.
@Suite struct DecisionCommandTests {
    private static let agency = "青岚市民政局"
    private let scratch: ScratchFolder
    private let config: String

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        config = try scratch.writeSettings("[rules]\nlate = \"off\"\n")
        try scratch.copy(Nianbao.sample("\(Self.agency).txt"), to: "inbox/\(Self.agency).txt")
        try work()
    }

    private func work() throws { #expect(try Nianbao("watch", "--config", config, "--until-idle").status == 0) }

    private func run(_ arguments: String...) throws -> Nianbao { try Nianbao(arguments + ["--config", config]) }

    /// The findings, by number: `rule@place`.
    private func findings() throws -> [String] {
        let run = try run("waive", Self.agency, "2024", "没有这一处", "--why", "甲")
        #expect(run.status == 1 && run.standardError.contains("没有“没有这一处”这一处。现有："), "\(run.standardError)")
        return run.standardError.split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: "　").last.map(String.init)
        }
    }

    private func receipt(_ version: Int = 1) throws -> String {
        try scratch.text(of: "status/reports/2024/\(Self.agency)/v\(version)/receipt.html")
    }

    @Test func `waived by number, by rule and by place, the report is accepted everywhere`() throws {
        let all = try findings()
        #expect(all.count > 2)
        let first = try run("waive", "民政局", "2024", "1", "--why", "口径不同，已电话核实", "--by", "王五")
        #expect(first.status == 0, "\(first.standardError)")
        #expect(first.output.hasPrefix("已核销 1. ") && first.output.contains("（\(all[0])）"))
        #expect(first.output.contains("青岚市民政局 2024 第 1 版现在的结论：退回修改"))
        let rest = try run(["waive", Self.agency, "2024"] + all.dropFirst() + ["--why", "同上"])
        #expect(rest.status == 0 && rest.output.contains("现在的结论：合格（已核销 \(all.count) 处）"), "\(rest.output)")
        try work()
        #expect(try receipt().contains("已核销（\(all.count) 处"))
        #expect(try receipt().contains("口径不同，已电话核实"))
        #expect(try scratch.text(of: "status/status.json").contains("\"waived\" : \(all.count)"))
        #expect(try run("list", "--year", "2024").output.contains("✓ 合格（已核销 \(all.count) 处）"))
        #expect(try run("history", Self.agency).output.contains("已核销 \(all.count) 处"))
        #expect(try run("totals", "2024").output.contains("汇总合格的报告 1 份"))
        let shown = try run("show", Self.agency, "--year", "2024")
        #expect(shown.output.contains("王五（账户 ") && shown.output.contains("核销：口径不同，已电话核实"))
        #expect(try run("verify").output.contains("没有发现") || run("verify").status != 1)

        let again = try run("waive", Self.agency, "2024", "1", "--why", "再说一次")
        #expect(again.status == 0 && again.output.hasPrefix("先前已核销 1. "))
        let back = try run("unwaive", Self.agency, "2024", "1", "--why", "核销有误")
        #expect(back.status == 0 && back.output.contains("已撤销核销 1. "), "\(back.standardError)")
        #expect(back.output.contains("已核销 \(all.count - 1) 处"))
    }

    @Test func `what a command decides is followed by the service that runs`() throws {
        let daemon = try RunningDaemon(["--config", config, "--print"])
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(daemon.hears("合格：青岚市教育局"))
        #expect(try run("waive", Self.agency, "2024", "1", "--why", "已电话核实").status == 0)
        #expect(daemon.hears("核销 青岚市民政局 2024 第 1 版的一处问题"))
        #expect(daemon.end(with: SIGTERM) == 0)
        #expect(try receipt().contains("已电话核实"))
    }

    private func run(_ arguments: [String]) throws -> Nianbao { try Nianbao(arguments + ["--config", config]) }

    @Test func `a number that meant another finding in an earlier receipt is refused`() throws {
        let all = try findings()
        // The first finding is mended, and those after it move up.
        let text = try String(contentsOfFile: Nianbao.sample("\(Self.agency).txt"), encoding: .utf8)
        let mended = text.replacing("\t8\t0\t0\t2\t0\t0\t11", with: "\t9\t0\t0\t2\t0\t0\t11")
        try scratch.write(mended, to: "inbox/\(Self.agency).txt")
        try work()
        let now = try findings()
        #expect(now != all, "the second version has other findings")
        let refused = try run("waive", Self.agency, "2024", "1", "--why", "甲")
        #expect(refused.status == 1)
        #expect(refused.standardError.contains("第 1 版先前的回执中，它是另一处"), "\(refused.standardError)")
        #expect(refused.standardError.contains(now[0]), "what there is is listed")
        #expect(try run("waive", Self.agency, "2024", "1", "--why", "甲", "--version", "1").status == 1)
        let certain = try run("waive", Self.agency, "2024", "1", "--why", "甲", "--version", "2")
        #expect(certain.status == 0 && certain.output.contains(now[0]), "\(certain.standardError)")
    }

    @Test func `overruled both ways, and back`() throws {
        let accepted = try run("overrule", Self.agency, "2024", "accepted", "--why", "已人工核对")
        #expect(accepted.status == 0 && accepted.output.contains("现在的结论：合格"), "\(accepted.standardError)")
        try work()
        #expect(try receipt().contains("认定为合格。理由：已人工核对"))
        #expect(try run("overrule", Self.agency, "2024", "accepted", "--why", "已人工核对").output.contains("没有变化"))
        let returned = try run("overrule", Self.agency, "2024", "returned", "--why", "又有来信")
        #expect(returned.status == 0 && returned.output.contains("现在的结论：退回修改"))
        let back = try run("overrule", Self.agency, "2024", "--withdraw", "--why", "甲")
        #expect(back.status == 0 && back.output.hasPrefix("已撤销改定"), "\(back.standardError)")
        try work()
        #expect(try !receipt().contains("人工核对"))
    }

    @Test(arguments: [
        ["waive", "民政局", "2024", "1", "--why", " "], ["waive", "民政局", "2024", "--why", "甲"],
        ["waive", "民政局", "2024", "1"], ["overrule", "民政局", "2024", "unreadable", "--why", "甲"],
        ["overrule", "民政局", "2024", "--why", "甲"], ["waive", "没有的局", "2024", "1", "--why", "甲"],
        ["overrule", "民政局", "accepted", "--withdraw", "--why", "甲"],
    ])
    func `wrong use changes nothing`(arguments: [String]) throws {
        let run = try Nianbao(arguments + ["--config", config])
        #expect(run.status == 64, "\(run.standardError)")
        #expect(try self.run("list", "--year", "2024").output.contains("退回修改"))
    }

    @Test func `a report that has not come is told of`() throws {
        let run = try run("waive", Self.agency, "2020", "1", "--why", "甲")
        #expect(run.status == 1 && run.standardError.contains("青岚市民政局 2020：没有收到报告。"), "\(run.standardError)")
    }

    @Test(.enabled(if: getuid() == 0)) func `the account that asked sudo is taken down`() throws {
        let environment = ["SUDO_UID": "1"]
        let done = try Nianbao(
            ["overrule", Self.agency, "2024", "accepted", "--why", "甲", "--config", config], environment: environment)
        #expect(done.status == 0, "\(done.standardError)")
        let login = try? String(contentsOfFile: "/proc/self/loginuid", encoding: .utf8)
        let isLoggedIn = login.flatMap { UInt32($0.filter(\.isNumber)) }.map { $0 != .max } ?? false
        if !isLoggedIn { #expect(try run("show", Self.agency, "--year", "2024").output.contains("账户 daemon，经 root")) }
    }
}
