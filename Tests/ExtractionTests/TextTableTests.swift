import Documents
import Extraction
import ReaderInterface
import Testing

@Suite struct TextTableTests {
    private func rows(_ text: String) throws -> [[String]] {
        let blocks = try Extractor.extract(Array(text.utf8), limits: Limits()).document.blocks
        return blocks.flatMap { block -> [[String]] in
            guard case .table(let table) = block else { return [] }
            return table.rows.map { $0.map(\.text) }
        }
    }

    @Test func `tabs part cells, empty ones stay`() throws {
        #expect(try rows("甲\t\t1\t\n乙\t2\t3\t4") == [["甲", "", "1", ""], ["乙", "2", "3", "4"]])
    }

    @Test func `bars part cells, a frame around them is no cell`() throws {
        #expect(try rows("甲 | 1 | 2 |||") == [["甲 ", " 1 ", " 2 ", "", "", ""]])
        #expect(try rows("| 甲 | 1 |\n| 乙 |  |") == [[" 甲 ", " 1 "], [" 乙 ", "  "]])
    }

    @Test func `lines that are drawn between rows are no text, a row of single dashes is one`() throws {
        #expect(try rows("┌──┬──┐\n│甲│1│\n├──┼──┤\n│乙│2│\n└──┴──┘") == [["甲", "1"], ["乙", "2"]])
        #expect(try rows("+---+---+\n| 甲 | - |\n+---+---+\n| - | - |") == [[" 甲 ", " - "], [" - ", " - "]])
    }

    @Test func `a cell a line is a row until an empty line, and goes on without a tab`() throws {
        #expect(try rows("\t商业\n企业\n\t\n\t0\n\n\t二行\n\n") == [["商业\n企业", "", "0"], ["二行"]])
    }

    @Test func `prose is no table`() throws {
        #expect(try rows("政府信息公开|年度报告\n第二段") == [])
    }
}
