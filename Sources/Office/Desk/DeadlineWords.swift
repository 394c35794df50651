import Foundation

/// What is said of the last days for the reports on a year.
struct DeadlineWords {
    private let now: Date
    private let zone: TimeZone
    /// The last days, each once, the earliest first.
    private let days: [Date]

    init(_ lines: [YearStanding.Line], at now: Date, in zone: TimeZone) {
        self.now = now
        self.zone = zone
        days = Set(lines.map(\.deadline)).sorted().map(DeadlineWords.lastDay(before:))
    }

    /// The moment too late belongs to the day after.
    private static func lastDay(before deadline: Date) -> Date { deadline.addingTimeInterval(-1) }

    /// The dates and how far they are, for the year as a whole; empty where nobody is awaited.
    var summary: String {
        guard let first = days.first, let last = days.last else { return "" }
        if days.count == 1 { return "报送期限 \(first.day(in: zone))，\(distance(to: first))" }
        return "报送期限 \(first.day(in: zone))至 \(last.day(in: zone))，因单位而异；最后一个\(distance(to: last))"
    }

    /// The last day of a body, 期限 1月31日.
    func lastDay(of line: YearStanding.Line) -> String {
        let parts = Calendar.office(in: zone).dateComponents([.month, .day], from: Self.lastDay(before: line.deadline))
        return "期限 \(parts.month ?? 0)月\(parts.day ?? 0)日"
    }

    /// What is to be said beside a missing body: its date where dates differ, and that it is over where it is not over for all.
    func notes(of line: YearStanding.Line) -> [String] {
        guard days.count > 1 else { return [] }
        return [lastDay(of: line) + (line.state == .overdue ? "，已逾期" : "")]
    }

    private func distance(to day: Date) -> String {
        switch day.days(since: now, in: zone) {
        case 0: "今天截止"
        case let days where days > 0: "还有 \(days) 天"
        case let days: "已截止 \(-days) 天"
        }
    }
}
