package import Rules

/// How a body stands with its report for a year. The raw value is the `state` that programs see.
package enum DeskState: Sendable, Hashable, CaseIterable {
    case judged(Verdict)
    /// No report has come, and there is still time.
    case missing
    /// No report has come, and the last day is over.
    case overdue

    package static let allCases: [DeskState] = Verdict.allCases.map(DeskState.judged) + [.missing, .overdue]

    /// The state in the words of an office.
    package var name: String {
        switch self {
        case .judged(let verdict): verdict.name
        case .missing: "未报送"
        case .overdue: "逾期未报送"
        }
    }

    /// A sign that tells the state without colour.
    var sign: String {
        switch self {
        case .judged(let verdict): verdict.sign
        case .missing: "□"
        case .overdue: "■"
        }
    }
}

extension DeskState: RawRepresentable {
    package init?(rawValue: String) {
        guard let state = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = state
    }

    package var rawValue: String {
        switch self {
        case .judged(let verdict): verdict.rawValue
        case .missing: "missing"
        case .overdue: "overdue"
        }
    }
}
