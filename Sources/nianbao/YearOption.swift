import ArgumentParser
import Foundation
import Office

/// Which year is asked about.
struct YearOption: ParsableArguments {
    @Option(help: ArgumentHelp("报告的年度，如 2024。不写的，取总览页打开时显示的年度。", valueName: "年度"))
    var year: Int?

    /// How the year stands now.
    func standing(in overview: Overview) -> YearStanding {
        let wanted = year.map(String.init) ?? overview.currentYear()
        return overview.standings().first { $0.year == wanted }
            ?? YearStanding(year: wanted, expected: overview.expected, reports: [], at: overview.generatedAt)
    }
}
