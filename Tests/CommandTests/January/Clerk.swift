import Fixtures
import Foundation
import Reports

/// Somebody in a bureau who has the report before the eyes and mends it by what the bureau's own receipt says, and by nothing else.
struct Clerk {
    /// A receipt that nobody could go by.
    struct AtALoss: Error {
        var receipt: String
    }

    var report: SampleReport

    /// Does what a receipt asks for, be it text or a page.
    mutating func mend(by receipt: String) throws {
        let words = Answers.plain(receipt)
        let before = report
        mendNumbers(by: words)
        mendWords(by: words)
        if TextLayout.tabs.text(of: report) == TextLayout.tabs.text(of: before) { throw AtALoss(receipt: words) }
    }

    private mutating func mendNumbers(by words: String) {
        for match in words.matches(of: /表三“([^“”]+?)”行：前六栏之和为 ([0-9]+)，总计栏为 [0-9]+。/) {
            for row in Self.requests(match.1) { report.requests[row]?[6] = String(match.2) }
        }
        for match in words.matches(of: /表四“([^“”]+?)”[^：]*：四种结果之和为 ([0-9]+)，总计为 [0-9]+。/) {
            for block in ReviewBlock.allCases where block.label == match.1 {
                report.review[block]?[4] = String(match.2)
            }
        }
        for match in words.matches(of: /表三“([^“”]+?)”行“([^“”]+?)”栏是空白。/) {
            let column = Applicant.allCases.firstIndex { $0.label == match.2 }
            for row in Self.requests(match.1) { if let column { report.requests[row]?[column] = "0" } }
        }
        for match in words.matches(of: /表二“([^“”]+?)”行[^。]*写的是“无”，不是数量。/) {
            for row in DisclosureRow.allCases where row.label == match.1 { report.disclosure[row] = ["0"] }
        }
    }

    private mutating func mendWords(by words: String) {
        if words.contains("请写明本年度收取信息处理费的情况") {
            report.ownPassages[.other] = ["\(report.year)年，本机关未收取政府信息公开信息处理费。"]
        }
        for section in Section.allCases {
            if words.contains("请按格式补上“\(section.heading)”这一部分及其标题") {
                report.order = (report.order + [section]).sorted()
            }
            if words.contains("请把标题改为“\(section.heading)”") { report.headings[section] = section.heading }
        }
        for match in words.matches(of: /文字所述新收申请[^0-9。]*([0-9]+)[^0-9。]*表三[^0-9。]*([0-9]+)/) {
            report.ownPassages[.overview] = report.passages[.overview]?.map {
                $0.replacing("\(match.1)件", with: "\(match.2)件")
            }
        }
    }

    private static func requests(_ label: Substring) -> [RequestRow] {
        RequestRow.allCases.filter { $0.label == label || $0.fullLabel == label }
    }
}
