/// What kind of body a name tells of, as far as it matters to the rules.
enum BodyKind {
    /// A bureau, an office, a committee below the State Council.
    case department
    /// A township or a sub-district.
    case township
    /// The government of a county or a district.
    case county
    /// A body above these, or one whose name does not tell: 某市人民政府 may be a city with districts or without.
    case unknown

    init(_ agency: String) {
        let name = agency.compact
        if BodyKind.national.contains(where: { name.hasPrefix($0) }) {
            self = .unknown
        } else if let government = BodyKind.government(of: name) {
            self = BodyKind.level(of: government)
        } else if BodyKind.townships.contains(where: { name.hasSuffix($0) }) {
            self = .township
        } else {
            self = BodyKind.departments.contains { name.hasSuffix($0) } ? .department : .unknown
        }
    }

    /// False only where the name alone shows that the body can't make rules (规章).
    var mayMakeRules: Bool { self == .unknown }

    /// Fees in 万元 from which on the amount was more likely written in 元.
    var plausibleFees: Int {
        switch self {
        case .township: 1_000
        case .department: 50_000
        case .county: 500_000
        case .unknown: 5_000_000
        }
    }

    private static let national = ["国家", "国务院", "中国", "中华人民共和国"]
    private static let townships = ["镇", "乡", "街道", "街道办", "街道办事处", "苏木", "乡办"]
    private static let departments = [
        "局", "委", "厅", "办", "委员会", "管委会", "办公室", "中心", "园区", "开发区", "支队", "大队", "总队", "所", "站",
    ]

    /// The place governed, if the name is that of a government or of the office that speaks for it.
    private static func government(of name: String) -> Substring? {
        for suffix in ["人民政府办公室", "人民政府办公厅", "人民政府", "政府办公室", "政府办公厅", "政府办", "政府"] where name.hasSuffix(suffix) {
            return name.dropLast(suffix.count)
        }
        return nil
    }

    private static func level(of place: Substring) -> BodyKind {
        if place.hasSuffix("自治区") || place.hasSuffix("特别行政区") { return .unknown }
        switch place.last {
        case "镇", "乡", "道", "木": return .township
        case "县", "区", "旗": return .county
        default: return .unknown
        }
    }
}
