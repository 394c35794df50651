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

    private static func share(_ one: String, _ other: String) -> Bool {
        !Set(Shingles([one]).sketch.bands).isDisjoint(with: Shingles([other]).sketch.bands)
    }

    @Test(arguments: [120, 300, 600])
    func `texts of a likeness of half and more share a band`(length: Int) {
        var random = Seeded(length)
        // Two thirds of each text in common are half of both.
        for share in [72, 80, 95] {
            for _ in 0..<15 {
                let (one, other) = Self.pair(length, sharing: share, &random)
                #expect(Shingles([one]).likeness(to: Shingles([other])) >= Sketch.leastLikeness)
                #expect(Self.share(one, other))
            }
        }
    }

    @Test func `texts that have little in common rarely share one`() {
        var random = Seeded(1)
        let pairs = (0..<60).map { _ in Self.pair(300, sharing: 10, &random) }
        #expect(pairs.count { Self.share($0.0, $0.1) } < 5)
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

    @Test func `a text too short for a run has no band`() {
        #expect(Shingles(["不存在。"]).sketch.bands.isEmpty)
    }

    /// The ledger keeps bands: a program that makes others does not find what an earlier one has kept.
    @Test func `the bands of a text never change`() {
        let bands = Shingles(["围绕供水、防汛和工程建设三个方面主动公开信息。"]).sketch.bands
        #expect(bands.count == 64)
        #expect(bands.first == 0xAF50_39FC_1F21_0FD6)
        #expect(bands.last == 0x5ABB_C7BF_4D67_DE3F)
    }
}
