package import Foundation
import Rules

/// The register for WPS and Excel.
package enum RegisterTable {
    static let heads = [
        "年度", "单位", "分组", "版本", "当前", "结论", "收到时间", "须改正", "请核实", "文件", "规则版本", "SHA-256", "备注", "回执",
    ]

    /// The text of `register.csv`. Times are those of `zone`.
    package static func csv(for register: Register, in zone: TimeZone = .china) -> String {
        CSV.text(
            head: heads,
            rows: register.lines.lazy.map { line in
                let report = line.report
                return [
                    report.year, report.agency, line.group, String(report.version), line.mark, report.verdict.name,
                    report.receivedAt.brief(in: zone), report.digits(\.errors), report.digits(\.warnings),
                    report.place, report.rulebook, report.sha256, report.remark, "\(report.path)/receipt.html",
                ]
            })
    }
}

extension Register.Line {
    /// How the table says that no newer version has come.
    var mark: String { isCurrent ? "是" : "否" }
}
