import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite struct `The metrics` {
    private static let text: String = {
        let expected = ["甲局", "乙\"局\\"].map { ExpectedAgency(Agency(name: $0), filedAs: $0) }
        let versions = [Samples.version("甲局"), Samples.version("丙局", year: "未知\"年度", result: Samples.contradictory)]
        let alerts = ["a", "b"].map { subject in
            AlertList.Alert(
                number: 1, kind: "file-refused", severity: "warning", state: "firing", title: "", subject: subject,
                message: "", since: Samples.morning)
        }
        return MetricsFile.text(
            for: Samples.overview(versions, expected: expected),
            alerts: AlertList(
                generatedAt: Samples.morning, validUntil: Samples.morning, alerts: alerts, unsent: 3))
    }()

    /// A sample line by the grammar of the text format: name, labels, value, and no timestamp.
    private static var sample: Regex<(Substring, Substring, Substring?, Substring)> {
        /([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*")*\})? (-?[0-9]+)/
    }

    @Test func `keep the rules of the exposition format: help, type, samples of one name together, each once`() throws {
        #expect(Self.text.hasSuffix("\n") && !Self.text.contains("\r"))
        var families: [String] = []
        var series: Set<String> = []
        var helped: String?
        for line in Self.text.split(separator: "\n") {
            if let help = line.wholeMatch(of: /# HELP ([a-z_]+) [A-Z][^\\]+\./) {
                helped = String(help.1)
                #expect(!families.contains(String(help.1)))
            } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) gauge/) {
                #expect(String(type.1) == helped)
                families.append(String(type.1))
            } else {
                let match = try #require(line.wholeMatch(of: Self.sample), "\(line)")
                #expect(String(match.1) == families.last)
                #expect(series.insert("\(match.1)\(match.2 ?? "")").inserted, "\(line)")
            }
        }
        #expect(families.count > 8)
        // What promtool's linter asks for.
        for family in families {
            #expect(family.hasPrefix("nianbao_") && !family.hasSuffix("_total") && !family.contains("__"))
            if family.contains("timestamp") { #expect(family.hasSuffix("_timestamp_seconds")) }
        }
    }

    @Test func `tell reports, agencies, alerts and times`() {
        let lines = Self.text.split(separator: "\n").map(String.init)
        for line in [
            "nianbao_build_info{version=\"\(Program.version)\",rulebook=\"\(Rulebook.edition)\"} 1",
            "nianbao_reports{year=\"2024\",verdict=\"accepted\"} 1",
            "nianbao_reports{year=\"2024\",verdict=\"failed\"} 0",
            "nianbao_reports{year=\"未知\\\"年度\",verdict=\"returned\"} 1", "nianbao_agencies_expected{year=\"2024\"} 2",
            "nianbao_agencies_missing{year=\"2024\"} 1", "nianbao_agencies_overdue{year=\"2024\"} 0",
            "nianbao_alerts{kind=\"file-refused\",state=\"firing\"} 2", "nianbao_journal_unsent_records 3",
            "nianbao_status_timestamp_seconds 1737336600", "nianbao_status_valid_until_timestamp_seconds 1737337200",
        ] { #expect(lines.contains(line), "\(line)") }
    }
}
