import Reports

extension SampleReport {
    /// A report with random numbers, zeros, and blank cells where they are wanted. Its sums need not agree.
    package static func random(_ random: inout Seeded, blanks: Bool) -> SampleReport {
        var report = SampleReport()
        func value(_ random: inout Seeded) -> String {
            if random.once(in: 3) { return "0" }
            if blanks, random.once(in: 6) { return "" }
            let digits = Int.random(in: 1...5, using: &random)
            return String(Int.random(in: 1..<[10, 100, 1000, 10_000, 100_000][digits - 1], using: &random))
        }
        // One full row a table tells the shape of the others.
        for row in RequestRow.allCases where row != .received {
            report.requests[row] = (0..<7).map { _ in value(&random) }
        }
        for row in DisclosureRow.allCases where row != .fees && row != .rules {
            report.disclosure[row] = report.disclosure[row]?.map { _ in value(&random) }
        }
        for block in ReviewBlock.allCases { report.review[block] = (0..<5).map { _ in value(&random) } }
        return report
    }
}
