import ArgumentParser
import Foundation
import Office

/// Which year is asked about.
struct YearOption: ParsableArguments {
    @Option(help: ArgumentHelp("报告的年度，如 2024 或 未知年度。不写的，取总览页打开时显示的年度。", valueName: "年度"))
    var year: FiledYear?

    /// How the year stands now.
    func standing(in overview: Overview) -> YearStanding {
        let wanted = year?.name ?? overview.currentYear()
        return overview.standing(of: wanted)
    }
}

/// A year under which reports are filed, that of the reports that do not say theirs included.
struct FiledYear: ExpressibleByArgument {
    let name: String

    init?(argument: String) {
        guard argument == Filing.unknownYear || Int(argument) != nil else { return nil }
        name = argument
    }
}
