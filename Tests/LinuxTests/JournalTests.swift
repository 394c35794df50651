import Foundation
import Linux
import Testing

@Suite struct JournalTests {
    @Test(
        .enabled(if: Journal().state == .ready, "there is no journal on this machine; JournalDeliveryTests has its own")
    )
    func `a journal that is there takes an entry of several lines, and holds it`() throws {
        let mark = UUID().uuidString
        try Journal().send([
            ("MESSAGE", "测试\n第二行"), ("PRIORITY", "7"), ("SYSLOG_IDENTIFIER", "nianbao-test"), ("NIANBAO_TEST", mark),
        ])
        #expect(try entries(of: UUID().uuidString).isEmpty)
    }

    @Test func `a journal does not hold what was never sent`() throws {
        #expect(try entries(of: UUID().uuidString).isEmpty)
    }

    private func entries(of mark: String) throws -> [[String: String]] {
        try Journal().entries(with: [(name: "NIANBAO_TEST", value: mark)], showing: ["MESSAGE"])
    }
}
