import Foundation
import Reports
import Testing

@Suite("Cells") struct CellTests {
    @Test(arguments: [
        Cell.blank, .count(0), .count(1_000_000_000_000), .count(-1), .amount("41.50"), .amount(""),
        .words(""), .words("无"), .words(":"), .words("$5"), .words("5"), .words("\u{301}"), .words("\u{200D}\""),
    ])
    func `are read as they were written, whatever is printed in them`(_ cell: Cell) throws {
        let read = try JSONDecoder().decode([Cell].self, from: JSONEncoder().encode([cell]))
        #expect(read == [cell])
    }

    @Test(arguments: ["x", "5x", "1.5", " 5", "99999999999999999999"])
    func `that are none are refused`(_ text: String) throws {
        let bytes = try JSONEncoder().encode([text])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Cell].self, from: bytes) }
    }
}
