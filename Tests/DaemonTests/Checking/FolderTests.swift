import Alerts
import Fixtures
import Foundation
import Ledger
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

@testable import Daemon

@Suite("A bureau speaks for itself only") struct FolderTests {
    private let roster = Roster([
        Agency(name: "青岚市民政局", folder: "民政"), Agency(name: "青岚市水利局", folder: "水利"), Agency(name: "青岚市教育局"),
    ])

    /// A bureau with the real checks.
    private func bureau(_ settings: Settings = Settings()) async throws -> Bureau {
        let bureau = try await Bureau()
        for folder in ["民政", "水利"] { try bureau.scratch.makeFolder("inbox/\(folder)") }
        let checker = ReportChecker(settings, roster: roster, knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
        return bureau
    }

    private func text(of agency: String, _ change: (inout SampleReport) -> Void = { _ in }) -> String {
        var report = SampleReport()
        report.agency = agency
        change(&report)
        return TextLayout.tabs.text(of: report)
    }

    @Test func `a report in another body's folder is an error, an alert, and no version of the other's`() async throws {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市民政局"), as: "民政/年报.txt")
        await bureau.work()
        try bureau.drop(text(of: "青岚市民政局") { $0.disclosure[.penalties] = ["9"] }, as: "水利/说明2.txt")
        await bureau.work()
        #expect(
            try await bureau.reports() == ["青岚市民政局 2024 v1 accepted", "（水利文件夹报来）青岚市民政局 2024 v1 returned"])
        let version = try #require(try await bureau.versions().first { $0.agency.hasPrefix("（") })
        #expect(version.result.findings.map(\.rule) == ["folder-mismatch"])
        #expect(version.result.findings.first?.message.contains("“青岚市水利局”的收件文件夹里，报告写的却是“青岚市民政局”") == true)
        #expect(version.folder == "水利")
        #expect(ReceiptPage.html(for: version).contains("水利/说明2.txt"))
        let alerts = ReportAlerts.all(of: try bureau.ledger.reportStates(in: nil), Roster(), at: bureau.now.date)
        #expect(alerts.map(\.kind) == [.folderMismatch])
        let lines = try await bureau.desk(roster: roster).register().lines
        #expect(DeskText.history(lines).contains("水利/说明2.txt"))
        // Judged once more it stays where it is.
        let kept = try #require(try await bureau.ledger.archivedVersions().last)
        let checker = ReportChecker(roster: roster, knowledge: bureau.ledger)
        let again = try await checker.check(Submission(kept.arrival, in: bureau.archive, version: 1))
        #expect(again.result.findings.map(\.rule) == ["folder-mismatch"])
        #expect(again.filing(at: kept.arrival.file.path).agency == version.agency)
    }

    @Test(arguments: ["民政/年报.txt", "年报.txt"])
    func `a report that is moved to where it belongs is its body's`(path: String) async throws {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市民政局"), as: "水利/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["（水利文件夹报来）青岚市民政局 2024 v1 returned"])
        try FileManager.default.moveItem(
            atPath: bureau.scratch.path("inbox/水利/年报.txt"), toPath: bureau.scratch.path("inbox/\(path)"))
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市民政局 2024 v1 accepted"])
        #expect(ReportAlerts.all(of: try bureau.ledger.reportStates(in: nil), Roster(), at: bureau.now.date).isEmpty)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a report that is moved into another body's folder is its body's no more, and is again once it is back`()
        async throws
    {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市民政局"), as: "年报.txt")
        await bureau.work()
        let received = try await bureau.versions().map(\.receivedAt)
        bureau.wait(.seconds(60))
        try bureau.move("年报.txt", to: "水利/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["（水利文件夹报来）青岚市民政局 2024 v1 returned"])
        #expect(try await bureau.versions().map(\.receivedAt) == received)
        try bureau.move("水利/年报.txt", to: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市民政局 2024 v2 accepted"])
        let count = try await bureau.records().count
        for folder in ["民政", "水利"] {
            try bureau.drop(text(of: "青岚市民政局"), as: "\(folder)/副本.txt")
            await bureau.work()
        }
        #expect(try await bureau.reports() == ["青岚市民政局 2024 v2 accepted"], "a copy is no file of its own")
        #expect(try await bureau.records().count == count + 2)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `the alert of a report in another body's folder is over when the file is gone`() async throws {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市民政局"), as: "水利/年报.txt")
        await bureau.work()
        let alerts = {
            let states = try bureau.ledger.reportStates(in: bureau.daemonStatus.present)
            return ReportAlerts.all(of: states, Roster(), at: bureau.now.date).map(\.kind)
        }
        #expect(try alerts() == [.folderMismatch])
        try bureau.remove("水利/年报.txt")
        await bureau.look()
        #expect(try alerts() == [])
    }

    @Test func `a report in another body's folder is history once that body's own is in its place`() async throws {
        let bureau = try await bureau()
        for agency in ["青岚市民政局", "青岚市水利局"] {
            try bureau.drop(text(of: agency), as: "水利/年报.txt")
            await bureau.work()
        }
        #expect(try await bureau.reports() == ["青岚市水利局 2024 v1 accepted"])
    }

    @Test func `a name that would be filed as another body's is another body's`() async throws {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市民政局:").replacing("青岚市民政局:", with: "青岚市民政局。"), as: "水利/年报.txt")
        try bureau.drop(text(of: "青岚市民政局"), as: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports().contains("青岚市民政局 2024 v1 accepted"))
    }

    @Test func `a report in its own body's folder, in no body's, and in none is as it was`() async throws {
        var settings = Settings()
        // They have the same texts.
        settings.policy.weights["near-copy"] = .off
        let bureau = try await bureau(settings)
        try bureau.scratch.makeFolder("inbox/2024年报")
        try bureau.drop(text(of: "市水利局"), as: "水利/年报.txt")
        try bureau.drop(text(of: "青岚市民政局"), as: "2024年报/年报.txt")
        try bureau.drop(text(of: "青岚市教育局"), as: "教育.txt")
        await bureau.work()
        #expect(
            try await bureau.reports() == [
                "青岚市教育局 2024 v1 accepted", "青岚市民政局 2024 v1 accepted", "青岚市水利局 2024 v1 accepted",
            ])
    }

    @Test func `an office that switches the rule off lets one body hand in for another`() async throws {
        var settings = Settings()
        settings.policy.weights["folder-mismatch"] = .off
        let bureau = try await bureau(settings)
        try bureau.drop(text(of: "青岚市民政局"), as: "水利/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市民政局 2024 v1 accepted"])
    }

