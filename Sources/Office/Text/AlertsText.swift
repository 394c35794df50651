package import Foundation

/// Alerts as text for a terminal, a line or two each.
package enum AlertsText {
    /// The alerts with their numbers, the oldest first. Times are those of `zone`.
    package static func text(of alerts: [AlertList.Alert], stages: [String: String], in zone: TimeZone) -> String {
        guard !alerts.isEmpty else { return "没有告警。\n" }
        return alerts.map { alert in
            """
            \(alert.number)  \(stages[alert.state] ?? alert.state)  \(alert.title)（\(alert.kind)）  从 \(alert.since.stamp(in: zone)) 起
                \(alert.message.printable)

            """
        }.joined()
    }
}
