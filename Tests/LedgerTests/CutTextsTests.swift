import Fixtures
import Reports
import Rules
import Testing

@testable import Ledger

@Suite("Texts that were cut before") struct CutTextsTests {
    private let texts = CutTexts()

    @Test func `are what they would be if they were cut anew, also where a version has another text by now`() {
        var random = Seeded(1)
        for _ in 0..<600 {
            let key = CutTexts.Key(version: Int64(Int.random(in: 1...300, using: &random)), section: .overview)
            let text = random.letters(Int.random(in: 1...200, using: &random))
            #expect(texts.shingles(of: text, from: key) == Shingles([text]))
            #expect(texts.shingles(of: text, from: key) == Shingles([text]))
        }
    }

    @Test func `of new reports are what they would be`() {
        var random = Seeded(2)
        let own = (0..<10).map { _ in random.letters(150) }
        for _ in 1...2 {
            for text in own {
                #expect(texts.shingles(of: text) == Shingles([text]))
            }
        }
    }

    @Test func `that are long are cut each time`() {
        let text = String(repeating: "依申请公开", count: 10_000)
        #expect(texts.shingles(of: text) == Shingles([text]))
    }
}
