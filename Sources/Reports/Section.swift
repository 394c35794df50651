/// One of the six sections that the national form prescribes, in its order.
///
/// Source: 国办公开办函〔2021〕30号, annex; 政府信息公开条例, article 50.
package enum Section: Int, CaseIterable, Sendable, Comparable, Codable, CodingKeyRepresentable {
    case overview = 1
    case disclosure
    case requests
    case review
    case problems
    case other

    package static func < (left: Section, right: Section) -> Bool { left.rawValue < right.rawValue }

    /// The number as the form prints it, 一 to 六.
    package var numeral: String { ["一", "二", "三", "四", "五", "六"][rawValue - 1] }

    /// The title in the annex of the form, without its number.
    package var title: String {
        switch self {
        case .overview: "总体情况"
        case .disclosure: "主动公开政府信息情况"
        case .requests: "收到和处理政府信息公开申请情况"
        case .review: "政府信息公开行政复议、行政诉讼情况"
        case .problems: "存在的主要问题及改进情况"
        case .other: "其他需要报告的事项"
        }
    }

    /// The longer title that the body text of the same document uses; as official as `title`.
    package var longTitle: String? {
        switch self {
        case .disclosure: "行政机关主动公开政府信息情况"
        case .requests: "行政机关收到和处理政府信息公开申请情况"
        case .review: "因政府信息公开工作被申请行政复议、提起行政诉讼情况"
        case .problems: "政府信息公开工作存在的主要问题及改进情况"
        case .overview, .other: nil
        }
    }

    /// The whole heading, 一、总体情况.
    package var heading: String { "\(numeral)、\(title)" }
}
