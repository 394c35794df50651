import Foundation
import Office
import Reports
import Rules

/// A province that does not exist: cities of counties, each with as many bureaus as a test wants.
enum ManyOffices {
    private static let years = ["2024", "2023", "2022"]

    /// One office at the top, below it cities that only sum up, but for the first, and counties; every ninth county has not been heard of.
    static func roster(_ counties: Int, in cities: Int) -> OfficeRoster {
        let names = (0..<cities).map(city)
        return OfficeRoster(
            [.init(name: top, certificate: "top")]
                + names.enumerated().map { .init(name: $1, parent: top, certificate: $0 == 0 ? "city" : nil) }
                + (0..<counties).map {
                    .init(name: county($0), parent: names[$0 % cities], certificate: "county-\($0)")
                })
    }

    static let top = "江北省政务公开办公室"
    static func city(_ index: Int) -> String { "第\(index + 1)市" }
    static func county(_ index: Int) -> String { "第\(index % 14 + 1)市第\(index + 1)县" }

    static func offices(_ roster: OfficeRoster, bureaus: Int) -> [CollectedOffice] {
        let sending = roster.offices.filter { $0.certificate != nil }.enumerated().filter { $0.offset % 9 != 8 }
        return sending.map { index, office in
            CollectedOffice(
                name: office.name, source: office.certificate ?? "", ledger: "3f2c\(index)", record: 400 + index,
                recordedAt: County.now.addingTimeInterval(Double(-index * 600)),
                years: years.map { year in
                    var figures = OfficeYear(year: year)
                    figures.expected = bureaus
                    figures.submitted = year == "2024" ? bureaus * (60 + index % 40) / 100 : bureaus - index % 3
                    figures.overdue = year == "2024" ? 0 : index % 3
                    let returned = figures.submitted / 12
                    figures.verdicts = [
                        .accepted: figures.submitted - 3 * returned, .acceptedWithWarnings: returned,
                        .returned: returned,
                        .unreadable: returned,
                    ]
                    return figures
                })
        }
    }

    static func province(_ counties: Int = 100, in cities: Int = 14, bureaus: Int = 100) -> Province {
        let roster = roster(counties, in: cities)
        return Province(
            generatedAt: County.now, validUntil: County.now.addingTimeInterval(600), roster: roster,
            offices: offices(roster, bureaus: bureaus),
            troubles: [
                OfficeTrouble(
                    .fork, about: city(0), "\(city(0))的台账从第 311 条起分成了两支：该办公室可能用备份恢复过。核实前不再采用它后来的记录。",
                    since: County.now.addingTimeInterval(-7200), canBeConfirmed: true),
                OfficeTrouble(
                    .silent, about: county(3), "\(county(3))从昨天起没有任何日志传来。请对方检查机器、网络和 systemd-journal-upload。",
                    since: County.now.addingTimeInterval(-90_000)),
            ])
    }

    /// The bodies of an office, for all years.
    static func bodies(_ office: String, _ bureaus: Int) -> [OfficeBody] {
        let agencies = County.agencies(bureaus)
        return years.reversed().flatMap { year in
            agencies.enumerated().map { index, agency in
                let verdict = County.verdict(index + (year == "2024" ? 0 : 1))
                let report = verdict.map { verdict in
                    OfficeBody.Submitted(
                        version: 1 + index % 3, receivedAt: County.now.addingTimeInterval(Double(-index * 5000)),
                        errors: verdict == .returned ? 1 + index % 4 : 0, warnings: index % 3, waived: index % 2,
                        isEntered: index % 20 == 0)
                }
                return OfficeBody(
                    office: office, year: year, agency: agency.name, group: agency.group, sumsUp: index == 0,
                    isListed: index != 7,
                    state: verdict.map(DeskState.judged) ?? (year == "2024" ? .missing : .overdue),
                    deadline: index == 7 ? nil : "\((Int(year) ?? 0) + 1)-01-31", report: report)
            }
        }
    }

    static func totals(_ counties: Int = 100, in cities: Int = 14) -> ProvinceTotals {
        let roster = roster(counties, in: cities)
        let sums = roster.offices.enumerated().filter { $0.element.certificate != nil && $0.offset % 9 != 8 }
            .map { index, office in
                OfficeSum(
                    office: office.name, year: 2024, tally: tally(index), counted: 90, leftOut: 10,
                    own: index % 4 == 0 ? tally(index + index % 8) : nil)
            }
        return ProvinceTotals(
            year: 2024, roster: roster, sums: Dictionary(uniqueKeysWithValues: sums.map { ($0.office, $0) }))
    }

    /// Tables that agree with themselves.
    private static func tally(_ index: Int) -> Tally {
        var tally = Tally()
        for place in Tally.places {
            switch place {
            case .disclosureCell(.fees, _): tally[place] = ExactDecimal("\(index).5")
            case .disclosureCell(_, let column): tally[place] = ExactDecimal(index * 7 + column)
            case .requestsCell(.received, .naturalPerson), .requestsCell(.received, .total),
                .requestsCell(.granted, .naturalPerson), .requestsCell(.granted, .total),
                .requestsCell(.total, .naturalPerson), .requestsCell(.total, .total):
                tally[place] = ExactDecimal(index * 3)
            default: tally[place] = ExactDecimal(0)
            }
        }
        return tally
    }
}
