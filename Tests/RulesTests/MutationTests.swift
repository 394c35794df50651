import Reading
import Reports
import Rules
import Testing

@Suite("One broken fact")
struct MutationTests {
    private func findings(in report: Report) -> [Finding] {
        var report = report
        Prose.read(&report)
        return Rulebook.findings(in: report)
    }

    @Test func `a clean report of any body and any size gives nothing to mend`() {
        for seed in 0..<100 {
            let findings = findings(in: .random(seed)).filter { $0.severity != .info }
            #expect(findings == [], "seed \(seed)")
        }
    }

    @Test func `is found at its place, and no other error is`() {
        for seed in 0..<1_000 {
            var report = Report.random(seed)
            var random = Seeded(seed)
            let mutation = Mutation.apply(to: &report, using: &random)
            let findings = findings(in: report)
            let found = Set(findings.map { "\($0.rule) \($0.at.path)" })
            let errors = Set(findings.filter { $0.severity == .error }.map { "\($0.rule) \($0.at.path)" })
            #expect(mutation.must.isSubset(of: found), "seed \(seed)")
            #expect(errors.isSubset(of: mutation.must.union(mutation.may)), "seed \(seed)")
        }
    }
}
