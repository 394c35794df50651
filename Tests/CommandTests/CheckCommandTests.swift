import Fixtures
import Foundation
import Testing

@Suite struct `nianbao check` {
    private let clean = Nianbao.sample("青岚市水利局.txt")
    private let invitation = Nianbao.sample("会议通知.txt")

    /// What programs read of a line.
    private struct Line: Decodable {
        var schema, file, sha256, verdict: String
        var bytes: Int
    }

    private func decode(_ run: Nianbao) throws -> [Line] {
        try run.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func `ends with 0 where every report is accepted`() throws {
        let run = try Nianbao("check", clean)
        #expect(run.status == 0)
        #expect(run.output == "青岚市水利局.txt\n  青岚市水利局　2024 年度　✓ 合格\n")
        #expect(run.standardError.isEmpty)
    }

    @Test func `ends with 3 where a file could not be checked, and sums up`() throws {
        let run = try Nianbao("check", clean, invitation)
        #expect(run.status == 3)
        #expect(run.lines.last == "共 2 份：合格 1，无法校核 1")
    }

    @Test func `ends with 1 where a report is returned, and says what to mend`() throws {
        let run = try Nianbao("check", Nianbao.sample("青岚市财政局.txt"))
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("青岚市财政局.txt\n  青岚市财政局　2024 年度　✗ 退回修改\n\n  须改正（1 处）\n   1. "))
        #expect(run.output.contains("表二“行政处罚”"))
    }

    @Test func `judges as the settings of the office have it`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("[thresholds]\noverview_characters = 50\n[rules]\noverview-long = \"error\"\n", to: "a.toml")
        let run = try Nianbao("check", "--config", scratch.path("a.toml"), clean)
        #expect(run.status == 1)
        #expect(run.output.contains("字，超过 50 字。"))
    }

    @Test func `ends with the worst of several`() throws {
        let returned = Nianbao.sample("青岚市财政局.txt")
        #expect(try Nianbao("check", returned, clean).status == 1)
        #expect(try Nianbao("check", invitation, returned, clean).status == 3)
    }

    @Test func `prints a line of JSON a file, in the order of the arguments`() throws {
        let lines = try decode(Nianbao("check", "--format", "json", invitation, clean))
        #expect(lines.map(\.file) == ["会议通知.txt", "青岚市水利局.txt"])
        #expect(lines.map(\.verdict) == ["unreadable", "accepted"])
        #expect(lines.allSatisfy { $0.schema == "nianbao.result/1" && $0.sha256.count == 64 })
    }

    @Test func `reads standard input for a dash, and finds the same in it`() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: clean)))
        let piped = try decode(Nianbao("check", "--format", "json", "-", input: bytes))
        let named = try decode(Nianbao("check", "--format", "json", clean))
        #expect(piped.map(\.sha256) == named.map(\.sha256))
        #expect(piped.map(\.bytes) == [bytes.count])
        #expect(piped.map(\.file) == ["标准输入"])
    }

    @Test func `prints a receipt for the printer`() throws {
        let run = try Nianbao("check", "--format", "html", clean)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        #expect(run.output.hasSuffix("</html>\n"))
    }

    @Test func `goes on where a file is missing, a folder or a pipe, and says so`() throws {
        let scratch = try ScratchFolder()
        try scratch.makePipe("管道")
        let run = try Nianbao("check", scratch.path("没有.txt"), scratch.path, scratch.path("管道"), clean)
        #expect(run.status == 3)
        #expect(
            run.standardError == """
                \(scratch.path("没有.txt"))：文件不存在，未校核。
                \(scratch.path)：文件夹里没有可以校核的文件，未校核。
                \(scratch.path("管道"))：这不是普通文件，未校核。

                """)
        #expect(run.lines.last == "共 4 份：合格 1，读不到 3")
    }

    @Test func `checks what is in a folder, in the order of the names, and ends with a table`() throws {
        let scratch = try ScratchFolder()
        try scratch.makeFolder("报来的")
        try scratch.makeFolder("报来的/下一层")
        try scratch.copy(invitation, to: "报来的/1.txt")
        try scratch.copy(clean, to: "报来的/2.txt")
        try scratch.copy(clean, to: "报来的/~$2.docx")
        try scratch.copy(clean, to: "报来的/下一层/3.txt")
        let flat = try Nianbao("check", "--format", "json", scratch.path("报来的"))
        #expect(try decode(flat).map(\.file) == ["1.txt", "2.txt"])
        let deep = try Nianbao("check", "--recursive", scratch.path("报来的"))
        #expect(deep.status == 3)
        #expect(
            deep.lines.suffix(4) == [
                "结论      份数  文件", "合格         2  2.txt、3.txt", "无法校核     1  1.txt", "共 3 份：合格 2，无法校核 1",
            ])
        #expect(deep.standardError.isEmpty)
    }

    @Test func `checks many files at a time, and prints them in their order`() throws {
        let scratch = try ScratchFolder()
        for number in 10..<30 { try scratch.copy(number % 3 == 0 ? invitation : clean, to: "\(number).txt") }
        let lines = try decode(Nianbao("check", "--format", "json", scratch.path))
        #expect(lines.map(\.file) == (10..<30).map { "\($0).txt" })
        #expect(lines.map(\.verdict) == (10..<30).map { $0 % 3 == 0 ? "unreadable" : "accepted" })
    }

    @Test func `gives a file over the limit a verdict of its own without reading it`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("[limits]\nfile_size = \"1KB\"\n", to: "nianbao.toml")
        let run = try Nianbao("check", "--format", "json", "--config", scratch.path("nianbao.toml"), clean)
        #expect(run.status == 3)
        #expect(try decode(run).map(\.verdict) == ["unreadable"])
        #expect(run.output.contains("unreadable-limit"))
    }

    @Test func `takes no more than the limit from standard input`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("[limits]\nfile_size = \"1KB\"\n", to: "nianbao.toml")
        let input = [UInt8](repeating: 0x61, count: 2_000)
        let run = try Nianbao("check", "--config", scratch.path("nianbao.toml"), "-", input: input)
        #expect(run.status == 3)
        #expect(run.standardError == "-：文件超过上限 1KB，未校核。\n")
    }

    @Test func `escapes a name that would steer the terminal or forge a line`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("不是年报", to: "a\u{1B}[2J\nb.txt")
        let run = try Nianbao("check", "--format", "json", scratch.path("a\u{1B}[2J\nb.txt"))
        #expect(try decode(run).map(\.file) == ["a\\u{1b}[2J\\nb.txt"])
    }

    @Test(arguments: [
        ["check"], ["check", "--format", "xml", "f"], ["check", "--colour", "f"], ["frobnicate"],
        ["check", "--format", "html", "a", "b"],
    ])
    func `ends with 64 on wrong use, and says in Chinese what is right`(arguments: [String]) throws {
        let run = try Nianbao(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.standardError.hasPrefix("错误："))
        #expect(run.standardError.contains("用法：nianbao"))
    }

    @Test func `writes no colours where the output is no terminal`() throws {
        #expect(!(try Nianbao("check", clean, environment: ["TERM": "xterm-256color"]).output.contains("\u{1B}")))
    }
}
