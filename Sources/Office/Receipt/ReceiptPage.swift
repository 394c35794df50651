package import Foundation
import Rules

/// The receipt of a report, 回执 or 退回修改意见: a page that prints on A4 and needs nothing but itself.
package enum ReceiptPage {
    /// The page of a version. Times are those of `zone`.
    package static func html(for version: ReportVersion, in zone: TimeZone = .china) -> String {
        let arrival = [
            ReceiptView.Entry(name: "报送版本", text: "第 \(version.version) 版"),
            ReceiptView.Entry(name: "收到时间", text: version.receivedAt.said(in: zone)),
        ]
        let view = ReceiptView(version.result, agency: version.agency, year: version.year, arrival: arrival)
        return Pages.render(view, with: "receipt")
    }

    /// The page of a result that was made by hand, outside the ledger.
    package static func html(for result: Result) -> String {
        let view = ReceiptView(
            result, agency: result.agency ?? "（报告未写明）", year: result.year.map(String.init) ?? "（报告未写明）",
            arrival: [])
        return Pages.render(view, with: "receipt")
    }
}
