/// A day of every year, without the year.
package struct MonthDay: Sendable, Hashable {
    package let month: Int
    package let day: Int

    /// 31 January, by which departments hand in their reports. Source: 政府信息公开条例, article 49.
    package static let byLaw = MonthDay(1, 31)

    /// 31 March, by which a government's own report is published. Source: 政府信息公开条例, article 49.
    package static let byLawOfGovernments = MonthDay(3, 31)

    /// The day in a year; 28 February for a leap day that the year does not have.
    package func day(in year: Int) -> Period.Day {
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        return Period.Day(year: year, month: month, day: month == 2 && day == 29 && !isLeap ? 28 : day)
    }

    /// The day as settings and rosters write it, 1-31.
    package var text: String { "\(month)-\(day)" }

    private init(_ month: Int, _ day: Int) {
        self.month = month
        self.day = day
    }

    /// Reads 1-26, 01/26, 1月26日, or the same with a year in front, as spreadsheets make of it; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split { !$0.isNumber }.map { Int($0) }
        guard text.allSatisfy({ $0.isNumber || "-/.年月日".contains($0) }), (2...3).contains(parts.count),
            let month = parts[parts.count - 2], let day = parts[parts.count - 1],
            (1...12).contains(month), (1...MonthDay.lengths[month - 1]).contains(day)
        else { return nil }
        self.init(month, day)
    }

    private static let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}
