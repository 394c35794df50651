import Foundation
import Reports
import Rules
import Testing

@testable import Office

/// What the site of a province of 100 counties and of a country of 3,000 takes. The time is printed, not held to a limit: the machine may be
/// busy.
@Suite struct `Many offices` {
    private static let years = ["2024", "2023", "2022"]

    private func roster(_ counties: Int) -> OfficeRoster {
        OfficeRoster(
            (0..<(counties / 100 * 10)).map { .init(name: "第\($0)市") }
                + (0..<counties).map {
                    .init(name: "第\($0)县", parent: "第\($0 / 10)市", certificate: "county-\($0)")
                })
    }

    private func province(_ counties: Int) -> Province {
        let years = Self.years.map {
            Provinces.year($0, expected: 100, submitted: 90, overdue: 5, [.accepted: 80, .returned: 10])
        }
        let offices = (0..<counties).map { number in
            CollectedOffice(
                name: "第\(number)县", source: "county-\(number)", ledger: "\(number)", record: number,
                recordedAt: Samples.morning, years: years)
        }
        return Provinces.province(offices, roster: roster(counties))
    }

    /// Says how long something took and how large it became.
    private func measured(_ what: String, _ make: () throws -> Int) rethrows {
        var bytes = 0
        let time = try ContinuousClock().measure { bytes = try make() }
        print("\(what): \(time.formatted(.units(allowed: [.seconds, .milliseconds]))), \(bytes) bytes")
        #expect(bytes < 40_000_000)
    }

    @Test(arguments: [100, 3_000]) func `have pages of a moderate size`(counties: Int) throws {
        let province = province(counties)
        measured("the value of \(counties) offices") { self.province(counties).whole.heard }
        measured("overview of \(counties)") { ProvincePage.html(for: province).utf8.count }
        try measured("province.json of \(counties)") { try ProvinceFile.json(for: province).utf8.count }
        let bodies = Self.years.flatMap { year in (0..<100).map { Provinces.body("第\($0)局", office: "第1县", year: year) }
        }
        measured("page of a county with 100 bodies and 3 years") {
            OfficePage.html(of: "第1县", in: province, bodies: bodies)?.utf8.count ?? 0
        }
        measured("page of a city") { OfficePage.html(of: "第1市", in: province, bodies: [])?.utf8.count ?? 0 }
    }

    @Test(arguments: [100, 3_000]) func `have tables of a moderate size`(counties: Int) throws {
        let sums = (0..<counties).map {
            Provinces.sum(
                "第\($0)县", $0, counted: 90, leftOut: 10, fees: "\($0).25", own: $0 % 10 == 0 ? Provinces.tally(7) : nil)
        }
        let byName = Dictionary(uniqueKeysWithValues: sums.map { ($0.office, $0) })
        let totals = ProvinceTotals(year: 2024, roster: roster(counties), sums: byName)
        measured("sums of \(counties)") {
            ProvinceTotals(year: 2024, roster: roster(counties), sums: byName).levels.count
        }
        measured("totals.html of \(counties)") { ProvinceTotalsPage.html(for: totals).utf8.count }
        measured("totals of one county") { ProvinceTotalsPage.html(of: totals.levels[1], in: totals).utf8.count }
        measured("totals.csv of \(counties)") { ProvinceTotalsTable.csv(for: totals).utf8.count }
        try measured("totals.json of \(counties)") { try ProvinceTotalsFile.json(for: totals).utf8.count }
        try measured("totals.xlsx of \(counties)") { try ProvinceTotalsWorkbook.bytes(for: totals).count }
    }

    @Test(arguments: [30_000]) func `have a register of a moderate size`(lines: Int) throws {
        let body = Provinces.body()
        measured("register.csv of \(lines) lines") {
            (0..<lines).reduce(0) { sum, _ in sum + ProvinceRegister.csvLine(body, above: ["某市"]).utf8.count }
        }
        try measured("register.xlsx of \(lines) lines") {
            try ProvinceRegister.workbook { take in for _ in 0..<lines { try take(body, ["某市"]) } }.count
        }
    }
}
