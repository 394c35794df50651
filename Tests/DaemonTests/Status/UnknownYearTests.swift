import Channels
import Foundation
import Reports
import Rules
import Testing

@testable import Alerts
@testable import Ledger
@testable import Office

/// A report may say neither its year nor whose it is: what people read of it is a sentence all the same.
@Suite struct `Of a report that says neither year nor body` {
    private static let came = Date(timeIntervalSince1970: 1_737_336_600)

    private static func version(_ verdict: Verdict) -> ReportVersion {
        var result = ReportResult(file: "扫描件.pdf", sha256: "00", bytes: 900, format: "pdf", verdict: verdict)
        result.findings = [
            ResultFinding(
                Finding(
                    rule: "title-year", severity: .error, at: .title, message: "标题没有写明年度。", fix: "请写明年度。", source: "—"))
        ]
        let filing = Filing(year: nil, agency: nil, file: result.file)
        return ReportVersion(
            year: filing.year, agency: filing.agency, version: 1, receivedAt: came, result: result,
            path: Filing.path(year: filing.year, agency: filing.agency, version: 1))
    }

    /// All that is said of a version, by who says it.
    private static func said(of verdict: Verdict) throws -> [String: String] {
        let version = version(verdict)
        let state = ReportState(agency: version.agency, year: version.year, verdict: verdict, at: came)
        let alerts = ReportAlerts.all(of: [state], Roster(), at: came)
        let told = alerts.enumerated().map { AlertState(id: Int64($0.offset), $0.element, .firing, since: came) }
        let letters = told.map { alert in
            let telling = AlertPlan.Telling(
                kind: alert.alert.kind, firing: [alert], resolved: [], isRepeat: false)
            return NoticeText(Notices().notice(telling, id: "1", thread: "1", at: came)).text(limit: 4_000)
        }
        let facts = ArrivalFacts(sha256: "00", shown: "扫描件.pdf")
        let summary = ReportSummary(version)
        return [
            "receipt": ReceiptPage.html(for: version),
            "receipt by hand": ReceiptPage.html(for: version.result),
            "text receipt": TextReceipt.text(for: version.result),
            "show": DeskText.show(version, receipt: "receipt.html"),
            "nothing": DeskText.nothing(of: "某局", year: Filing.unknownYear, version: 2, others: [summary]),
            "recheck": RecheckText.text(for: version, now: version.result) + RecheckText.lost(version),
            "register": RegisterTable.csv(for: Register([summary])),
            "overview": OverviewPage.html(
                for: Overview(generatedAt: came, validUntil: came, ledgerRecord: 1, reports: [summary])),
            "journal": try (Entry.judged(version, facts) + [Entry.duplicate(version, facts)]).map(\.message)
                .joined(separator: "\n"),
            "alerts": alerts.map(\.message).joined(separator: "\n"),
            "alerts over": alerts.map { Entry.cleared($0).message }.joined(separator: "\n"),
            "mail": letters.joined(separator: "\n"),
        ]
    }

    @Test(arguments: Verdict.allCases) func `nothing reads as if a word were missing`(verdict: Verdict) throws {
        for (name, words) in try Self.said(of: verdict) {
            for gap in ["报送的 年度", "未知年度 年", "扫描件 未知年度"] {
                #expect(!words.contains(gap), "\(name)")
            }
        }
    }

    @Test func `the letter is to whoever sent it, and speaks of the report`() throws {
        let said = try Self.said(of: .returned)
        let receipt = try #require(said["receipt"])
        #expect(receipt.contains("<title>扫描件（未知年度）年度报告退回修改意见：退回修改</title>"))
        #expect(receipt.contains("报送的年度报告经校核，有 1 处须改正。"))
        #expect(receipt.contains("<p class=\"addressee\">报送单位：</p>"))
        #expect(try #require(said["receipt by hand"]).contains("<title>年度报告退回修改意见：退回修改</title>"))
        #expect(said["alerts"] == "扫描件（未知年度）第 1 版退回修改。请把回执转给报送单位，改好后重新报送。")
        #expect(try #require(said["mail"]).contains("涉及：扫描件（未知年度）\n"))
        #expect(try #require(said["journal"]).hasPrefix("退回修改：扫描件（未知年度）第 1 版，错误 1 处（扫描件.pdf）"))
        #expect(said["nothing"] == "某局（未知年度）第 2 版：没有收到报告。现有 未知年度 第 1 版（退回修改），用 --year 指明年度。\n")
    }

    @Test func `of one that says both, both are said`() {
        var version = Self.version(.accepted)
        (version.year, version.agency, version.result.year, version.result.agency) = ("2024", "某局", 2024, "某局")
        let receipt = ReceiptPage.html(for: version)
        #expect(receipt.contains("<title>某局 2024 年度报告校核回执：合格</title>"))
        #expect(receipt.contains("报送的 2024 年政府信息公开工作年度报告经校核"))
        #expect(receipt.contains("<p class=\"addressee\">某局：</p>"))
        #expect(version.versionName == "某局 2024 第 1 版")
    }
}
