import Fixtures
import Foundation
import Office
import Reports
import Rules
import Testing

@testable import Collection
@testable import Ledger

/// Journals of an office that are damaged: what can be read of them is, and the rest is told of.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct DamageTests {
    @Test func `a file that is damaged in the middle is told of as that at once`() async throws {
        let province = try Province()
        let county = try await County("青岚市", in: province.scratch, at: Province.now)
        for number in 1...120 { try await county.judge("第\(number)局") }
        try province.send(try await county.records(), from: "qinglan")
        let file = province.scratch.path("journals/remote-qinglan.journal")
        // The index in which numbers are looked up stays, what it leads to does not: each thing that can be found is another one.
        var bytes = try Array(Data(contentsOf: URL(filePath: file)))
        let half = try #require(bytes.lastRange(of: Array("NIANBAO_RECORD=60".utf8))?.lowerBound)
        for place in half - 40_000..<half { bytes[place] = UInt8(truncatingIfNeeded: place &* 167) }
        try Data(bytes).write(to: URL(filePath: file))
        let ledger = try await province.collect([.init(name: "青岚市", certificate: "qinglan")])
        let wrong = try ledger.wrong()
        #expect(wrong.contains("qinglan unreadable"), "\(wrong)")
        #expect(!wrong.contains("青岚市 unheard") && !wrong.contains("qinglan foreign"), "\(wrong)")
        // Out of the way, and sent once more.
        try FileManager.default.removeItem(atPath: file)
        try province.send(try await county.records(), from: "qinglan")
        let later = try await province.collect([.init(name: "青岚市", certificate: "qinglan")])
        #expect(try later.bodies(of: "青岚市").count == 120)
        #expect(try later.wrong().isEmpty)
    }
}
