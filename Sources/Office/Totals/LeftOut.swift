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
        /// Cells in which no number stands.
        case gaps([Place])
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
}

extension LeftOut.Reason {
    /// Why a report does not count; `nil` where it does.
    init?(_ standing: Standing, gaps: [Place]) {
        switch standing.verdict {
        case .returned: self = .returned
        case .unreadable: self = .unreadable
        case .failed: self = .failed
        case .accepted, .acceptedWithWarnings:
            guard standing.checked.isOfContent else {
                self = .noNumbers
                return
            }
            if gaps.isEmpty { return nil }
            self = .gaps(gaps)
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
        case .gaps(let places):
            "有 \(places.count) 格不是数字：\(places.first?.description ?? "")\(places.count > 1 ? "等" : "")"
        case .missing: "尚未报送"
        }
    }
}
