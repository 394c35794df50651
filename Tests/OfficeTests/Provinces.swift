import Foundation
import Reports
import Rules

@testable import Office

/// A province made by hand: two cities, of which one has two counties and the other is a level that only sums up.
enum Provinces {
    static let roster = OfficeRoster([
        .init(name: "东州市", certificate: "dongzhou"), .init(name: "青岚县", parent: "东州市", certificate: "qinglan"),
        .init(name: "白鹭县", parent: "东州市", certificate: "bailu"), .init(name: "西州市"),
        .init(name: "云溪县", parent: "西州市", certificate: "yunxi"),
        .init(name: "石桥县", parent: "西州市", certificate: "shiqiao"),
    ])

    static func year(
        _ year: String = "2024", expected: Int, submitted: Int, overdue: Int = 0, _ verdicts: [Verdict: Int] = [:]
    ) -> OfficeYear {
        var figures = OfficeYear(year: year)
        (figures.expected, figures.submitted, figures.overdue) = (expected, submitted, overdue)
        figures.verdicts = verdicts
        return figures
    }

    static func office(_ name: String, record: Int = 7, later: TimeInterval = 0, _ years: OfficeYear...)
        -> CollectedOffice
    {
        CollectedOffice(
            name: name, source: "\(name).example", ledger: "ledger-\(name)", record: record,
            recordedAt: Samples.morning.addingTimeInterval(later), years: years)
    }

    /// Of 石桥县 nothing has come.
    static let offices = [
        office("东州市", year(expected: 4, submitted: 3, overdue: 1, [.accepted: 2, .returned: 1])),
        office(
            "青岚县", later: 3600, year(expected: 10, submitted: 6, [.accepted: 4, .acceptedWithWarnings: 2]),
            year("2023", expected: 10, submitted: 10, [.accepted: 10])),
        // One report is of a body that the roster does not have.
        office("白鹭县", later: -3600, year(expected: 5, submitted: 2, overdue: 2, [.unreadable: 1, .failed: 2])),
        office("云溪县", year(expected: 3, submitted: 3, [.accepted: 3])),
    ]

    static func province(
        _ offices: [CollectedOffice] = offices, roster: OfficeRoster = roster, troubles: [OfficeTrouble] = [],
        at date: Date = Samples.morning
    ) -> Province {
        Province(
            generatedAt: date, validUntil: date.addingTimeInterval(600), roster: roster, offices: offices,
            troubles: troubles)
    }

    static func body(
        _ agency: String = "青岚县财政局", office: String = "青岚县", year: String = "2024",
        _ state: DeskState = .judged(.accepted),
        sumsUp: Bool = false, isListed: Bool = true, errors: Int = 0, isEntered: Bool = false
    ) -> OfficeBody {
        var report: OfficeBody.Submitted?
        if case .judged = state {
            report = .init(
                version: 2, receivedAt: Samples.morning, errors: errors, warnings: 1, waived: 3, isEntered: isEntered)
        }
        return OfficeBody(
            office: office, year: year, agency: agency, group: "县直部门", sumsUp: sumsUp, isListed: isListed, state: state,
            deadline: isListed ? "2025-01-31" : nil, report: report)
    }

    /// A tally in which one cell has a number, and all others nought.
    static func tally(_ number: Int, fees: String = "0") -> Tally {
        var tally = Tally()
        for place in Tally.places { tally[place] = ExactDecimal(0) }
        for row in [RequestRow.received, .granted, .total] {
            for applicant in [Applicant.naturalPerson, .total] {
                tally[.requestsCell(row, applicant)] = ExactDecimal(number)
            }
        }
        tally[.disclosureCell(.fees, column: 0)] = ExactDecimal(fees)
        return tally
    }

    static func sum(
        _ office: String, _ number: Int, counted: Int, leftOut: Int = 0, fees: String = "0", own: Tally? = nil
    ) -> OfficeSum {
        OfficeSum(
            office: office, year: 2024, tally: tally(number, fees: fees), counted: counted, leftOut: leftOut, own: own)
    }
}
