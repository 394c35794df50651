package import Foundation
import Reports

/// A file that somebody of the office has put into its folder, and what came of it.
package struct DeskFile: Sendable, Equatable {
    /// The file's name as a person may read it.
    package var name: String
    package var who: Decider
    package var at: Date
    package var content: Content

    package init(name: String, who: Decider, at: Date, content: Content) {
        self.name = name
        self.who = who
        self.at = at
        self.content = content
    }

    package enum Content: Sendable, Equatable {
        /// Each line in which something was filled in, and how many others there were.
        case list([Line], blank: Int)
        /// Nothing was taken from it; why, in Chinese, with an end mark.
        case refused(String)
    }

    /// A line of a list that was filled in.
    package struct Line: Sendable, Equatable, Codable {
        /// Counted from 1, as spreadsheets show it.
        package var row: Int
        package var year: String
        package var agency: String
        /// What was found.
        package var message: String
        package var wish: String
        package var why: String
        package var answer: Answer

        /// `finding` is what was found in the words of the ledger; `nil` where that has no such finding.
        package init(_ filled: WaiverSheet.Filled, _ finding: String?, _ answer: Answer) {
            row = filled.row
            year = filled.year.cut(toBytes: Length.word)
            agency = filled.agency.cut(toBytes: Length.name)
            message = (finding ?? filled.message).masked.cut(toBytes: Length.text)
            wish = filled.wish.masked.cut(toBytes: Length.word)
            why = filled.why.masked.cut(toBytes: Length.text)
            self.answer = answer
        }

        private enum Length {
            static let word = 30
            static let name = 120
            static let text = 600
        }
    }

    /// What came of a line.
    package enum Answer: String, Sendable, Codable, CaseIterable {
        case waived
        case unwaived
        case kept
        case alreadyWaived = "already-waived"
        case stale
        case decidedSince = "decided-since"
        case contradictory
        case unknown
        case notChecked = "not-checked"
        case noReason = "no-reason"
        case reasonTooLong = "reason-too-long"
        case noWish = "no-wish"
        case otherLedger = "other-ledger"

        /// The answer in the words of a clerk.
        package var words: String {
            switch self {
            case .waived: "已核销"
            case .unwaived: "已撤销核销，重新计入"
            case .kept: "维持，照旧计入"
            case .alreadyWaived: "已经核销过"
            case .stale: "报告已有新版本，此条已过时，请用新的核销单"
            case .decidedSince: "这份核销单做好以后，此条另有决定，请用新的核销单"
            case .contradictory: "同一条在这份文件里既填了“核销”又填了“维持”，都没有办理"
            case .unknown: "找不到此条"
            case .notChecked: "这份报告还没有校核结果，没有可以核销的问题"
            case .noReason: "缺理由"
            case .reasonTooLong: "理由过长，最多 \(Reason.longest) 字"
            case .noWish: "“处理”一栏只能填“核销”或“维持”"
            case .otherLedger: "不是本系统的核销单"
            }
        }

        /// Whether it is now as the line asks for.
        package var isAsWanted: Bool { [.waived, .unwaived, .kept, .alreadyWaived].contains(self) }
    }

    /// How many of its lines came to one of these answers.
    package func count(_ answers: Answer...) -> Int {
        guard case .list(let lines, _) = content else { return 0 }
        return lines.count { answers.contains($0.answer) }
    }

    /// 填写 5 行：核销 3 处，撤销核销 1 处，没有采纳 1 行；另有 12 行没有填写。
    package var summary: String {
        switch content {
        case .refused(let why): return why
        case .list(let lines, let blank):
            let refused = lines.count { !$0.answer.isAsWanted }
            let parts = [
                ("核销", count(.waived), "处"), ("撤销核销", count(.unwaived), "处"), ("维持", count(.kept), "处"),
                ("已经核销过", count(.alreadyWaived), "处"), ("没有采纳", refused, "行"),
            ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1) \($0.2)" }
            let rest = blank > 0 ? "；另有 \(blank) 行没有填写" : ""
            guard !lines.isEmpty else { return "没有一行填写了处理\(blank > 0 ? "，共 \(blank) 行" : "")。" }
            return "填写 \(lines.count) 行：\(parts.joined(separator: "，"))\(rest)。"
        }
    }
}
