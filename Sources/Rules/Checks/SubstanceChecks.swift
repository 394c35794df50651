import Reports

/// Numbers of table 2 against the kind of body that reports them.
enum SubstanceChecks {
    /// The roster knows better than a name.
    static func ruleMaking(in report: Report, _ context: Context) -> [Hit] {
        guard let agency = report.agency, !(context.agency?.makesRules ?? BodyKind(agency).mayMakeRules),
            let row = report.disclosure?[.rules], let cells = row.cells
        else { return [] }
        let counts = cells.compactMap(\.count)
        guard counts.contains(where: { $0 > 0 }) else { return [] }
        return [
            Hit(
                at: .disclosure(.rules), excerpt: row.excerpt[...], facts: ["found": .numbers(counts)],
                words: ["agency": agency])
        ]
    }

    static func feeUnit(in report: Report) -> [Hit] {
        guard let row = report.disclosure?[.fees], let digits = row.cells?.first?.digits,
            let wanYuan = Int(digits.prefix { $0 != "." }),
            wanYuan >= BodyKind(report.agency ?? "").plausibleFees
        else { return [] }
        return [Hit(at: .disclosure(.fees), excerpt: row.excerpt[...], facts: ["found": .text(digits)])]
    }
}
