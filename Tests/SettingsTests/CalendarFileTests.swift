import Foundation
import Reports
import Settings
import Testing

@Suite struct `The calendar of days off` {
    private func parse(_ text: String) throws -> WorkCalendar {
        try CalendarFile.parse(Array(text.utf8), file: "calendar.csv")
    }

    private func problems(_ text: String) -> [RosterProblem] {
        do throws(RosterError) {
            _ = try CalendarFile.parse(Array(text.utf8), file: "calendar.csv")
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: ["2027-02-06", "2027/2/6", "2027年2月6日"])
    func `reads a day however a spreadsheet writes it`(text: String) throws {
        let calendar = try parse("\u{FEFF}日期,类型,说明\r\n\(text),休息,春节\r\n,,\r\n2027-2-20,上班,调休\r\n")
        #expect(
            calendar.exceptions == [
                Period.Day(year: 2027, month: 2, day: 6): false, Period.Day(year: 2027, month: 2, day: 20): true,
            ])
    }

    @Test func `is read in the national character set, too`() throws {
        let national = try #require("日期,类型\n2027-02-06,休息\n".data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect(try CalendarFile.parse([UInt8](national), file: "").exceptions.count == 1)
    }

    @Test func `tells everything that is wrong with row and column`() {
        #expect(
            problems("日期,类型\n2027-02-30,休息\n2027-02-06,放假\n2027-02-07,休息\n2027-02-07,上班\n").map(\.description) == [
                " 第 2 行“日期”列：“2027-02-30”应为年、月、日，如 2027-02-06。",
                " 第 3 行“类型”列：“放假”应为“休息”或“上班”。",
                " 第 5 行“日期”列：“2027-02-07”与第 4 行重复。请只保留一处。",
            ])
        #expect(problems("日子,类型\n2027-02-06,休息\n") == [.missingColumn("日期")])
    }

    @Test func `that is shipped is empty, and right`() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../etc/calendar.csv").standardized
        #expect(try CalendarFile.parse([UInt8](Data(contentsOf: file)), file: "").exceptions.isEmpty)
    }
}
