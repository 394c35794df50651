import Reports

/// The numbers of table 2 as results write them.
package struct DisclosureFigures: Sendable, Equatable {
    /// Issued, abolished, in force.
    package var rules: [Int?]?
    /// Issued, abolished, in force.
    package var normativeDocuments: [Int?]?
    package var licensing: Int?
    package var penalties: Int?
    package var coercion: Int?
    /// 万元, in decimal digits as printed; never a binary float.
    package var fees: String?

    /// An amount with more digits than this is none.
    private static let mostDigits = 40

    init(_ table: PrintedTable<DisclosureRow>) {
        rules = ReportResult.counts(table[.rules], columns: DisclosureRow.rules.columns.count)
        normativeDocuments = ReportResult.counts(
            table[.normativeDocuments], columns: DisclosureRow.normativeDocuments.columns.count)
        licensing = table[.licensing]?.cells?.first?.count
        penalties = table[.penalties]?.cells?.first?.count
        coercion = table[.coercion]?.cells?.first?.count
        fees = table[.fees]?.cells?.first?.digits.flatMap { $0.utf8.count <= Self.mostDigits ? $0 : nil }
    }
}

extension DisclosureFigures: Codable {
    enum CodingKeys: String, CodingKey {
        case rules
        case normativeDocuments = "normative_documents"
        case licensing, penalties, coercion
        case fees = "fees_10k_yuan"
    }

    /// A cell out of the bounds of `Count` holds no number.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        rules = ReportResult.bounded(try container.decodeIfPresent([Int?].self, forKey: .rules))
        normativeDocuments = ReportResult.bounded(
            try container.decodeIfPresent([Int?].self, forKey: .normativeDocuments))
        licensing = Count.within(try container.decodeIfPresent(Int.self, forKey: .licensing))
        penalties = Count.within(try container.decodeIfPresent(Int.self, forKey: .penalties))
        coercion = Count.within(try container.decodeIfPresent(Int.self, forKey: .coercion))
        fees = try container.decodeIfPresent(String.self, forKey: .fees)
    }

    /// Writes every key, `null` where there is nothing.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rules, forKey: .rules)
        try container.encode(normativeDocuments, forKey: .normativeDocuments)
        try container.encode(licensing, forKey: .licensing)
        try container.encode(penalties, forKey: .penalties)
        try container.encode(coercion, forKey: .coercion)
        try container.encode(fees, forKey: .fees)
    }
}
