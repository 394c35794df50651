package import Foundation
import Rules

/// The overview for monitoring, in the text format of Prometheus: `nianbao.prom`, for the textfile collector of its node exporter.
package enum MetricsFile {
    /// The text of `nianbao.prom`.
    package static func text(for overview: Overview, alerts: AlertList, in zone: TimeZone = .china) -> String {
        families(overview, alerts, zone).map(\.text).joined()
    }

    /// Metrics of one name.
    private struct Family {
        var name: String
        var help: String
        var samples: [(labels: [(String, String)], value: Int)]

        var text: String {
            let head = "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
            return head + samples.map { "\(name)\(MetricsFile.braces($0.labels)) \($0.value)\n" }.joined()
        }
    }

    private static func families(_ overview: Overview, _ list: AlertList, _ zone: TimeZone) -> [Family] {
        let standings = overview.standings(in: zone)
        let awaited = standings.filter(\.isAsked)
        let yearly = { (name: String, help: String, value: (YearStanding) -> Int) in
            Family(name: name, help: help, samples: awaited.map { ([("year", $0.year)], value($0)) })
        }
        let fixed = { (name: String, help: String, value: Int) in
            Family(name: name, help: help, samples: [([], value)])
        }
        let newest = overview.reports.map(\.receivedAt).max()
        let all: [Family?] = [
            Family(
                name: "nianbao_build_info", help: "The program that wrote this, and the edition of its rulebook.",
                samples: [([("version", Program.version), ("rulebook", Rulebook.edition)], 1)]),
            Family(name: "nianbao_reports", help: "Current reports by year and verdict.", samples: reports(standings)),
            yearly("nianbao_agencies_expected", "Agencies of the roster.") { $0.lines.count },
            yearly("nianbao_agencies_missing", "Agencies of the roster without a report.") { $0.missing.count },
            yearly("nianbao_agencies_overdue", "Agencies without a report whose last day is over.") {
                $0.counts[.overdue] ?? 0
            },
            Family(name: "nianbao_alerts", help: "Alerts by kind and state.", samples: alerts(list)),
            fixed("nianbao_receiving_files", "Files that have begun to arrive.", overview.receiving.count),
            fixed("nianbao_journal_unsent_records", "Journal entries that no journal has yet.", list.unsent),
            fixed("nianbao_ledger_record", "Number of the last record in the ledger.", overview.ledgerRecord),
            newest.map {
                fixed("nianbao_last_report_timestamp_seconds", "When the newest current report came.", $0.seconds)
            },
            fixed("nianbao_status_timestamp_seconds", "When this was written.", overview.generatedAt.seconds),
            fixed(
                "nianbao_status_valid_until_timestamp_seconds", "Past this moment the daemon should have written anew.",
                overview.validUntil.seconds),
        ]
        return all.compactMap(\.self).filter { !$0.samples.isEmpty }
    }

    private static func reports(_ standings: [YearStanding]) -> [(labels: [(String, String)], value: Int)] {
        standings.flatMap { standing in
            let counts = standing.counts
            return Verdict.allCases.map { verdict in
                ([("year", standing.year), ("verdict", verdict.rawValue)], counts[.judged(verdict)] ?? 0)
            }
        }
    }

    private static func alerts(_ list: AlertList) -> [(labels: [(String, String)], value: Int)] {
        let kinds = Dictionary(list.alerts.map { ([$0.kind, $0.state], 1) }, uniquingKeysWith: +)
        return kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
            ([("kind", $0.key[0]), ("state", $0.key[1])], $0.value)
        }
    }

    private static func braces(_ labels: [(String, String)]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

extension Date {
    /// Whole seconds since 1970.
    fileprivate var seconds: Int { Int(timeIntervalSince1970) }
}
