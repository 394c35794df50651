/// A column of a block of table 4: how the cases ended, and the total of the four.
package enum ReviewOutcome: String, CaseIterable, Sendable {
    case upheld
    case corrected
    case other
    case pending
    case total

    /// The words at the head of the column.
    package var label: String {
        switch self {
        case .upheld: "结果维持"
        case .corrected: "结果纠正"
        case .other: "其他结果"
        case .pending: "尚未审结"
        case .total: "总计"
        }
    }

    /// The four outcomes that make up `total`.
    package static let parts: [ReviewOutcome] = allCases.filter { $0 != .total }
}
