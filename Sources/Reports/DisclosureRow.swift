/// A row of table 2, 主动公开政府信息情况. The raw value is its id in results and places.
package enum DisclosureRow: String, CaseIterable, Sendable {
    case rules
    case normativeDocuments = "normative_documents"
    case licensing
    case penalties
    case coercion
    case fees = "fees_10k_yuan"

    /// The words the form prints for the row.
    package var label: String {
        switch self {
        case .rules: "规章"
        case .normativeDocuments: "行政规范性文件"
        case .licensing: "行政许可"
        case .penalties: "行政处罚"
        case .coercion: "行政强制"
        case .fees: "行政事业性收费"
        }
    }

    /// The heads of the row's columns: three for documents, one for the others.
    package var columns: [String] {
        switch self {
        case .rules, .normativeDocuments: ["本年制发件数", "本年废止件数", "现行有效件数"]
        case .licensing, .penalties, .coercion: ["本年处理决定数量"]
        case .fees: ["本年收费金额（单位：万元）"]
        }
    }
}
