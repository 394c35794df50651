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
            among: Self.roster, letter: Letter(), at: date)
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
        #expect(text.contains("【以前的版本】\r\n第 1 版，2025年1月20日 09:30 收到（文件名从略），退回修改\r\n"))
        #expect(text.contains("【其他年度】\r\n2023 年度：第 1 版，2025年1月20日 09:30 收到（文件名从略），合格\r\n2022 年度："))
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
        #expect(text.contains("2025年1月20日 09:30 放入收件文件夹的一份文件（文件名从略）没有计入本单位的报送") && text.contains("报告写的是另一个单位的名称"))
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
        (
            "aggregate",
            [
                "stated": .number(5), "sum": .number(77_123),
                "cells": .texts(["requests/received/total", "requests/granted/total"]),
            ],
            "表三有 2 格与各单位报告之和不一致"
        ),
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

    @Test func `marks its own cells that are no sum of the others'`() throws {
        let finding = Samples.finding(
            "aggregate", .warning, at: .table(.requests), message: "与“清河县民政局”有关", excerpt: "77123",
            facts: ["cells": .texts(["requests/received/total", "requests/granted/total"])])
        var result = Samples.contradictory
        result.findings = [ResultFinding(finding)]
        let page = BureauPage.html(for: try standing([.init(version: Samples.version(result: result))]))
        #expect(page.matches(of: /<td colspan="[0-9]+" class="warning">/).count == 2, "\(page)")
        #expect(page.contains("请向校核单位查询各单位报告的合计数"))
    }

    @Test func `shows nothing that a person of the office wrote, and that the office decided`() throws {
        let result = Samples.contradictory
        let who = Decider(uid: 1000, account: "office-account", by: "王五")
        let words = "抄了教育局的，见jiaoyu文件夹，清河县财政局第一分局"
        let keys = result.findings.map { FindingKey($0, in: result) }
        func decision(_ id: Int, _ subject: Decision.Subject) -> Decision {
            Decision(id: id, version: 1, subject: subject, words: words, why: words, who: who, at: Samples.morning)
        }
        let former = FindingKey(rule: keys[1].rule, at: keys[1].at, digest: String(repeating: "0", count: 64))
        let overruling = Overruling(verdict: .returned, instead: result.verdict, sha256: result.sha256)
        var version = Samples.version(result: result)
        version.result.file = "清河县财政局第一分局.txt"
        version.entry = HandEntry(who: who, why: words)
        version.decisions = [
            decision(1, .waive(keys[0])), decision(2, .waive(former)), decision(3, .overrule(overruling)),
        ]
        let standing = try standing([.init(version: version)])
        for page in [BureauPage.html(for: standing), text(standing)] {
            for name in ["教育", "jiaoyu", "分局", "王五", "office-account"] { #expect(!page.contains(name)) }
            for said in ["由校核单位决定（2025年1月20日）", "第 1 版同一处曾核销，内容已不同", "现予退回。理由请向校核单位了解。", "人工录入。只校核"] {
                #expect(page.contains(said))
            }
        }
    }

    @Test func `names a file that lay in its own folder, and no other`() throws {
        for (folder, said) in [("财政", "财政局.txt"), ("公共", "文件名从略"), (nil, "文件名从略")] {
            var version = Samples.version()
            version.folder = folder
            let standing = try standing([.init(version: version)])
            #expect(text(standing).contains("收到（\(said)），合格"))
            let place = folder == "财政" ? "财政/\(said)" : said
            #expect(text(standing).contains("文件：\(place)（"))
        }
    }
}
