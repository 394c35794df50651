import Fixtures
import Rules

/// A clean report with one fact broken by a mutator, all of it decided by a seed.
struct Mutant {
    let clean: Specimen
    let broken: Specimen
    let expectation: Expectation

    /// The first report of the seed's line, all in one layout, that has the fact; `nil` where none of many has it.
    init?(_ mutator: Mutator, seed: Int) {
        for attempt in 0..<60 {
            let clean = Specimen(seed + attempt * 7_000)
            var broken = clean
            var random = Seeded(seed * 31 + attempt)
            guard let expectation = mutator.change(&broken, &random) else { continue }
            self.clean = clean
            self.broken = broken
            self.expectation = expectation
            return
        }
        return nil
    }

    /// What is wrong with what the rules find, a line each; empty where they find the fact at its place and nothing else.
    var complaints: [String] {
        let findings = broken.findings
        let missed = expectation.must.subtracting(findings.map(\.key)).sorted().map { "missed: \($0)" }
        let others = findings.filter { $0.severity != .info && !expectation.allows($0.key) }
        return missed + others.map { "not asked for: \($0.shown)" }
    }

    /// The first lines in which the two texts differ.
    var difference: String {
        let (old, new) = (clean.text.split(separator: "\n"), broken.text.split(separator: "\n"))
        let position = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        return "- \(old.dropFirst(position).first ?? "")\n+ \(new.dropFirst(position).first ?? "")"
    }
}
