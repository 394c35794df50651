import Fixtures
import Rules
import Testing

@testable import Office

@Suite("The list of what the office can decide on") struct WaiverSheetTests {
    private func line(_ message: String) throws -> WaiverSheet.Line {
        var result = Samples.contradictory
        result.findings[0].message = message
        let line = try #require(Standing(result).lines.first { $0.finding.message == message })
        return WaiverSheet.Line(year: "2024", agency: "甲局", version: 1, content: "ab", line: line)
    }

    @Test func `has rows that are as high as the text in them`() throws {
        var lines = WaiverSheet.Lines()
        let long = String(repeating: "很长的问题，", count: 40)
        lines.open = try ["短。", long, String(repeating: "长", count: 5_000), "标题\n\(long)"].map(line)
        let book = try FilledBook(WaiverSheet.bytes(for: lines, ledger: "a", folder: nil))
        let sheet = try #require(book.parts.first { $0.name == "xl/worksheets/sheet1.xml" }?.text)
        let heights = try (3...6).map { row in
            let found = sheet.firstMatch(of: try Regex("<row r=\"\(row)\"[^>]* ht=\"([0-9.]+)\""))
            return found?[1].substring.flatMap { Double($0) }
        }
        // 480 columns of text in a column of 48, in lines of 16 points.
        #expect(heights[1].map { $0 > 160 && $0 < 240 } == true, "\(heights)")
        #expect(heights[3] == heights[1].map { $0 + 16 })
        #expect(heights[2] == 409, "no row is higher")
        #expect(heights[0].map { $0 < 160 } ?? true, "\(heights)")
    }
}
