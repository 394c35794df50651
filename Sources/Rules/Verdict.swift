/// What is said of a report as a whole. The raw value is the `verdict` of a result.
package enum Verdict: String, CaseIterable, Sendable, Codable {
    case accepted
    case acceptedWithWarnings = "accepted-with-warnings"
    case returned
    case unreadable
    case failed

    /// The verdict in the words of an office.
    package var name: String {
        switch self {
        case .accepted: "合格"
        case .acceptedWithWarnings: "基本合格，请核实"
        case .returned: "退回修改"
        case .unreadable: "无法校核"
        case .failed: "系统故障，待重试"
        }
    }

    /// The policy: an error returns a report, a warning asks for a look.
    package init(findings: [Finding]) { self.init(findings.map(\.severity)) }

    /// The same for findings of which no more is known.
    package init(_ severities: [Severity]) {
        if severities.contains(.error) {
            self = .returned
        } else if severities.contains(.warning) {
            self = .acceptedWithWarnings
        } else {
            self = .accepted
        }
    }
}
