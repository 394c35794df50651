import Fixtures
import Rules
import Testing

@Suite("One broken fact, on the whole way from bytes to findings")
struct MutantTests {
    /// Each layout six times.
    private static let seeds = 0..<42

    @Test(arguments: Mutator.all)
    func `is found at its place, and nothing else is`(mutator: Mutator) throws {
        for seed in Seeds.of(Self.seeds) {
            let mutant = try #require(Mutant(mutator, seed: seed), "seed \(seed): no report has such a fact")
            let complaints = mutant.complaints
            #expect(
                complaints.isEmpty,
                """
                seed \(seed), \(mutant.broken.layout), \(mutator.testDescription)
                \(complaints.joined(separator: "\n"))
                \(mutant.difference)
                """)
        }
    }

    @Test func `every rule has its mutator, or a reason for having none`() {
        let rules = Set(Rulebook.rules.map(\.id))
        #expect(Set(Mutator.all.map(\.rule)) == rules.subtracting(Mutator.impossible.keys))
    }
}
