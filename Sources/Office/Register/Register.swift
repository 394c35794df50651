/// 台账: every version of every report, in the order of year, agency and version.
package struct Register: Sendable, Equatable {
    /// A version, and whether it is what counts: no newer one has come, and no report of its file has taken its place.
    package struct Line: Sendable, Equatable {
        package var report: ReportSummary
        /// The group of its agency in the roster.
        package var group: String
        package var isCurrent: Bool
    }

    package let lines: [Line]

    /// The register of all versions; the roster gives the groups.
    package init(_ reports: [ReportSummary], expected: [ExpectedAgency] = []) {
        let groups = Dictionary(expected.map { ($0.filedAs, $0.group) }) { first, _ in first }
        let newest = Dictionary(
            reports.lazy.filter { !$0.isSuperseded }.map { ([$0.year, $0.agency], $0.version) }, uniquingKeysWith: max)
        lines =
            reports
            .sorted { ($1.year, $0.agency, $0.version) < ($0.year, $1.agency, $1.version) }
            .map { report in
                Line(
                    report: report, group: groups[report.agency] ?? "",
                    isCurrent: !report.isSuperseded && newest[[report.year, report.agency]] == report.version)
            }
    }
}
