/// A column of table 3: who asked for the information, and the total of the six.
package enum Applicant: String, CaseIterable, Sendable {
    case naturalPerson = "natural_person"
    case business
    case research
    case publicWelfare = "public_welfare"
    case legalService = "legal_service"
    case other
    case total

    /// The words at the head of the column.
    package var label: String {
        switch self {
        case .naturalPerson: "自然人"
        case .business: "商业企业"
        case .research: "科研机构"
        case .publicWelfare: "社会公益组织"
        case .legalService: "法律服务机构"
        case .other: "其他"
        case .total: "总计"
        }
    }

    /// The six columns that make up `total`.
    package static let parts: [Applicant] = allCases.filter { $0 != .total }
}
