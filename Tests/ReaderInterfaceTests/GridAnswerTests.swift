import Foundation
import ReaderInterface
import Testing

/// What the reader says of cells, on its way into the daemon.
@Suite struct `An answer of cells` {
    private let limits = Limits()

    private func answer(_ rows: [CellGrid.Row]) -> GridAnswer {
        GridAnswer(format: .xlsx, content: .grid(CellGrid([CellGrid.Sheet(name: "核销单", rows: rows)])))
    }

    @Test func `is heard as it was said`() throws {
        for answer in [
            answer([.init(1, ["处理", "理由"]), .init(7, ["核销", "“已核实”\n"])]),
            GridAnswer(format: .xlsx, content: .unreadable(limits.reached(.elements)), isCutOff: true),
        ] {
            #expect(try GridAnswer(decoding: answer.encoded(), within: limits) == answer)
        }
    }

    @Test func `out of its bounds is not heard`() throws {
        let many = (1...21_000).map { CellGrid.Row($0, ["a"]) }
        let refused: [GridAnswer] = [
            answer([.init(0, ["a"])]), answer([.init(CellGrid.rows + 1, ["a"])]), answer([.init(1, [])]),
            answer([.init(1, ["a", ""])]), answer([.init(1, Array(repeating: "a", count: CellGrid.columns + 1))]),
            answer([.init(1, [String(repeating: "a", count: 3_001)])]), answer(many),
            GridAnswer(
                format: .xlsx, content: .grid(CellGrid(Array(repeating: .init(name: "", rows: []), count: 9)))),
            GridAnswer(format: .xlsx, content: .unreadable(.crashed)),
            GridAnswer(format: .xlsx, content: .unreadable(.limit(name: "limits.sheet_rows", value: 1))),
        ]
        for answer in refused {
            #expect(throws: ReaderAnswer.Violation.self) {
                try GridAnswer(decoding: answer.encoded(), within: limits)
            }
        }
    }

    @Test(arguments: [
        "", "{}", #"{"schema": "nianbao.report/1", "format": "txt"}"#,
        #"{"schema": "nianbao.grid/1", "format": "txt"}"#,
        #"{"schema": "nianbao.grid/1", "format": "txt", "grid": {"sheets": []}, "unreadable": {"scanned": {}}}"#,
    ])
    func `of another kind is not heard`(text: String) {
        #expect(throws: ReaderAnswer.Violation.self) { try GridAnswer(decoding: Array(text.utf8), within: limits) }
    }
}
