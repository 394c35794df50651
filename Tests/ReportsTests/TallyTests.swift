import Reports
import Testing

@Suite struct TallyTests {
    private func decimal(_ digits: String) throws -> ExactDecimal { try #require(ExactDecimal(digits)) }

    @Test func `fees add up as on paper, not as binary fractions do`() throws {
        #expect(try (decimal("0.1") + decimal("0.2")).digits == "0.3")
        #expect(try (decimal("4166.214619") + decimal("58.206")).digits == "4224.420619")
        #expect(try (decimal("999999999999.999999") + decimal("0.000001")).digits == "1000000000000")
    }

    @Test func `a number is one however many zeros it is written with`() throws {
        #expect(try decimal("58.2060") == decimal("58.206"))
        #expect(try decimal("007") == decimal("7.000"))
        #expect(try decimal("0.0").digits == "0")
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "1.2.3", "-1", "+1", "1,234", "１", "1e3", "1.0000000000001", "99999999999999999999",
    ])
    func `what is not digits alone, or too many of them, is no number`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test func `a sum may be more than any number in it`() throws {
        let most = try decimal("1000000000000")
        let sum = most + most + (try decimal("0.5"))
        #expect(ExactDecimal(sum.digits) == nil)
        #expect(ExactDecimal(sum: sum.digits) == sum)
        #expect(ExactDecimal(sum: String(repeating: "9", count: 38)) == nil)
    }

    @Test func `only a whole number is a count`() throws {
        #expect(try decimal("12.000").count == 12)
        #expect(try decimal("12.5").count == nil)
    }

    @Test func `the form has two hundred cells`() {
        #expect(Tally.places.count == 10 + 25 * 7 + 3 * 5)
        #expect(Set(Tally.places).count == Tally.places.count)
    }

    @Test func `tallies add cell by cell, and a gap stays a gap`() throws {
        let (fees, licensing) = (Place.disclosureCell(.fees, column: 0), Place.disclosureCell(.licensing, column: 0))
        var (one, other) = (Tally(), Tally())
        one[fees] = try decimal("1.5")
        other[fees] = try decimal("2.5")
        other[licensing] = try decimal("3")
        one += other
        #expect(one[fees]?.digits == "4")
        #expect(one.gaps.count == 198)
        #expect(one.report.disclosure?[.fees]?.cells == [.count(4)])
        #expect(one.report.disclosure?[.licensing]?.cells == [.count(3)])
        #expect(one.report.disclosure?[.coercion]?.cells == [.blank])
    }
}
