import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite("A binary document that is damaged")
struct BrokenBinaryTests {
    private func answer(_ bytes: [UInt8]) -> Unreadable? {
        do throws(Unreadable) {
            _ = try Extractor.extract(bytes, limits: Limits())
            return nil
        } catch {
            return error
        }
    }

    @Test func `cut at any kilobyte never passes`() throws {
        let whole = try KnownReport.bytes(of: "known.doc")
        for end in stride(from: 1024, to: whole.count, by: 1024) {
            guard case .damaged = answer(Array(whole.prefix(end))) else {
                Issue.record("\(end) bytes of it were read")
                continue
            }
        }
    }

    @Test(arguments: 0..<8)
    func `with bytes changed at random has an answer`(seed: Int) throws {
        let whole = try KnownReport.bytes(of: "known.doc")
        var random = Seeded(seed)
        for _ in 0..<25 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            // Whichever it is: nothing traps, and the limits hold.
            if let answer = answer(bytes) { #expect(!answer.rule.isEmpty) }
        }
    }

    @Test func `a password is seen`() throws {
        var bytes = try KnownReport.bytes(of: "known.doc")
        // The first sector holds the head of the main stream, whose flags say so.
        let head = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xEC, 0xA5, 0x01, 0x01]) })
        bytes[head + 11] |= 0x01
        #expect(answer(bytes) == .encrypted)
    }

    @Test func `one of Word 95 is refused by its name`() throws {
        var bytes = try KnownReport.bytes(of: "known.doc")
        let head = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xEC, 0xA5, 0x01, 0x01]) })
        bytes.replaceSubrange(head + 2..<head + 4, with: [0x65, 0x00])
        #expect(answer(bytes) == .format(.word95))
    }

    @Test(arguments: [
        ("WordDocument", "Workbook\0\0\0\0", Unreadable.format(.xls)),
        ("WordDocument", "PowerPoint\0\0", .format(.unknown)),
    ])
    func `what else is in such a container is told by its streams`(from: String, to: String, expected: Unreadable)
        throws
    {
        var bytes = try KnownReport.bytes(of: "known.doc")
        let old = from.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let new = to.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let name = try #require(bytes.indices.first { bytes[$0...].starts(with: old) })
        bytes.replaceSubrange(name..<name + new.count, with: new)
        bytes[name + 64] = UInt8(2 * (to.prefix { $0 != "\0" }.count + 1))
        #expect(answer(bytes) == expected)
    }
}
