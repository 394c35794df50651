import Fixtures
import Rules
import Testing

/// Made-up texts of letters that follow from a seed.
@Suite("The sketch of a text") struct SketchTests {
    /// Two texts of a length that have a share of their letters, in per cent, in one stretch.
    private static func pair(_ length: Int, sharing share: Int, _ random: inout Seeded) -> (String, String) {
        let common = random.letters(length * share / 100)
        let rest = length - common.count
        let others = (random.letters(rest / 2), random.letters(rest - rest / 2))
        return (common + random.letters(rest), others.0 + common + others.1)
    }

    /// How alike two texts seem; `nil` where they are certain not to be as alike as `least`.
    private static func likeness(_ one: String, _ other: String, atLeast least: Int) -> Int? {
        Shingles([one]).sketch.likeness(to: Shingles([other]).sketch.places.span, atLeast: least)
    }

    @Test(arguments: [12, 40, 120, 300, 600, 3000])
    func `texts that are alike are never taken for others, however long and however alike they are`(length: Int) {
        var random = Seeded(length)
        for share in stride(from: 0, through: 100, by: 4) {
            let (one, other) = Self.pair(length, sharing: share, &random)
            let likeness = Shingles([one]).likeness(to: Shingles([other]))
            guard likeness > 0 else { continue }
            #expect(Self.likeness(one, other, atLeast: likeness) != nil)
        }
    }

    @Test func `how alike long texts seem is nearly how alike they are`() throws {
        var random = Seeded(2)
        for share in stride(from: 0, through: 100, by: 4) {
            let (one, other) = Self.pair(1000, sharing: share, &random)
            let likeness = Shingles([one]).likeness(to: Shingles([other]))
            #expect(abs(try #require(Self.likeness(one, other, atLeast: 0)) - likeness) < 20)
        }
    }

    @Test func `texts of which a third is in common are not taken for nearly the same`() {
        var random = Seeded(1)
        let pairs = (0..<60).map { _ in Self.pair(300, sharing: 33, &random) }
        #expect(pairs.count { Self.likeness($0.0, $0.1, atLeast: 80) != nil } == 0)
    }

    @Test func `a text with other numbers has the same sketch`() {
        let text = "围绕供水、防汛和工程建设三个方面，公开信息"
        #expect(Shingles(["\(text) 35 条。"]).sketch == Shingles(["\(text) 1,240 条。"]).sketch)
    }

    /// Scalars are taken by themselves where each is a character; a sign that is none of these has characters taken instead.
    @Test(arguments: [
        "围绕供水、防汛和工程建设三个方面主动公开信息。", "第一条（二）〇三年，々〆三十五件 ABC ａｂｃ　１２３！",
        "〡〢〣之外，①②③与㈠㈡㈢和Ⅳ都是数，ㄅㄆㄇ是字母。", "é e\u{301} 葛\u{E0100} 👨‍👩‍👧 ﾊﾞ \r\n",
    ])
    func `a text has the same letters whether it is taken by scalars or by characters`(text: String) {
        let text = String(repeating: text, count: 3)
        #expect(Shingles([text]).letters == Shingles(["€\(text)"]).letters)
        #expect(Shingles([text]).sketch == Shingles(["€\(text)"]).sketch)
    }

    @Test func `the likeness of two texts is the share of the runs that both have`() {
        var random = Seeded(7)
        for length in [6, 40, 300] {
            let (one, other) = Self.pair(length, sharing: 50, &random)
            // Runs that stand twice count once.
            let texts = [one + one, other]
            let runs = texts.map { text in
                Set((0...text.count - 6).map { Array(text)[$0..<$0 + 6] })
            }
            let share = runs[0].intersection(runs[1]).count * 100 / runs[0].union(runs[1]).count
            #expect(Shingles([texts[0]]).likeness(to: Shingles([texts[1]])) == share)
        }
    }

    @Test func `a text too short for a run has an empty sketch, which is like none`() {
        #expect(Shingles(["不存在。"]).sketch.places.allSatisfy { $0 == 0 })
        #expect(Self.likeness("不存在。", "不存在。", atLeast: 0) == nil)
    }

    @Test func `what is no sketch is like none`() {
        let sketch = Shingles(["围绕供水、防汛和工程建设三个方面主动公开信息。"]).sketch
        #expect(sketch.likeness(to: [1, 2, 3].span, atLeast: 0) == nil)
    }

    /// The ledger keeps sketches: a program that makes others does not find what an earlier one has kept.
    @Test func `the sketch of a text never changes`() {
        let places = Shingles(["围绕供水、防汛和工程建设三个方面主动公开信息。"]).sketch.places
        #expect(places.count == 128)
        let used = places.enumerated().filter { $0.element > 0 }.map { "\($0.offset):\($0.element)" }
        #expect(
            used == [
                "12:59", "38:109", "39:117", "44:31", "51:249", "64:170", "73:16", "82:120", "86:187", "91:125",
                "98:37",
                "108:80", "110:159", "125:54",
            ])
    }
}
