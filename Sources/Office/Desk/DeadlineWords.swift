import Foundation
import Reports

/// What is said of the last days for the reports on a year.
struct DeadlineWords {
    private let today: Period.Day
    /// The last days, each once, the earliest first.
    private let days: [Period.Day]
    private let isAsked: Bool

    init(_ standing: YearStanding, at now: Date, in zone: TimeZone) {
        today = Period.Day(now, in: zone)
        days = Set(standing.lines.map(\.deadline.day)).sorted()
        isAsked = standing.isAsked
    }

    /// The dates and how far they are, for the year as a whole; empty where nobody is awaited.
    var summary: String {
        guard let first = days.first, let last = days.last else { return "" }
        guard isAsked else { return "往年的报告，不催报" }
        if first == last { return "报送期限 \(first.words)，\(distance(to: first))" }
        return "报送期限 \(first.words)至 \(last.words)，因单位而异；最后一个\(distance(to: last))"
    }

    /// The last day of a body, 期限 1月31日; empty where nobody waits.
    func lastDay(of line: YearStanding.Line) -> String {
        isAsked ? "期限 \(line.deadline.day.month)月\(line.deadline.day.day)日" : ""
    }

    /// What is to be said beside a missing body: its date where dates differ, and that it is over where it is not over for all.
    func notes(of line: YearStanding.Line) -> [String] {
        guard isAsked, days.count > 1 else { return [] }
        return [lastDay(of: line) + (line.state == .overdue ? "，已逾期" : "")]
    }

    private func distance(to day: Period.Day) -> String {
        switch day.ordinal - today.ordinal {
        case 0: "今天截止"
        case let days where days > 0: "还有 \(days) 天"
        case let days: "已截止 \(-days) 天"
        }
    }
}

extension Period.Day {
    /// The day for people, 2025年1月20日.
    var words: String { "\(year)年\(month)月\(day)日" }

    /// The day for programs, `2025-01-20`.
    package var stamp: String { "\(year)-\(String(month + 100).dropFirst())-\(String(day + 100).dropFirst())" }
}
