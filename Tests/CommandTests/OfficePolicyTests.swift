import Fixtures
import Foundation
import Testing

/// An office decides, and the daemon judges accordingly.
@Suite struct `The daemon under the settings of an office` {
    private let scratch: ScratchFolder
    private let report = "青岚市教育局.txt"

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        try scratch.copy(Nianbao.sample(report), to: "inbox/\(report)")
    }

    /// Runs a command under settings of which the folders are given and the rest is `text`.
    private func run(_ command: String..., under text: String) throws -> Nianbao {
        let config = try scratch.writeSettings(text)
        return try Nianbao(command + ["--config", config])
    }

    private func roster(_ rows: String) throws -> String {
        try scratch.writeRoster("名称\n\(rows)\n")
    }

    private func watch(under text: String) throws -> [Substring] {
        try run("watch", "--until-idle", "--print", under: text).lines
    }

    @Test func `weighs rules as it does, from the numbers on that it names`() throws {
        let lines = try watch(under: "[thresholds]\noverview_characters = 20\n[rules]\noverview-long = \"error\"")
        #expect(lines.contains { $0.hasPrefix("退回修改：青岚市教育局 2024 第 1 版") })
    }

    @Test func `knows the bodies on its roster, and asks about others`() throws {
        let lines = try watch(under: roster("青岚市水利局") + "[rules]\nlate = \"off\"")
        #expect(lines.contains { $0.hasPrefix("基本合格，请核实：青岚市教育局") })
    }

    @Test func `is judged anew by recheck when the settings change`() throws {
        #expect(try watch(under: "") == ["合格：青岚市教育局 2024 第 1 版（\(report)）"])
        let recheck = try run("recheck", under: roster("青岚市水利局") + "[rules]\nagency-unknown = \"error\"")
        #expect(recheck.status == 0)
        #expect(recheck.output.contains("“青岚市教育局”不在名录中"))
    }

    @Test func `does not start with a roster that is wrong`() throws {
        let run = try run("watch", "--until-idle", under: roster("青岚市水利局\n青岚市水利局"))
        #expect(run.status == 78)
        #expect(run.standardError.hasPrefix("\(scratch.path("agencies.csv")) 第 3 行“名称”列："))
    }
}
