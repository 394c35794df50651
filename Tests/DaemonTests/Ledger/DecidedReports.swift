import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Reports
import Rules
import Services
import Testing

@testable import Office

/// A bureau whose engine reads findings off the file: a line `财政局 2024`, then a line each, `rule place severity number`.
struct DecidedReports {
    let bureau: Bureau
    let clerk = Decider(uid: 1_001, account: "wang", through: "nianbao", by: "王五")

    static let row = "table3-row-total requests/received error 11\n"
    static let balance = "table3-balance requests/*/total error 7\n"
    static let title = "section-title section/3 warning 0\n"

    init() async throws {
        bureau = try await Bureau()
        try await bureau.check(by: Self.check)
    }

    private static let check: Engine.Check = { submission, depth in
        let bytes = try submission.document.open().read(limit: 1_000_000)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        var result = ReportResult(
            file: submission.file, sha256: submission.sha256, bytes: bytes.count, format: "txt", verdict: .unreadable)
        guard let head = lines.first, head.count > 1 else { return CheckedReport(result: result) }
        (result.agency, result.year) = (head[0], Int(head[1]))
        let findings = lines.dropFirst().compactMap(Self.finding)
        result.findings = findings.map(ResultFinding.init)
        result.verdict = head.contains("scan") ? .unreadable : Verdict(findings: findings)
        return CheckedReport(result: result)
    }

    private static func finding(_ words: [String]) -> Finding? {
        guard words.count == 4, let place = Place(path: words[1]), let severity = Severity(rawValue: words[2]) else {
            return nil
        }
        let number = Int(words[3]) ?? 0
        return Finding(
            rule: words[0], severity: severity, at: place, message: "这里写着 \(number)", fix: "请改正", source: "",
            facts: number == 0 ? [:] : ["stated": .number(number)])
    }

    /// Puts a report of 财政局 for 2024 into the inbox and has it judged.
    func drop(_ findings: String..., scan: Bool = false) async throws {
        try bureau.drop("财政局 2024\(scan ? " scan" : "")\n" + findings.joined(), as: "财政局.txt")
        await bureau.work()
        bureau.wait(.seconds(60))
    }

    func current() async throws -> ReportVersion {
        let desk = try bureau.desk()
        return try #require(try await desk.version(of: "财政局", year: "2024"))
    }

    /// The key of a finding of the current version, by its rule.
    func key(_ rule: String) async throws -> FindingKey {
        try #require(try await current().standing.lines.first { $0.key.rule == rule }).key
    }

    func request(
        _ wish: DecisionRequest.Wish, version: Int? = nil, why: String = "已电话核实", agency: String = "财政局"
    ) -> DecisionRequest {
        DecisionRequest(year: "2024", agency: agency, version: version, wish, why: why)
    }

    @discardableResult
    func decide(_ requests: DecisionRequest...) async throws -> [DecisionOutcome] {
        try await bureau.ledger.decide(requests, by: clerk, at: bureau.now.date)
    }

    /// Waives the findings of a rule in the current version.
    @discardableResult
    func waive(_ rule: String) async throws -> DecisionOutcome? {
        try await decide(request(.waive(key(rule)))).first
    }

    /// The verdict as the lists have it, and how many errors and warnings are left.
    func listed() async throws -> String {
        let report = try #require(try await bureau.overview().reports.first)
        return "v\(report.version) \(report.verdict.rawValue) \(report.errors) \(report.warnings)"
    }
}

extension DecisionOutcome {
    /// What came of it, without the decision.
    var name: String {
        switch self {
        case .taken(let decision): decision.withdrawal == nil ? "taken" : "withdrawn"
        case .alreadySo: "already"
        default: "\(self)"
        }
    }
}
