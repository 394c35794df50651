package import Reports
import Rules

/// A body whose numbers are not in the totals.
package struct LeftOut: Sendable, Equatable {
    /// Why they are not.
    package enum Reason: Sendable, Equatable {
        case returned
        case unreadable
        case failed
        /// The office has accepted what could not be read: there are no numbers to sum.
        case noNumbers
        /// So many cells in which no number stands, and the first of them where it is known.
        case gaps(Int, first: Place? = nil)
        /// It lies in the folder of another body: nobody knows whose it is.
        case misplaced
        /// Its body has a later report under this name, which counts.
        case replaced(by: String)
        /// No report has come.
        case missing
    }

    package var agency: String
    /// The current version; `nil` where no report has come.
    package var version: Int?
    package var reason: Reason

    package init(agency: String, version: Int?, reason: Reason) {
        self.agency = agency
        self.version = version
        self.reason = reason
    }

    /// Whether another report of its body counts instead.
    var isReplaced: Bool {
        if case .replaced = reason { true } else { false }
    }
}

extension LeftOut.Reason {
    /// Why the report of an agency does not count; `nil` where it does.
    init?(_ agency: String, _ standing: Standing, gaps: [Place]) {
        self.init(agency, standing.verdict, isRead: standing.checked.isOfContent, gaps: gaps.count, first: gaps.first)
    }

    init?(_ agency: String, _ verdict: Verdict, isRead: Bool, gaps: Int, first: Place? = nil) {
        switch verdict {
        case _ where Filing.isApart(agency): self = .misplaced
        case .returned: self = .returned
        case .unreadable: self = .unreadable
        case .failed: self = .failed
        case .accepted, .acceptedWithWarnings:
            guard isRead else {
                self = .noNumbers
                return
            }
            if gaps == 0 { return nil }
            self = .gaps(gaps, first: first)
        }
    }

    /// The reason for programs.
    var id: String {
        switch self {
        case .returned: "returned"
        case .unreadable: "unreadable"
        case .failed: "failed"
        case .noNumbers: "no-numbers"
        case .gaps: "gaps"
        case .misplaced: "misplaced"
        case .replaced: "replaced"
        case .missing: "missing"
        }
    }

    /// The reason for people.
    var words: String {
        switch self {
        case .returned: "已退回修改，待重新报送"
        case .unreadable: "文件无法校核，待重新报送"
        case .failed: "系统故障，将自动重试"
        case .noNumbers: "由办公室认定合格，文件无法读出数据"
        case .gaps(let count, let first):
            "有 \(count) 格不是数字" + (first.map { "：\($0.description)\(count > 1 ? "等" : "")" } ?? "")
        case .misplaced: "放在别的单位的收件文件夹里，不计入任何一个单位"
        case .replaced(let name): ReportSummary.replaced(by: name)
        case .missing: "尚未报送"
        }
    }
}

/// A body whose numbers do not count, as files for programs write it.
struct LeftOutRecord: Encodable {
    let agency: String
    let version: Int?
    let reason, message: String

    init(_ left: LeftOut) {
        (agency, version) = (left.agency, left.version)
        (reason, message) = (left.reason.id, left.reason.words)
    }

    enum CodingKeys: String, CodingKey { case agency, version, reason, message }

    /// Writes every key, `null` where there is nothing.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(agency, forKey: .agency)
        try container.encode(version, forKey: .version)
        try container.encode(reason, forKey: .reason)
        try container.encode(message, forKey: .message)
    }
}
