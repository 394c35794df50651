import Fixtures
import Rules
import Testing

@Suite("A clean report of any body, size, wording and layout")
struct CleanReportTests {
    @Test(arguments: Seeds.shares(of: 0..<504))
    func `gives nothing to mend`(seeds: Range<Int>) {
        for seed in seeds {
            var specimen = Specimen(seed)
            if seed.isMultiple(of: 2) { specimen.context = specimen.agreeing }
            let faults = specimen.findings.filter { $0.severity != .info }
            #expect(faults == [], "seed \(seed), \(specimen.layout)\n\(faults.map(\.shown).joined(separator: "\n"))")
        }
    }
}
