package import Reports

/// A number by which years are compared: one cell of the form, or several added up. The raw value is its name for programs.
package enum Measure: String, CaseIterable, Sendable {
    case received
    case carriedIn = "carried_in"
    case granted
    case partlyGranted = "partly_granted"
    case refused, unavailable
    case notProcessed = "not_processed"
    case other, total
    case carriedOut = "carried_out"
    case normativeIssued = "normative_issued"
    case normativeAbolished = "normative_abolished"
    case normativeInForce = "normative_in_force"
    case licensing, penalties, coercion
    case fees = "fees_10k_yuan"
    case reconsideration
    case reconsiderationCorrected = "reconsideration_corrected"
    case litigation
    case litigationCorrected = "litigation_corrected"

    /// What people call it.
    package var name: String {
        switch self {
        case .received: "本年新收"
        case .carriedIn: "上年结转"
        case .granted: "予以公开"
        case .partlyGranted: "部分公开"
        case .refused: "不予公开"
        case .unavailable: "无法提供"
        case .notProcessed: "不予处理"
        case .other: "其他处理"
        case .total: "办理结果总计"
        case .carriedOut: "结转下年度"
        case .normativeIssued: "规范性文件制发"
        case .normativeAbolished: "规范性文件废止"
        case .normativeInForce: "规范性文件现行有效"
        case .licensing: "行政许可"
        case .penalties: "行政处罚"
        case .coercion: "行政强制"
        case .fees: "行政事业性收费"
        case .reconsideration: "行政复议"
        case .reconsiderationCorrected: "行政复议被纠正"
        case .litigation: "行政诉讼"
        case .litigationCorrected: "行政诉讼被纠正"
        }
    }

    /// What it counts.
    var unit: String { self == .fees ? "万元" : "件" }

    /// The name, with what it counts where that is not the usual.
    var label: String { unit == "件" ? name : "\(name)（\(unit)）" }

    /// The cells that are added up.
    package var places: [Place] {
        switch self {
        case .received: [.requestsCell(.received, .total)]
        case .carriedIn: [.requestsCell(.carriedIn, .total)]
        case .granted: [.requestsCell(.granted, .total)]
        case .partlyGranted: [.requestsCell(.partlyGranted, .total)]
        case .refused: Self.totals(of: .refused)
        case .unavailable: Self.totals(of: .unavailable)
        case .notProcessed: Self.totals(of: .notProcessed)
        case .other: Self.totals(of: .other)
        case .total: [.requestsCell(.total, .total)]
        case .carriedOut: [.requestsCell(.carriedOut, .total)]
        case .normativeIssued: [.disclosureCell(.normativeDocuments, column: 0)]
        case .normativeAbolished: [.disclosureCell(.normativeDocuments, column: 1)]
        case .normativeInForce: [.disclosureCell(.normativeDocuments, column: 2)]
        case .licensing: [.disclosureCell(.licensing, column: 0)]
        case .penalties: [.disclosureCell(.penalties, column: 0)]
        case .coercion: [.disclosureCell(.coercion, column: 0)]
        case .fees: [.disclosureCell(.fees, column: 0)]
        case .reconsideration: [.reviewCell(.reconsideration, .total)]
        case .reconsiderationCorrected: [.reviewCell(.reconsideration, .corrected)]
        case .litigation: Self.suits.map { .reviewCell($0, .total) }
        case .litigationCorrected: Self.suits.map { .reviewCell($0, .corrected) }
        }
    }

    /// How requests end.
    static let outcomes: [Measure] = [.granted, .partlyGranted, .refused, .unavailable, .notProcessed, .other]

    private static let suits: [ReviewBlock] = [.litigationDirect, .litigationAfterReconsideration]

    private static func totals(of group: RequestGroup) -> [Place] {
        RequestRow.allCases.filter { $0.group == group }.map { .requestsCell($0, .total) }
    }
}

/// The measures of a report, or of several added up.
package struct Measures: Sendable, Equatable {
    /// In the order of `Measure`; `nil` where no number stands.
    private var values: [ExactDecimal?]

    private static let indices = Dictionary(uniqueKeysWithValues: zip(Measure.allCases, 0...))

    /// Measures as something has them.
    package init(_ value: (Measure) -> ExactDecimal?) { values = Measure.allCases.map(value) }

    /// Those of tables, cell by cell added up.
    package init(_ tally: Tally) {
        self.init { measure in
            let numbers = measure.places.map { tally[$0] }
            return numbers.dropFirst().reduce(numbers.first ?? nil) { sum, number in
                sum.flatMap { sum in number.map { sum + $0 } }
            }
        }
    }

    package subscript(measure: Measure) -> ExactDecimal? { Self.indices[measure].flatMap { values[$0] } }

    /// Whether each has a number.
    var isWhole: Bool { values.allSatisfy { $0 != nil } }

    /// Adds those of another report. What has no number adds nothing.
    static func += (sum: inout Measures, other: Measures) {
        for index in sum.values.indices {
            guard let number = other.values[index] else { continue }
            sum.values[index] = sum.values[index].map { $0 + number } ?? number
        }
    }

    /// What several come to together; `nil` of none.
    static func sum(_ all: some Sequence<Measures>) -> Measures? {
        all.reduce(nil) { sum, measures in
            guard var sum else { return measures }
            sum += measures
            return sum
        }
    }
}

/// A share of one measure in others. The raw value is its name for programs.
package enum YearRate: String, CaseIterable, Sendable {
    case completed, disclosed, refused
    case reconsiderationCorrected = "reconsideration_corrected"
    case litigationCorrected = "litigation_corrected"

    /// What people call it.
    package var name: String {
        switch self {
        case .completed: "办结率"
        case .disclosed: "公开率"
        case .refused: "不予公开率"
        case .reconsiderationCorrected: "复议纠正率"
        case .litigationCorrected: "诉讼纠正率"
        }
    }

    /// How it is worked out, for people.
    package var meaning: String {
        switch self {
        case .completed: "办理结果总计 ÷（本年新收＋上年结转）"
        case .disclosed: "（予以公开＋部分公开）÷ 办理结果总计"
        case .refused: "不予公开 ÷ 办理结果总计"
        case .reconsiderationCorrected: "行政复议被纠正 ÷ 行政复议"
        case .litigationCorrected: "行政诉讼被纠正 ÷ 行政诉讼"
        }
    }

    private var parts: (of: [Measure], in: [Measure]) {
        switch self {
        case .completed: ([.total], [.received, .carriedIn])
        case .disclosed: ([.granted, .partlyGranted], [.total])
        case .refused: ([.refused], [.total])
        case .reconsiderationCorrected: ([.reconsiderationCorrected], [.reconsideration])
        case .litigationCorrected: ([.litigationCorrected], [.litigation])
        }
    }

    /// The share in per cent; `nil` where there is nothing to take a share of.
    func percent(of measures: Measures) -> Double? {
        guard let whole = whole(of: measures), whole > 0 else { return nil }
        return Self.sum(parts.of, of: measures).map { $0 / whole * 100 }
    }

    /// What the share is taken of.
    func whole(of measures: Measures) -> Double? { Self.sum(parts.in, of: measures) }

    private static func sum(_ parts: [Measure], of measures: Measures) -> Double? {
        parts.reduce(0) { sum, part in
            sum.flatMap { sum in measures[part].map { sum + $0.approximate } }
        }
    }
}
