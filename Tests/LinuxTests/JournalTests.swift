import Linux
import Testing

@Suite struct JournalTests {
    @Test func `a journal that is there takes an entry of several lines`() throws {
        let journal = Journal()
        // The tests run next to a journal of their own where there is one, and without any elsewhere.
        guard journal.state == .ready else { return }
        try journal.send([("MESSAGE", "测试\n第二行"), ("PRIORITY", "7"), ("SYSLOG_IDENTIFIER", "nianbao-test")])
    }
}
