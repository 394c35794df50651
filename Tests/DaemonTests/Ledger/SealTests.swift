import Daemon
import Fixtures
import Foundation
import GRDB
import Linux
import Services
import SystemPackage
import Testing

@testable import Ledger

@Suite("Seals, which take the key") struct SealTests {
    private let bureau: Bureau

    init() async throws {
        bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "一.txt")
        await bureau.work()
    }

    private var state: FilePath { FilePath(bureau.scratch.path("state")) }

    private func seals() throws -> [String] {
        try DatabaseQueue(path: bureau.scratch.path("state/ledger.sqlite"))
            .read { try String.fetchAll($0, sql: "SELECT seal FROM record ORDER BY number") }
    }

    private func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: bureau.scratch.path("state/\(name)"))
    }

    /// Does what an intruder without the key can do: changes a record, and makes all links anew.
    private func rewrite() throws {
        try DatabaseQueue(path: bureau.scratch.path("state/ledger.sqlite")).write { database in
            try database.execute(sql: "UPDATE record SET message = '合格' WHERE number = 2")
            var link = ""
            for record in try StoredRecord.fetchAll(database, sql: "SELECT * FROM record ORDER BY number") {
                link = RecordChain.link(after: link, record)
                try database.execute(
                    sql: "UPDATE record SET chain = ? WHERE number = ?", arguments: [link, record.number])
            }
        }
    }

    @Test func `every record has one, made with a key for the service's account alone`() throws {
        let seals = try seals()
        #expect(seals.count == 2 && Set(seals).count == 2 && seals.allSatisfy { $0.utf8.count == 8 + 1 + 64 })
        #expect(try state.appending("ledger.keys").stat().permissions == .ownerReadWrite)
        #expect(try bureau.verification().seals == .checked)
    }

    @Test func `who only takes notices needs no key, makes none, and records nothing`() async throws {
        try remove("ledger.keys")
        let ledger = try Ledger(in: state, recording: false)
        _ = try await ledger.dueDeliveries(at: bureau.now.date, limit: 1)
        await #expect(throws: (any Error).self) { try await ledger.append([.started], at: bureau.now.date) }
        #expect(try !bureau.scratch.names(in: "state").contains("ledger.keys"))
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
    func `a key that root's command has made is its service's, as the ledger is`() throws {
        try remove("ledger.keys")
        try FileManager.default.setAttributes(
            [.ownerAccountID: 4_711], ofItemAtPath: bureau.scratch.path("state/ledger.sqlite"))
        _ = try Ledger(in: state)
        #expect(try state.appending("ledger.keys").stat().userID.rawValue == 4_711)
        #expect(try state.appending("ledger.keys").stat().permissions == .ownerReadWrite)
    }

    @Test(arguments: ["", "garbage\n"])
    func `a file of keys that was emptied or overwritten is put back from memory`(words: String) async throws {
        let keys = try bureau.scratch.text(of: "state/ledger.keys")
        try bureau.scratch.write(words, to: "state/ledger.keys")
        try await bureau.ledger.append([.started], at: bureau.now.date)
        #expect(try bureau.scratch.text(of: "state/ledger.keys") == keys)
        #expect(try state.appending("ledger.keys").stat().permissions == .ownerReadWrite)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `without any key a ledger is not found sound`() async throws {
        try await bureau.ledger.append([.started], at: bureau.now.date)
        try bureau.scratch.write("", to: "state/ledger.keys")
        #expect(try !bureau.verification().gaps.isEmpty)
    }

    @Test func `the next run uses the same key`() async throws {
        let key = try bureau.scratch.text(of: "state/ledger.keys")
        try await Ledger(in: state).append([.started], at: bureau.now.date)
        #expect(try bureau.scratch.text(of: "state/ledger.keys") == key)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `whoever makes all links anew is found out without any journal`() throws {
        try rewrite()
        let deviations = try bureau.verification().deviations
        #expect(deviations.contains { $0.contains("记录 2（") && $0.contains("不是用本台账的密钥封印的") }, "\(deviations)")
    }

    @Test func `records from before there was a key stay good, and those after it are sealed`() async throws {
        try bureau.sabotage("UPDATE record SET seal = ''")
        try remove("ledger.keys")
        let ledger = try Ledger(in: state)
        try await ledger.append([.started], at: bureau.now.date)
        #expect(try seals().map(\.isEmpty) == [true, true, false])
        #expect(ledger.unverifiable == 0)
        let report = try bureau.verification()
        #expect(report.deviations == [] && report.seals == .checked)
        // From there on a record without a seal is none of the ledger's.
        try bureau.sabotage("UPDATE record SET seal = '' WHERE number = 3")
        #expect(try bureau.verification().deviations.contains { $0.contains("记录 3（") })
    }

    @Test func `a key that is lost is replaced, and what it sealed is said to be unverifiable`() async throws {
        try remove("ledger.keys")
        // As long as it has no successor, nothing can be checked.
        #expect(try bureau.verification().seals == .replaced(1...2))
        let ledger = try Ledger(in: state)
        #expect(ledger.unverifiable == 2)
        try await ledger.append([.started], at: bureau.now.date)
        let report = try bureau.verification()
        #expect(report.deviations == [] && report.seals == .lost(upTo: 2))
        #expect(report.notes.joined().contains("记录 2 及以前"))
    }

    @Test func `a key that is found again is added to the one that replaced it, and both are checked`() async throws {
        let lost = try bureau.scratch.text(of: "state/ledger.keys")
        try remove("ledger.keys")
        try await Ledger(in: state).append([.started], at: bureau.now.date)
        #expect(try bureau.verification().notes.joined().contains("不要覆盖"))
        try bureau.scratch.write(bureau.scratch.text(of: "state/ledger.keys") + lost, to: "state/ledger.keys")
        let report = try bureau.verification()
        #expect(report.deviations == [] && report.seals == .checked)
        #expect(try Ledger(in: state).unverifiable == 0)
    }

    @Test func `a key file that another one was put in the place of is told of, and nobody is accused`() async throws {
        let lost = try bureau.scratch.text(of: "state/ledger.keys")
        try remove("ledger.keys")
        try await Ledger(in: state).append([.started], at: bureau.now.date)
        let newer = try bureau.scratch.text(of: "state/ledger.keys")
        // Against the advice the old file takes the place of the new one, and the service goes on with it.
        try bureau.scratch.write(lost, to: "state/ledger.keys")
        let ledger = try Ledger(in: state)
        #expect(ledger.unverifiable == 3)
        try await ledger.append([.started], at: bureau.now.date)
        let report = try bureau.verification()
        #expect(report.deviations == [] && report.seals == .replaced(3...3))
        #expect(report.conclusion.contains("未对照"))
        #expect(report.gaps.joined().contains("已不在 ledger.keys 中，多半是这个文件被另一份覆盖了"))
        try bureau.scratch.write(lost + newer, to: "state/ledger.keys")
        #expect(try bureau.verification().seals == .checked)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a seal of another edition, which names no key, is checked with the newest one`() async throws {
        try bureau.sabotage("UPDATE record SET seal = substr(seal, 10)")
        #expect(try bureau.verification().deviations == [])
        try bureau.sabotage("UPDATE record SET seal = '\(String(repeating: "0", count: 64))' WHERE number = 2")
        #expect(try bureau.verification().deviations.contains { $0.contains("记录 2（") })
    }

    @Test func `who names a key that nobody has does not get away with it`() throws {
        try rewrite()
        try bureau.sabotage("UPDATE record SET seal = 'deadbeef' || substr(seal, 9)")
        let report = try bureau.verification()
        #expect(report.seals == .replaced(1...2))
        #expect(!report.conclusion.contains("没有发现"))
    }

    @Test func `a key file that was removed beside the service comes back, and a command does not make another`()
        async throws
    {
        let ledger = try Ledger(in: state)
        let keys = try bureau.scratch.text(of: "state/ledger.keys")
        let daemon = try LockHolder(bureau.scratch.path("state/lock"))
        try remove("ledger.keys")
        #expect(throws: Ledger.Failure.keysMissing) { try Ledger(in: state) }
        #expect(try !bureau.scratch.names(in: "state").contains("ledger.keys"))
        try await ledger.append([.started], at: bureau.now.date)
        #expect(try bureau.scratch.text(of: "state/ledger.keys") == keys)
        try remove("ledger.keys")
        try await ledger.keepKeys()
        #expect(try bureau.scratch.text(of: "state/ledger.keys") == keys)
        #expect(try state.appending("ledger.keys").stat().permissions == .ownerReadWrite)
        try daemon.end()
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a key file that may not be read says whose it is and what to do`() {
        let failure = Ledger.Failure.keysClosed(owner: "root", mode: 0o600)
        let words = failure.description(of: state.appending("ledger.sqlite"))
        #expect(words.contains("\(state)/ledger.keys 属于账户 root，权限 0600，"))
        #expect(words.contains("chmod 600 \(state)/ledger.keys"))
        let closed = Ledger.Failure.keysClosed(owner: Account.own, mode: 0)
        #expect(closed.description(of: state.appending("ledger.sqlite")).contains("权限 0000"))
        #expect(!closed.description(of: state.appending("ledger.sqlite")).contains("chown"))
    }

    @Test func `a key file that holds something else is kept and replaced`() throws {
        try bureau.scratch.write("a 1 zz\n", to: "state/ledger.keys")
        #expect(try bureau.verification().seals == .damaged)
        #expect(try bureau.verification().conclusion.contains("未对照"))
        #expect(try Ledger(in: state).unverifiable == 2)
        #expect(try bureau.scratch.text(of: "state/damaged-ledger.keys") == "a 1 zz\n")
    }

    @Test func `a ledger that took the place of another has a key of its own, and the old one is kept`() async throws {
        for name in try bureau.scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") { try remove(name) }
        let ledger = try Ledger(in: state, making: .anew)
        try await ledger.append([.started], at: bureau.now.date)
        let lines = try bureau.scratch.text(of: "state/ledger.keys").split(separator: "\n")
        #expect(lines.count == 2 && lines[1].hasPrefix("\(ledger.id) 1 "))
        #expect(try bureau.verification().deviations == [])
    }
}

/// Another process that holds the lock of a state folder, as a service that runs does, for as long as its input is open.
private struct LockHolder {
    private let process = ChildProgram()
    private let input = Pipe()

    init(_ lock: String) throws {
        let output = Pipe()
        process.path = "/usr/bin/flock"
        process.arguments = ["--no-fork", lock, "sh", "-c", "echo held; exec cat"]
        process.standardInput = .pipe(input)
        process.standardOutput = .pipe(output)
        try process.run()
        _ = output.fileHandleForReading.availableData
    }

    func end() throws { try input.fileHandleForWriting.close() }
}
