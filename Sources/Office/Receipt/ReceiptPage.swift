package import Foundation
import Rules

/// The receipt of a report, 回执 or 退回修改意见: a page that prints on A4 and needs nothing but itself.
package enum ReceiptPage {
    /// The page of a version, with what it changes against the one before. Times are those of `zone`.
    package static func html(
        for version: ReportVersion, after previous: ReportVersion? = nil, letter: Letter = Letter(),
        in zone: TimeZone = .china
    ) -> String {
        Pages.render(ReceiptView(of: version, after: previous, letter: letter, in: zone), with: "receipt")
    }

    /// The page of a result that was made by hand, outside the ledger.
    package static func html(for result: ReportResult) -> String {
        let view = ReceiptView(
            result, standing: Standing(result), agency: result.agency, year: result.year.map(String.init))
        return Pages.render(view, with: "receipt")
    }
}

extension ReceiptView {
    /// The receipt of a version, with what it changes against the one before.
    init(of version: ReportVersion, after previous: ReportVersion?, letter: Letter, in zone: TimeZone) {
        self.init(
            version.result, standing: version.standing, agency: version.agency, year: version.year,
            arrival: Arrival(version: ReportSummary(version), letter: letter, zone: zone, entry: version.entry),
            revision: previous.map { Revision(from: $0, to: version) })
    }
}
