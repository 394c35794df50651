import Linux
package import Reports
import SwiftCSV
package import SystemPackage

/// The days off and the days made up for, as a table that an office edits each year: 日期, 类型 (休息 or 上班), 说明.
package enum CalendarFile {
    private static let largestFile = 1_000_000
    private static let columns = ["日期", "类型", "说明"]

    /// The calendar of a file.
    package static func load(from path: FilePath) throws(RosterError) -> WorkCalendar {
        try parse(RosterFile.bytes(of: path, setting: "deadlines.calendar"), file: path.string)
    }

    /// The calendar that the bytes of a file hold.
    package static func parse(_ bytes: [UInt8], file: String) throws(RosterError) -> WorkCalendar {
        let table = try RosterFile.table(bytes, file: file)
        let titles = table.header.map { $0.filter { !$0.isWhitespace } }
        var problems: [RosterProblem] = columns.prefix(2).filter { !titles.contains($0) }.map { .missingColumn($0) }
        var days: [Period.Day: (isWorked: Bool, row: Int)] = [:]
        for (row, fields) in zip(2..., table.rows) where problems.isEmpty || row > 2 {
            let value = { (column: String) -> String in
                guard let place = titles.firstIndex(of: column), fields.indices.contains(place) else { return "" }
                return String(fields[place].filter { !$0.isWhitespace })
            }
            guard !value("日期").isEmpty || !value("类型").isEmpty else { continue }
            guard let day = day(value("日期")) else {
                problems.append(.badValue(row: row, column: "日期", value: value("日期"), expected: "年、月、日，如 2027-02-06"))
                continue
            }
            guard let isWorked = ["上班": true, "休息": false][value("类型")] else {
                problems.append(.badValue(row: row, column: "类型", value: value("类型"), expected: "“休息”或“上班”"))
                continue
            }
            if let first = days[day] {
                problems.append(.repeated(row: row, column: "日期", value: value("日期"), firstRow: first.row))
            }
            days[day] = (isWorked, row)
        }
        guard problems.isEmpty else { throw RosterError(file: file, problems: problems) }
        return WorkCalendar(exceptions: days.mapValues(\.isWorked))
    }

    /// 2027-02-06, 2027/2/6, 2027年2月6日.
    private static func day(_ text: String) -> Period.Day? {
        let parts = text.split { !$0.isNumber }
        guard parts.count == 3, let year = Int(parts[0]), (2000...2999).contains(year),
            let date = MonthDay(text), date.day(in: year).day == date.day
        else { return nil }
        return date.day(in: year)
    }
}
