/// A group of result rows in table 3, printed as a merged cell to their left.
package enum RequestGroup: String, CaseIterable, Sendable {
    case refused
    case unavailable
    case notProcessed = "not_processed"
    case other

    /// The words of the merged cell.
    package var label: String {
        switch self {
        case .refused: "（三）不予公开"
        case .unavailable: "（四）无法提供"
        case .notProcessed: "（五）不予处理"
        case .other: "（六）其他处理"
        }
    }
}
