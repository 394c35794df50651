import Daemon
import Documents
import Foundation
import Linux
import SystemPackage
import Testing

/// What a worker says that does as its document tells it.
@Suite(.timeLimit(.minutes(15))) struct `A worker` {
    private let bad = Worker.beside("BadWorker")

    private func extract(_ document: String, within limits: Limits = Limits()) async throws -> WorkerAnswer {
        try await bad.extract(.memory(Array(document.utf8)), within: limits)
    }

    /// What was seen of a crash; `nil` where there was none.
    private func crash(_ document: String) async throws -> String? {
        do {
            _ = try await extract(document)
            return nil
        } catch WorkerFailure.crashed(let seen) {
            return seen
        }
    }

    @Test func `that is the real one gives the document in the bytes`() async throws {
        let answer = try await Worker().extract(.memory(Array("第一行\n第二行".utf8)), within: Limits())
        #expect(answer.format == .txt)
        #expect(answer.content == .document(Document(blocks: [.paragraph("第一行"), .paragraph("第二行")])))
    }

    @Test func `that is the real one says why there is none`() async throws {
        let answer = try await Worker().extract(.memory([]), within: Limits())
        #expect(answer.content == .unreadable(.damaged("文件是空的，一个字节也没有")))
    }

    @Test func `that is the real one keeps to the limits it is given`() async throws {
        let limits = Limits(.characters, 3)
        let answer = try await Worker().extract(.memory(Array("第一行\n第二行".utf8)), within: limits)
        #expect(answer.content == .unreadable(limits.reached(.characters)))
    }

    @Test(arguments: ["sleep", "spin"])
    func `that hangs is ended in time, and the limit is named`(deed: String) async throws {
        let limits = Limits(.time, 300)
        #expect(try await extract(deed, within: limits).content == .unreadable(limits.reached(.time)))
    }

    @Test func `that takes too much memory names that limit`() async throws {
        let limits = Limits(.memory, 500_000_000)
        #expect(try await extract("hoard", within: limits).content == .unreadable(limits.reached(.memory)))
    }

    @Test(arguments: [SIGILL, SIGSEGV, SIGABRT, SIGKILL, SIGTERM, SIGSYS])
    func `that is ended by a signal has crashed`(signal: Int32) async throws {
        #expect(try await crash("signal \(signal)")?.contains("信号 \(signal)") == true)
    }

    @Test(arguments: ["recurse", "exit 1", "complain", "flood", "babble", "exit 0"])
    func `that ends without a good answer has crashed`(deed: String) async throws {
        #expect(try await crash(deed) != nil)
    }

    @Test func `that says much on standard error is heard in part`() async throws {
        #expect((try await crash("complain") ?? "").count < 3000)
    }

    @Test(arguments: WorkerStatus.allCases)
    func `that says it can't work is no fault of the document`(status: WorkerStatus) async throws {
        await #expect { try await extract("exit \(status.rawValue)") } throws: { $0.isUnavailable }
    }

    @Test func `that crashes over every document is no fault of this one`() async throws {
        let broken = Worker(program: "/bin/false")
        await #expect { try await broken.extract(.memory([1]), within: Limits()) } throws: { $0.isUnavailable }
    }

    @Test func `of another edition is no fault of the document`() async throws {
        await #expect { try await extract("otherEdition") } throws: { $0.isUnavailable }
    }

    @Test func `that is missing is no fault of the document`() async throws {
        let missing = Worker(program: "/nowhere/nianbao-extract")
        await #expect { try await missing.extract(.memory([1]), within: Limits()) } throws: { $0.isUnavailable }
    }

    @Test func `without a copy to read is no fault of the document`() async throws {
        await #expect { try await bad.extract(.file("/nowhere"), within: Limits()) } throws: { $0.isUnavailable }
    }
}

extension Error {
    /// Whether it says that no document can be read now.
    fileprivate var isUnavailable: Bool {
        if case .unavailable? = self as? WorkerFailure { true } else { false }
    }
}
