import Reports
import Testing

@Suite struct CountTests {
    @Test(arguments: [0, 1, 1_000_000_000_000])
    func `what anyone could count is a count`(number: Int) {
        #expect(Count.within(number) == number)
    }

    @Test(arguments: [-1, 1_000_000_000_001, Int.max, Int.min])
    func `what nobody counts is none`(number: Int) {
        #expect(Count.within(number) == nil)
    }

    @Test func `a sum is a number, or it is none`() {
        #expect(Count.sum([1, 2, 3]) == 6)
        #expect(Count.sum([Int.max, 1]) == nil)
        #expect(Count.sum([1, nil, 3]) == nil)
        #expect(Count.difference(3, 5) == -2)
        #expect(Count.difference(-2, Int.max) == nil)
    }

    @Test func `sums of decimals end at the largest, and never the program`() throws {
        var sum = try #require(ExactDecimal("1000000000000"))
        for _ in 0..<100 { sum = sum + sum }
        #expect(sum + sum == sum)
        #expect(sum.count == nil)
        #expect(!sum.digits.isEmpty)
    }

    @Test(arguments: ["1000000000001", "9223372036854775807"])
    func `more than anyone counts is no decimal either`(digits: String) {
        #expect(ExactDecimal(digits) == nil)
    }
}
