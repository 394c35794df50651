package import Foundation

/// How all is at a moment, in the words and numbers of the monitoring plugins: a state, one line, performance data.
package struct Health: Sendable, Equatable {
    /// What a plugin's exit status says.
    package enum State: Int32, Sendable, Comparable {
        case good = 0
        case warning = 1
        case critical = 2
        case unknown = 3

        package static func < (one: State, other: State) -> Bool { one.rawValue < other.rawValue }

        var word: String {
            switch self {
            case .good: "OK"
            case .warning: "WARNING"
            case .critical: "CRITICAL"
            case .unknown: "UNKNOWN"
            }
        }
    }

    package var state: State
    /// `NIANBAO WARNING - …|age=12s;…`
    package var line: String

    /// Nothing can be said.
    package init(unknown reason: String) {
        state = .unknown
        line = Self.line(.unknown, reason, [])
    }

    /// From what a status folder holds; `beat` is the daemon's last sign of life.
    package init(_ list: AlertList, beat: Date?, beatAllowance: TimeInterval, at now: Date) {
        let age = now.timeIntervalSince(beat ?? list.generatedAt)
        let grave = list.alerts.filter { $0.severity == "critical" && $0.state == "firing" }
        let firing = list.alerts.filter { $0.severity != "info" && $0.state == "firing" }
        let lag = list.unsentSince.map { max(0, now.timeIntervalSince($0)) } ?? 0
        var complaints: [(State, String)] = []
        // From a clock that is ahead it can't be told how old something is.
        if age > beatAllowance || age < -60 { complaints.append((.critical, "服务没有动静，最后一次在 \(Int(age)) 秒前")) }
        if now > list.validUntil { complaints.append((.critical, "结果文件过期未更新")) }
        if !grave.isEmpty { complaints.append((.critical, "严重告警 \(grave.count)：\(Self.names(grave))")) }
        let others = firing.filter { alert in !grave.contains(alert) }
        if !others.isEmpty { complaints.append((.warning, "告警 \(others.count)：\(Self.names(others))")) }
        state = complaints.map(\.0).max() ?? .good
        line = Self.line(
            state, complaints.isEmpty ? "一切正常" : complaints.map(\.1).joined(separator: "；"),
            [
                "age=\(max(0, Int(age)))s;;\(Int(beatAllowance));0", "alerts=\(firing.count);0;;0",
                "critical=\(grave.count);;0;0", "missing=\(list.missing);;;0", "unsent=\(list.unsent);;;0",
                "journal_lag=\(Int(lag))s;;;0",
            ])
    }

    private static func names(_ alerts: [AlertList.Alert]) -> String {
        let titles = alerts.map(\.title)
        let distinct = titles.indices.filter { titles[..<$0].contains(titles[$0]) == false }.map { titles[$0] }
        return distinct.prefix(3).joined(separator: "、") + (distinct.count > 3 ? "等" : "")
    }

    /// A bar would end the words and begin the data.
    private static func line(_ state: State, _ words: String, _ data: [String]) -> String {
        let clean = words.replacing("|", with: "/").replacing("\n", with: " ")
        return "NIANBAO \(state.word) - \(clean)" + (data.isEmpty ? "" : "|\(data.joined(separator: " "))")
    }
}
