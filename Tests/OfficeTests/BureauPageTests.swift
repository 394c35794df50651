import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite struct `The page of a bureau` {
    private static let roster = Roster([
        Agency(name: "清河县财政局", otherNames: ["财政局", "县财政局"], folder: "财政"),
        Agency(name: "清河县民政局", otherNames: ["民政局"]),
        Agency(name: "高新区财政局"),
    ])

    private func moment(_ text: String) throws -> Date { try Date("\(text):00+08:00", strategy: .iso8601) }

    private func standing(
        _ receipts: [BureauReports.Receipt] = [], strays: [BureauReports.Stray] = [], earlier: [ReportVersion] = [],
        of name: String = "清河县财政局", at date: Date = Samples.morning
    ) throws -> BureauStanding {
        let agency = try #require(Self.roster.agencies.first { $0.name == name })
        let versions = earlier + receipts.flatMap { [$0.previous, $0.version].compactMap(\.self) }
        return BureauStanding(
            ExpectedAgency(agency, filedAs: name),
            BureauReports(versions: versions.map(ReportSummary.init), receipts: receipts, strays: strays),
            among: RosterNames(Self.roster), letter: Letter(), at: date)
    }

    private func text(_ standing: BureauStanding) -> String {
        String(decoding: BureauPage.text(for: standing).dropFirst(3), as: UTF8.self)
    }

    @Test func `says before anything came that nothing has, and until when it is awaited`() throws {
        let standing = try standing()
        for words in [BureauPage.html(for: standing), text(standing)] {
            #expect(words.contains("尚未收到 2024 年度报告，请于 2025年1月31日前报送。"))
        }
        #expect(try standing.nextChange == moment("2025-02-01T00:00"))
    }

    @Test func `says that the last day is over`() throws {
        let standing = try standing(at: moment("2025-02-01T00:00"))
        #expect(text(standing).contains("报送期限 2025年1月31日已过，请尽快报送。"))
        #expect(try standing.nextChange == moment("2026-01-01T00:00"))
    }

    @Test func `says what is to be done with a returned report and until when, and has its receipt`() throws {
        let version = Samples.version(result: Samples.contradictory)
        let standing = try standing([.init(version: version)])
        for words in [BureauPage.html(for: standing), text(standing)] {
            #expect(words.contains("请按回执修改后，于 2025年1月25日前重新报送。"))
            #expect(words.contains("前六栏之和为 1，总计栏为 2。"))
            #expect(words.contains("有 4 处须改正，另有 1 处请一并核实"))
        }
        #expect(BureauPage.html(for: standing).contains("<small>和为 1</small>"))
        #expect(try standing.nextChange == moment("2025-01-26T00:00"))
    }

    @Test func `of an accepted report says that nothing is left to do`() throws {
        let standing = try standing([.init(version: Samples.version())])
        #expect(text(standing).contains("已经完成，不需要再做什么。"))
    }

    @Test func `changes with time alone on the days that it names`() throws {
        let version = Samples.version(result: Samples.contradictory)
        let pages = try ["2025-01-21T00:00", "2025-01-25T23:59", "2025-01-26T00:00"].map {
            BureauPage.html(for: try standing([.init(version: version)], at: moment($0)))
        }
        #expect(pages[0] == pages[1] && pages[1] != pages[2])
        #expect(pages[2].contains("（期限 2025年1月25日已过，请尽快）"))
    }

    @Test func `lists earlier versions and other years as lines`() throws {
        let first = Samples.version(result: Samples.contradictory)
        let standing = try standing(
            [.init(version: Samples.version(version: 2), previous: first)],
            earlier: [Samples.version(year: "2022"), Samples.version(year: "2023")])
        let text = text(standing)
        #expect(text.contains("【以前的版本】\r\n第 1 版，2025年1月20日 09:30 收到（财政局.txt），退回修改\r\n"))
        #expect(text.contains("【其他年度】\r\n2023 年度：第 1 版，2025年1月20日 09:30 收到（财政局.txt），合格\r\n2022 年度："))
        #expect(text.contains("与第 1 版相比："))
    }

    @Test func `has the receipt of a file that could not be read, though nobody knows its year`() throws {
        var result = Samples.result(.unreadable, findings: [Samples.finding("unreadable-scan", at: .file)])
        result.year = nil
        let version = Samples.version(year: Filing.unknownYear, result: result)
        #expect(BureauStanding.isShown(ReportSummary(version), at: Samples.morning))
        let text = try text(standing([.init(version: version)]))
        #expect(text.contains("尚未收到 2024 年度报告") && text.contains("【回执：未知年度 第 1 版】"))
    }

    @Test func `tells of a file in its folder that is nobody's, and not of whom it is`() throws {
        let stray = BureauReports.Stray(
            agency: "（财政文件夹报来）清河县民政局", verdict: "returned", file: "民政局年报.txt", receivedAt: Samples.morning)
        let text = try text(standing(strays: [stray]))
        #expect(text.contains("2025年1月20日 09:30 放入收件文件夹的一份文件（（文件名从略）.txt）没有计入本单位的报送") && text.contains("报告写的是另一个单位的名称"))
        #expect(!text.contains("民政"))
    }

    @Test func `is text for any editor, with a mark and the line ends of Windows`() throws {
        let bytes = BureauPage.text(for: try standing([.init(version: Samples.version(result: Samples.contradictory))]))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = try #require(String(validating: bytes, as: UTF8.self))
        #expect(text.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\r" })
    }

    @Test(arguments: [
        ("near-copy", ["found": Fact.number(98), "twin": .text("“清河县民政局”的报告")], "另一个单位的报告"),
        ("aggregate", ["stated": .number(5), "sum": .number(77_123), "reports": .number(1)], "与各单位报告之和不一致"),
        ("owner-changed", ["before": .text("mzj"), "found": .text("czj")], "不是同一个账户放入的"),
        ("gone-rule", ["found": .text("清河县民政局")], "按以前的规则"),
    ])
    func `tells of no other body, in this version and in the one before`(
        rule: String, facts: [String: Fact], said: String
    ) throws {
        let finding = Samples.finding(
            rule, .warning, at: .requestsCell(.received, .total), message: "与“清河县民政局”有关，为 77123，mzj。",
            excerpt: "清河县民政局 77123", facts: facts)
        var result = Samples.result(.acceptedWithWarnings, findings: [finding])
        result.file = "清河县民政局.txt"
        var version = Samples.version(version: 2, result: result)
        version.folder = "清河县民政局"
        var previous = Samples.version(result: result)
        previous.result.findings[0].message += "民政局"
        let standing = try standing([.init(version: version, previous: previous)])
        for words in [BureauPage.html(for: standing), text(standing)] {
            #expect(words.contains(said))
            #expect(!words.contains("民政") && !words.contains("mzj") && !words.contains("77123"))
        }
    }

    @Test func `knows a name of another body by its letters, outside its own name`() {
        let names = RosterNames(Self.roster)
        #expect(names.mentionOther(than: "清河县财政局", in: "（清河县）民政局.doc"))
        #expect(!names.mentionOther(than: "高新区财政局", in: "高新区财政局.doc"))
        #expect(names.mentionOther(than: "高新区财政局", in: "县财政局.doc"))
        #expect(!names.mentionOther(than: "清河县财政局", in: "财政 2024.doc"))
    }
}
