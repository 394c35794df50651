package import Reports

/// What a later report is compared with in an earlier one.
package struct EarlierReport: Sendable, Equatable {
    package var year: Int
    /// 结转下年度继续办理, a count a column of table 3.
    package var carriedOut: [Applicant: Int]
    /// 现行有效件数 of the rows that have it.
    package var inForce: [DisclosureRow: Int]
    /// The prose of the sections that are compared.
    package var texts: [Section: [String]]

    package init(
        year: Int, carriedOut: [Applicant: Int] = [:], inForce: [DisclosureRow: Int] = [:],
        texts: [Section: [String]] = [:]
    ) {
        self.year = year
        self.carriedOut = carriedOut
        self.inForce = inForce
        self.texts = texts
    }
}
