import Fixtures
import Foundation
import Testing

/// The commands of the desk as a person runs them, with a daemon beside them and without.
@Suite struct DeskCommandTests {
    private let scratch: ScratchFolder
    private let config: String

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        let roster = try scratch.writeRoster("名称,分组,联系人\n青岚市教育局,市直部门,周老师\n青岚市审计局,市直部门,吴老师\n")
        config = try scratch.writeSettings(roster + "[rules]\nlate = \"off\"\n")
    }

    private func fill() throws {
        for name in ["青岚市教育局", "青岚市民政局"] { try scratch.copy(Nianbao.sample("\(name).txt"), to: "inbox/\(name).txt") }
        #expect(try Nianbao("watch", "--config", config, "--until-idle").status == 0)
    }

    /// What a program is told the schema of an answer is.
    private func schema(_ answer: Nianbao) throws -> String? {
        (try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])?["schema"] as? String
    }

    private func run(_ arguments: String...) throws -> Nianbao { try Nianbao(arguments + ["--config", config]) }

    @Test func `tell the same as the files`() throws {
        try fill()
        #expect(try run("status", "--year", "2024").output.contains("应报 2 个单位，已报 1 个，未报 1 个"))
        #expect(
            try run("missing", "--year", "2024").lines.last.map { $0.split(separator: " ").map(String.init) }
                == ["青岚市审计局", "市直部门", "未报送", "吴老师"], "nobody has asked for a year long past")
        let list = try run("list", "--year", "2024")
        #expect(list.lines.count == 4)
        #expect(list.output.contains("青岚市教育局  市直部门") && list.output.contains("（名录以外）"))
        #expect(try run("list", "--year", "2024", "--only", "missing", "--json").lines.count == 1)
        let shown = try run("show", "民政", "--year", "2024", "--json")
        let file = try scratch.text(of: "status/reports/2024/青岚市民政局/v1/result.json")
        var object = try #require(
            try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
        let standing = try #require(object.removeValue(forKey: "standing") as? [String: Any])
        #expect(standing["verdict"] as? String == "returned")
        #expect(
            try object as NSDictionary == JSONSerialization.jsonObject(with: Data(file.utf8)) as? NSDictionary)
        #expect(try run("history", "教育").output.contains("青岚市教育局.txt"))
        #expect(try run("history").output.hasPrefix("全部单位历年对比\n"))
        #expect(try run("history", "--years", "教育").output.hasPrefix("青岚市教育局历年对比\n"))
        #expect(try schema(run("history", "--years", "教育", "--json")) == "nianbao.years/1")
        #expect(try run("history", "--rules", "--year", "2024").output.hasPrefix("2024 年度常见问题"))
        #expect(try schema(run("history", "--rules", "--year", "2024", "--json")) == "nianbao.ranking/1")
        #expect(try run("history", "--rules", "教育").status == 64)
        #expect(try run("totals", "2024", "--json").output == scratch.text(of: "status/totals-2024.json"))
        #expect(try run("totals", "2024").output.contains("汇总合格的报告 1 份，没有计入 2 个单位"))
        #expect(try run("show", "审计局", "--year", "2024").output == "青岚市审计局 2024：没有收到报告。\n")
    }

    @Test func `a report that does not say its year is found, listed, and counted once in every place`() throws {
        try scratch.write("青岚市审计局的说明，没有表格。", to: "inbox/青岚市审计局.txt")
        try fill()
        let shown = try run("show", "审计局")
        #expect(shown.status == 0 && !shown.output.contains("没有收到"), "\(shown.output)")
        #expect(shown.output.contains("未知年度"))
        #expect(try run("show", "审计局", "--year", "2024").output.contains("没有收到报告。现有 未知年度 第 1 版"))
        let list = try run("list", "--year", "未知年度", "--json")
        #expect(list.status == 0 && list.lines.count == 1, "\(list.standardError)")
        #expect(try run("history", "审计局", "--year", "未知年度").output.contains("未知年度"))
        #expect(try run("missing", "--year", "未知年度").output.contains("没有写明年度"))
        #expect(try run("list", "--year", "去年").status == 64)
        let status = try JSONSerialization.jsonObject(with: Data(run("status", "--json").output.utf8))
        let counts = (status as? [String: Any])?["counts"] as? [String: Int]
        #expect(counts?.values.reduce(0, +) == 3)
        #expect(try run("status").output.contains("各年度共收到 3 份：2024 年度 2 份，未知年度 1 份"))
    }

    @Test func `work beside a running daemon, and change nothing`() throws {
        try fill()
        let daemon = try RunningDaemon(["--config", config, "--print"])
        try scratch.copy(Nianbao.sample("青岚市体育局.txt"), to: "inbox/体育局.txt")
        #expect(daemon.hears("青岚市体育局"))
        #expect(try run("status", "--year", "2024").output.contains("应报 2 个单位"))
        #expect(try run("history", "体育").status == 0)
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    @Test func `without a ledger say that nothing has run yet`() throws {
        for command in [["status"], ["list"], ["missing"], ["totals"], ["show", "教育局"], ["history", "教育局"]] {
            let run = try Nianbao(command + ["--config", config])
            #expect(run.status == 74 && run.output.isEmpty)
            #expect(run.standardError.contains("还没有台账 \(scratch.path("state"))/ledger.sqlite"))
        }
    }

    @Test func `a name that nobody has brings the nearest one`() throws {
        try fill()
        let unknown = try run("show", "青岚市教肓局")
        #expect(unknown.status == 64 && unknown.standardError.contains("是不是“青岚市教育局”？"))
        #expect(try run("show", "青岚市").standardError.contains("可以指：青岚市教育局、"))
    }

    @Test(.enabled(if: geteuid() == 0, "only root can be somebody else"))
    func `an account that may read but not write reads; one that may not is told`() throws {
        try fill()
        try scratch.permit(0o755, ".")
        try scratch.permit(0o755, "state")
        // The log of a daemon that ended on a busy machine may still be there.
        let ledger = try scratch.names(in: "state").filter { $0.hasPrefix("ledger.sqlite") }
        for name in ledger { try scratch.permit(0o644, "state/\(name)") }
        let program = Nianbao.program.path(percentEncoded: false)
        let status = {
            let process = ChildProgram()
            process.path = "/usr/bin/setpriv"
            process.arguments = [
                "--reuid=65534", "--regid=65534", "--clear-groups", program, "status", "--year", "2024", "--config",
                config,
            ]
            let (output, standardError) = (Pipe(), Pipe())
            (process.standardOutput, process.standardError) = (.pipe(output), .pipe(standardError))
            try process.run()
            let data =
                try (output.fileHandleForReading.readToEnd() ?? Data())
                + (standardError.fileHandleForReading.readToEnd() ?? Data())
            process.waitUntilExit()
            return String(decoding: data, as: UTF8.self)
        }
        let words = try status()
        #expect(words.contains("应报 2 个单位"), "\(words)")
        #expect(try scratch.names(in: "state").filter { $0.hasPrefix("ledger.sqlite") } == ledger)
        try scratch.permit(0o600, "state/ledger.sqlite")
        #expect(try status().contains("不能读取台账"))
    }
}