    @Test func `a new version from another account is worth a word, but not where a folder says who speaks`()
        async throws
    {
        let bureau = try await bureau()
        for path in ["年报.txt", "民政/年报.txt"] {
            try bureau.drop(text(of: "青岚市民政局") { $0.disclosure[.penalties] = ["8\(path.count)"] }, as: path)
            await bureau.work()
            try bureau.sabotage("UPDATE arrival SET owner = 4294967294")
            try bureau.drop(text(of: "青岚市民政局") { $0.disclosure[.penalties] = ["9\(path.count)"] }, as: path)
            await bureau.work()
        }
        let desk = try bureau.desk()
        var rules: [[String]] = []
        for number in 1...4 {
            let version = try await desk.version(of: "青岚市民政局", year: "2024", number: number)
            rules.append(version?.result.findings.map(\.rule).filter { $0 != "resubmitted" } ?? [])
        }
        #expect(rules == [[], ["owner-changed"], [], []])
    }

    @Test func `the owner of a file is in the facts of its record`() async throws {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市民政局"), as: "年报.txt")
        await bureau.work()
        let facts = try #require(try await bureau.records().first?.entry.fields["FACTS"])
        #expect(facts.contains("\"owner\":\(geteuid())"))
        #expect(try bureau.verification().deviations == [])
    }

    /// Goes by another roster, as the service does when it reads its settings anew.
    private func reload(_ roster: Roster, in bureau: Bureau) async throws {
        let checker = ReportChecker(roster: roster, knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
        try await bureau.ledger.rejudgeMoved(by: Placement(roster))
        bureau.wait(.seconds(60))
        await bureau.work()
    }

    private func accept(_ agency: String, in bureau: Bureau) async throws {
        let request = DecisionRequest(year: "2024", agency: agency, .overrule(.accepted), why: "代报")
        _ = try await bureau.ledger.decide([request], by: Decider(uid: 1_001, account: "wang"), at: bureau.now.date)
    }

    @Test func `a name that comes to be another body's does not count from where it lies`() async throws {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市甲局"), as: "民政/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports().map { $0.prefix(5) } == ["青岚市甲局"])
        let renamed = Roster([
            roster.agencies[0], Agency(name: "青岚市水利局", otherNames: ["青岚市甲局"], folder: "水利"),
        ])
        try await reload(renamed, in: bureau)
        let apart = "（民政文件夹报来）青岚市水利局"
        #expect(try await bureau.reports() == ["\(apart) 2024 v1 returned"])
        try await accept(apart, in: bureau)
        let totals = try bureau.ledger.totals(of: 2024, roster: renamed)
        #expect(totals.included.isEmpty)
        #expect(totals.leftOut.contains(LeftOut(agency: apart, version: 1, reason: .misplaced)))
        #expect(try bureau.verification().deviations == [])
        let version = try #require(try await bureau.versions().first)
        #expect(DecisionText.standing(of: version).contains("都不计入任何一个单位的报送"))
        // Once more there is nothing to do.
        let count = try await bureau.records().count
        try await reload(renamed, in: bureau)
        #expect(try await bureau.records().count == count)
        try bureau.move("民政/年报.txt", to: "水利/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市水利局 2024 v1 accepted"])
    }

    @Test func `a folder that is given to another body takes its reports from the one before, and back`() async throws {
        let bureau = try await bureau()
        try bureau.drop(text(of: "青岚市民政局"), as: "民政/年报.txt")
        await bureau.work()
        let given = Roster([Agency(name: "青岚市民政局", folder: "新民政"), Agency(name: "青岚市水利局", folder: "民政")])
        let settings = bureau.settings
        _ = try await Recheck(settings: settings, roster: given).run(records: true, at: bureau.now.date)
        #expect(try await bureau.reports() == ["（民政文件夹报来）青岚市民政局 2024 v1 returned"])
        #expect(try bureau.ledger.totals(of: 2024, roster: given).leftOut.contains { $0.reason == .misplaced })
        try await reload(roster, in: bureau)
        #expect(try await bureau.reports() == ["青岚市民政局 2024 v2 accepted"])
        // A copy in the folder that is its body's by then keeps it there.
        try bureau.scratch.makeFolder("inbox/新民政")
        try bureau.drop(text(of: "青岚市民政局"), as: "新民政/年报.txt")
        await bureau.work()
        try await reload(given, in: bureau)
        #expect(try await bureau.reports() == ["青岚市民政局 2024 v2 accepted"])
        _ = try await Recheck(settings: settings, roster: given).run(records: true, at: bureau.now.date)
        #expect(try await bureau.reports().map { $0.hasPrefix("青岚市民政局 2024 v2") } == [true])
        #expect(try bureau.verification().deviations == [])
    }
}
