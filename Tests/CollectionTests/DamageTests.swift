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

    /// What is left of a file after a power cut, or of a disk that was full.
    enum Rest: CaseIterable {
        case nothing, half, head, noise

        func of(_ file: Data) -> Data {
            switch self {
            case .nothing: Data()
            case .half: file.prefix(file.count / 2)
            case .head: file.prefix(100)
            case .noise: Data((0..<9_000).map { UInt8(truncatingIfNeeded: $0 &* 167) })
            }
        }
    }

    @Test(arguments: Rest.allCases)
    func `a file that cannot be opened keeps the others of its sender from nothing, and is named`(rest: Rest)
        async throws
    {
        let province = try Province()
        let county = try await County("青岚市", in: province.scratch, at: Province.now)
        try await county.judge("财政局")
        try province.send(try await county.records(), from: "qinglan")
        try await province.collect()
        let file = URL(filePath: province.scratch.path("journals/remote-qinglan.journal"))
        let bad = "remote-qinglan@0009.journal~"
        try rest.of(Data(contentsOf: file)).write(to: URL(filePath: province.scratch.path("journals/\(bad)")))
        try FileManager.default.removeItem(at: file)
        try await county.judge("水利局")
        try province.send(try await county.records().suffix(1), from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        #expect(try ledger.wrong() == ["qinglan unreadable"])
        #expect(try ledger.troubles().first?.words.contains(bad) == true)
    }
}
