import Fixtures
import Foundation
import Testing

/// The commands on a body that has reports under two names: the numbers of versions and of findings count by name.
@Suite struct RenamedBodyCommandTests {
    private static let (before, now) = ("青岚市民政局", "青岚市民政和老龄局")
    private let scratch: ScratchFolder
    private let config: String

    /// A report under the first name, then one under the second, whose first finding is mended.
    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        let roster = try scratch.writeRoster("名称,其他名称\n\(Self.before),\n")
        config = try scratch.writeSettings(roster + "[rules]\nlate = \"off\"\n")
        let text = try String(contentsOfFile: Nianbao.sample("\(Self.before).txt"), encoding: .utf8)
        try work(text, as: Self.before)
        _ = try scratch.writeRoster("名称,其他名称\n\(Self.now),\(Self.before)\n")
        let mended = text.replacing("\t8\t0\t0\t2\t0\t0\t11", with: "\t9\t0\t0\t2\t0\t0\t11")
        try work(mended.replacing(Self.before, with: Self.now), as: Self.now)
    }

    private func work(_ text: String, as name: String) throws {
        try scratch.write(text, to: "inbox/\(name).txt")
        #expect(try Nianbao("watch", "--config", config, "--until-idle").status == 0)
    }

    private func run(_ arguments: String...) throws -> Nianbao { try Nianbao(arguments + ["--config", config]) }

    @Test func `a number that meant another finding in a receipt under the former name is refused`() throws {
        let refused = try run("waive", Self.now, "2024", "1", "--why", "甲")
        #expect(refused.status == 1, "\(refused.output)")
        #expect(refused.standardError.contains("“\(Self.before)”第 1 版先前的回执中，它是另一处"), "\(refused.standardError)")
        #expect(try run("waive", Self.now, "2024", "1", "--why", "甲", "--version", "1").status == 1)
    }

    @Test(arguments: [before, "市民政局"]) func `a version that was read under the former name is not decided on`(
        name: String
    ) throws {
        let refused = try run("overrule", name, "2024", "accepted", "--why", "甲", "--version", "1")
        #expect(refused.status == 1, "\(refused.output)")
        #expect(
            refused.standardError.contains("\(Self.before) 2024 第 1 版不再计入：计入的是\(Self.now) 2024 第 1 版"),
            "\(refused.standardError)")
        #expect(try run("overrule", name, "2024", "accepted", "--why", "甲").status == 0)
        #expect(try run("overrule", Self.now, "2024", "returned", "--why", "甲", "--version", "1").status == 0)
    }

    @Test func `a version is shown by its number under the name that was written`() throws {
        for name in [Self.before, Self.now] {
            let shown = try run("show", name, "--year", "2024", "--version", "1")
            #expect(shown.output.hasPrefix("\(name) 2024　第 1 版"), "\(shown.output)")
            #expect(try run("show", name, "--year", "2024").output.hasPrefix("\(Self.now) 2024"))
        }
    }

    @Test func `its reports are checked again by any of its names, and it has one result`() throws {
        for name in [Self.before, Self.now, "民政和老龄局"] {
            #expect(try run("recheck", name).output.hasPrefix("重新校核 2 份"), "\(name)")
        }
        #expect(try run("recheck", "没有的局").status == 64)
        let results = try run("results", "--year", "2024")
        #expect(results.lines.count == 1 && results.output.contains("\"agency\":\"\(Self.now)\""), "\(results.output)")
    }
}
