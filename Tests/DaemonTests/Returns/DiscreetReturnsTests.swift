import Fixtures
import Foundation
import Ledger
import Office
import Reports
import Services
import Settings
import SystemPackage
import Testing

@testable import Daemon

/// What stands in the files of a body when its report has to do with those of others, through the real reader and the real rules.
@Suite("No body sees another one")
struct DiscreetReturnsTests {
    private static let roster = Roster([
        Agency(name: "青岚市民政局", otherNames: ["市民政局", "民政部门"], folder: "mz-1"),
        Agency(name: "青岚市水利局", otherNames: ["水务部门"], folder: "sl-1"),
        Agency(name: "青岚市人民政府", sumsUp: true),
    ])
    private let bureau: Bureau

    init() async throws {
        bureau = try await Bureau()
        for folder in ["inbox/mz-1", "inbox/sl-1", "returns"] { try bureau.scratch.makeFolder(folder) }
        let checker = ReportChecker(roster: Self.roster, knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
    }

    private func drop(_ agency: String, as name: String, _ change: (inout SampleReport) -> Void = { _ in }) async throws
    {
        var report = SampleReport()
        report.agency = agency
        change(&report)
        try bureau.drop(TextLayout.tabs.text(of: report), as: name)
        await bureau.work()
    }

    private func publish() async throws {
        var settings = Settings()
        settings.returns.folder = FilePath(bureau.scratch.path("returns"))
        await ReturnsPublisher(Configuration(settings: settings, roster: Self.roster), bureau.context)
            .publish(at: bureau.now)
    }

    private func pages(of folder: String) throws -> [String] {
        try ["回执.html", "回执.txt"].map { try bureau.scratch.text(of: "returns/\(folder)/\($0)") }
    }

    /// Whether no name of another body is in the files of any.
    private func expectDiscretion() throws {
        for own in Self.roster.agencies {
            let others = Self.roster.agencies.filter { $0 != own }.flatMap { $0.names + [$0.folderName] }
            for page in try pages(of: own.folderName) {
                for name in others { #expect(!page.contains(name), "\(name) in the files of \(own.name)") }
            }
        }
    }

    @Test func `a copy is told as one, and not of whom`() async throws {
        try await drop("青岚市民政局", as: "mz-1/年报.txt")
        try await drop("青岚市水利局", as: "sl-1/年报.txt")
        try await publish()
        let findings = try await bureau.versions().flatMap(\.result.findings)
        #expect(findings.contains { $0.message.contains("“青岚市民政局”的报告") })
        for page in try pages(of: "sl-1") { #expect(page.contains("另一个单位的报告的文字相似度为")) }
        try expectDiscretion()
    }

    @Test func `a report in the wrong folder is told to the one whose folder it is`() async throws {
        try await drop("青岚市民政局", as: "sl-1/年报.txt")
        try await publish()
        for page in try pages(of: "sl-1") { #expect(page.contains("报告写的是另一个单位的名称")) }
        for page in try pages(of: "mz-1") { #expect(page.contains("尚未收到 2024 年度报告")) }
        try expectDiscretion()

        // Once the file is what it should be, that is over.
        try await drop("青岚市水利局", as: "sl-1/年报.txt")
        try await publish()
        for page in try pages(of: "sl-1") { #expect(!page.contains("另一个单位")) }
        try expectDiscretion()
    }

    @Test func `a file whose report is nobody's is told to the one whose folder it is`() async throws {
        try await drop("青岚市气象局", as: "sl-1/年报.txt")
        try await publish()
        for page in try pages(of: "sl-1") { #expect(page.contains("报告写的单位名称不在名录中")) }
        try bureau.drop("", as: "mz-1/空.txt")
        await bureau.work()
        bureau.wait(Bureau.patience)
        await bureau.work()
        try await publish()
        for page in try pages(of: "mz-1") { #expect(page.contains("无法校核") && page.contains("尚未收到 2024 年度报告")) }
    }

    @Test func `the government sees which cells are no sum, and neither the sum nor who is missing`() async throws {
        try await drop("青岚市民政局", as: "mz-1/年报.txt") { $0.disclosure[.fees] = ["8877.123456"] }
        try await drop("青岚市人民政府", as: "政府.txt")
        try await publish()
        let findings = try await bureau.versions().flatMap(\.result.findings)
        #expect(findings.contains { $0.message.contains("青岚市水利局") })
        for page in try pages(of: "青岚市人民政府") {
            #expect(page.contains("与各单位报告之和不一致"))
            #expect(!page.contains("8877"))
        }
        try expectDiscretion()
    }

    @Test func `a version by another account is told without the accounts`() async throws {
        try await drop("青岚市民政局", as: "年报.txt")
        try bureau.sabotage("UPDATE arrival SET owner = 4242")
        try await drop("青岚市民政局", as: "年报.txt") { $0.disclosure[.penalties] = ["9"] }
        try await publish()
        #expect(try await bureau.versions().flatMap(\.result.findings).contains { $0.message.contains("上一版由账户") })
        for page in try pages(of: "mz-1") {
            #expect(page.contains("不是同一个账户放入的") && !page.contains("4242"))
        }
    }

    @Test func `what the office has waived is told as waived, without the words of the office`() async throws {
        try await drop("青岚市民政局", as: "mz-1/年报.txt")
        try await drop("青岚市水利局", as: "sl-1/年报.txt")
        let who = Decider(uid: 1000, account: "office-account", by: "王五")
        let open = try bureau.ledger.openFindings(of: "2024").filter { $0.agency == "青岚市水利局" }
        #expect(open.contains { $0.line.finding.rule == "near-copy" })
        for reason in ["上级统一供稿", "与市民政局电话核实", "抄了民政的"] {
            let requests = { (wish: (FindingKey) -> DecisionRequest.Wish) in
                open.map {
                    DecisionRequest(
                        year: $0.year, agency: $0.agency, version: $0.version, wish($0.line.key), why: reason)
                }
            }
            _ = try await bureau.ledger.decide(requests { .waive($0) }, by: who, at: bureau.now.date)
            try await publish()
            for page in try pages(of: "sl-1") {
                #expect(page.contains("已核销") && page.contains("由校核单位决定") && page.contains("已经完成，不需要再做什么。"))
                #expect(!page.contains("office-account") && !page.contains(reason))
            }
            try expectDiscretion()
            _ = try await bureau.ledger.decide(requests { .unwaive($0) }, by: who, at: bureau.now.date)
        }
    }
}
