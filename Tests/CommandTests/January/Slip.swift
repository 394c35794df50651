import Fixtures
import Reports

/// What goes wrong when a report is written.
enum Slip: String, CaseIterable {
    case rowTotal, reviewTotal, blank, word, noFeeStatement, noProblems, heading, wrongRequests, wrongDocuments
    case carryOver, effectiveCount, copied

    /// The rules that it breaks.
    var rules: [String] {
        switch self {
        case .rowTotal: ["table3-row-total", "table3-results-total"]
        case .reviewTotal: ["table4-total"]
        case .blank: ["cell-blank"]
        case .word: ["cell-not-number"]
        case .noFeeStatement: ["fee-statement-missing"]
        case .noProblems: ["section-missing"]
        case .heading: ["section-title"]
        case .wrongRequests: ["narrative-requests"]
        case .wrongDocuments: ["narrative-normative-documents"]
        case .carryOver: ["carry-over"]
        case .effectiveCount: ["effective-count"]
        case .copied: ["near-copy"]
        }
    }

    /// How many places are found: a column and the sum go with each other.
    var places: Int { self == .carryOver ? 2 : rules.count }

    /// Whether the report goes back for it. Of the rest the bureau is asked to make sure.
    var returns: Bool {
        ![.heading, .wrongRequests, .wrongDocuments, .effectiveCount, .copied].contains(self)
    }

    /// Makes it in a report.
    func spoil(_ report: inout SampleReport) {
        switch self {
        case .rowTotal: report[.granted, 6] += 1
        case .reviewTotal: report.review[.litigationDirect]?[4] = "99"
        case .blank: report.requests[.feeOverdue]?[3] = ""
        case .word: report.disclosure[.coercion] = ["无"]
        case .noFeeStatement: report.ownPassages[.other] = ["本机关没有其他需要报告的事项，特此说明。"]
        case .noProblems: report.order.removeAll { $0 == .problems }
        case .heading: report.headings[.requests] = "三、收到和处理政府信息公开情况"
        case .wrongRequests:
            report.ownPassages[.overview] = report.ownPassages[.overview]?.map {
                $0.replacing("申请\(report.received)件", with: "申请\(report[.received, 6] + 7)件")
            }
        case .wrongDocuments: report.ownPassages[.disclosure] = ["本年度本机关制发行政规范性文件77件。"]
        case .carryOver, .effectiveCount: break
        case .copied: report.ownPassages[.problems] = Self.longProblems
        }
    }

    /// Makes it in the numbers themselves: such a report agrees with itself, but not with that of the year before.
    func spoil(_ figures: inout Figures) {
        switch self {
        case .carryOver: figures.carriedIn[0] += 3
        case .effectiveCount: figures.documents[2] += 5
        // Where a cell is left out, or a word stands in it, nothing is what it says.
        case .blank: figures.results[.feeOverdue]?[3] = 0
        case .word: figures.coercion = 0
        default: break
        }
    }

    /// Long enough that nobody comes to it by chance.
    static let longProblems = [
        "存在的主要问题：一是政策解读多为文字材料，篇幅偏长，术语较多，基层群众反映看不明白；二是部分科室对哪些信息应当主动公开把握不准，更新不够及时。",
        "改进情况：一是凡是涉及群众切身利益的文件，解读时一律配发图表和问答，先请社区居民试读，看不懂的重新改写；二是编印公开事项清单，逐项写明责任科室和更新时限，按月检查并通报。",
    ]
}
