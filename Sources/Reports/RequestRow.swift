/// A row of table 3, 收到和处理政府信息公开申请情况. The raw value is its id in results and places.
package enum RequestRow: String, CaseIterable, Sendable {
    case received
    case carriedIn = "carried_in"
    case granted
    case partlyGranted = "partly_granted"
    case stateSecret = "refused.state_secret"
    case prohibitedByLaw = "refused.prohibited_by_law"
    case securityAndStability = "refused.security_and_stability"
    case thirdPartyRights = "refused.third_party_rights"
    case internalAffairs = "refused.internal_affairs"
    case processInformation = "refused.process_information"
    case enforcementFiles = "refused.enforcement_files"
    case administrativeQuery = "refused.administrative_query"
    case notHeld = "unavailable.not_held"
    case needsCreation = "unavailable.needs_creation"
    case unclearAfterCorrection = "unavailable.unclear_after_correction"
    case petition = "not_processed.petition"
    case repeated = "not_processed.repeated"
    case publication = "not_processed.publication"
    case excessive = "not_processed.excessive"
    case reconfirmation = "not_processed.reconfirmation"
    case correctionOverdue = "other.correction_overdue"
    case feeOverdue = "other.fee_overdue"
    case otherOther = "other.other"
    case total
    case carriedOut = "carried_out"

    /// The words the form prints for the row, with their number.
    package var label: String {
        switch self {
        case .received: "一、本年新收政府信息公开申请数量"
        case .carriedIn: "二、上年结转政府信息公开申请数量"
        case .granted: "（一）予以公开"
        case .partlyGranted: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
        case .stateSecret: "1.属于国家秘密"
        case .prohibitedByLaw: "2.其他法律行政法规禁止公开"
        case .securityAndStability: "3.危及“三安全一稳定”"
        case .thirdPartyRights: "4.保护第三方合法权益"
        case .internalAffairs: "5.属于三类内部事务信息"
        case .processInformation: "6.属于四类过程性信息"
        case .enforcementFiles: "7.属于行政执法案卷"
        case .administrativeQuery: "8.属于行政查询事项"
        case .notHeld: "1.本机关不掌握相关政府信息"
        case .needsCreation: "2.没有现成信息需要另行制作"
        case .unclearAfterCorrection: "3.补正后申请内容仍不明确"
        case .petition: "1.信访举报投诉类申请"
        case .repeated: "2.重复申请"
        case .publication: "3.要求提供公开出版物"
        case .excessive: "4.无正当理由大量反复申请"
        case .reconfirmation: "5.要求行政机关确认或重新出具已获取信息"
        case .correctionOverdue: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
        case .feeOverdue: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
        case .otherOther: "3.其他"
        case .total: "（七）总计"
        case .carriedOut: "四、结转下年度继续办理"
        }
    }

    /// The group the row is printed in, if any.
    package var group: RequestGroup? { Self.groups[self] }

    /// The first part of the name of each row that has two.
    private static let groups: [RequestRow: RequestGroup] = Dictionary(
        uniqueKeysWithValues: allCases.compactMap { row in
            let parts = row.rawValue.split(separator: ".")
            guard parts.count == 2 else { return nil }
            return RequestGroup(rawValue: String(parts[0])).map { (row, $0) }
        })

    /// The label with its group, as a person names the row: （三）不予公开 1.属于国家秘密.
    package var fullLabel: String { group.map { "\($0.label)\(label)" } ?? label }

    /// The 21 rows of 三、本年度办理结果 that add up to `total`.
    package static let results: [RequestRow] =
        allCases.filter { ![.received, .carriedIn, .total, .carriedOut].contains($0) }
}
