/// A block of five columns in table 4, 政府信息公开行政复议、行政诉讼情况.
package enum ReviewBlock: String, CaseIterable, Sendable {
    case reconsideration
    case litigationDirect = "litigation_direct"
    case litigationAfterReconsideration = "litigation_after_reconsideration"

    /// The words at the head of the block.
    package var label: String {
        switch self {
        case .reconsideration: "行政复议"
        case .litigationDirect: "未经复议直接起诉"
        case .litigationAfterReconsideration: "复议后起诉"
        }
    }
}
