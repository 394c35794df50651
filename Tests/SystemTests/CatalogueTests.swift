import Fixtures
import Foundation
import Ledger
import Testing

@Suite("The catalogue of journal messages")
struct CatalogueTests {
    @Test
    func `each event has its explanation, and nothing else has`() throws {
        let file = URL(filePath: Project.file("systemd/nianbao.catalog"))
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let explained = lines.filter { $0.hasPrefix("-- ") }.map { String($0.dropFirst(3)) }
        #expect(explained.sorted() == Event.allCases.map(\.messageID).sorted())
    }
}
