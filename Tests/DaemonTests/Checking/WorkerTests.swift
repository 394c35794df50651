import Daemon
import Fixtures
import Foundation
import Linux
import ReaderInterface
import Reports
import SystemPackage
import Testing

/// What a worker says that does as its document tells it.
@Suite struct `A worker` {
    private let bad = Worker.beside("BadWorker")

    private func read(_ document: String, within limits: Limits = Limits()) async throws -> ReaderAnswer {
        try await bad.read(.memory(Array(document.utf8)), within: limits)
    }

    /// What was seen of a crash; `nil` where there was none.
    private func crash(_ document: String) async throws -> String? {
        do {
            _ = try await read(document)
            return nil
        } catch WorkerFailure.crashed(let seen) {
            return seen
        }
    }

    @Test func `that is the real one gives the report in the bytes`() async throws {
        let bytes = Array(TextLayout.tabs.text(of: SampleReport()).utf8)
        let answer = try await Readers.shared.read(.memory(bytes), within: Limits())
        #expect(answer.format == .txt)
        guard case .report(let report) = answer.content else {
            Issue.record("\(answer)")
            return
        }
        #expect(report.agency == "青岚市水利局")
        #expect(report.year == 2024)
        #expect(report.requests?.rows.count == RequestRow.allCases.count)
    }

    @Test func `that is the real one says what is no report`() async throws {
        let answer = try await Readers.shared.read(.memory(Array("第一行\n第二行".utf8)), within: Limits())
        #expect(answer.format == .txt)
        guard case .unreadable(.notAReport) = answer.content else {
            Issue.record("\(answer)")
            return
        }
    }

    @Test func `that is the real one says why there is none`() async throws {
        let answer = try await Readers.shared.read(.memory([]), within: Limits())
        #expect(answer.content == .unreadable(.damaged("文件是空的，一个字节也没有")))
    }

    @Test func `that is the real one gives the cells of a table where it is asked for them`() async throws {
        let answer = try await Readers.shared.cells(of: .memory(Array("处理,理由\n核销,已核实\n".utf8)), within: Limits())
        #expect(
            answer.content
                == .grid(CellGrid([.init(name: "", rows: [.init(1, ["处理", "理由"]), .init(2, ["核销", "已核实"])])])))
        let other = try await Readers.shared.cells(of: .memory([0xD0, 0xCF, 0x11, 0xE0]), within: Limits())
        guard case .unreadable = other.content else {
            Issue.record("\(other)")
            return
        }
    }

    @Test func `that is asked for cells and answers with a report has crashed`() async throws {
        await #expect(throws: WorkerFailure.self) {
            try await bad.cells(of: .memory(Array("tell".utf8)), within: Limits())
        }
    }

    @Test func `that is the real one keeps to the limits it is given`() async throws {
        let limits = Limits(.characters, 3)
        let answer = try await Readers.shared.read(.memory(Array("第一行\n第二行".utf8)), within: limits)
        #expect(answer.content == .unreadable(limits.reached(.characters)))
    }

    @Test func `that is the real one has a time for extraction and reading together`() async throws {
        let limits = Limits(.time, 1)
        let bytes = Array(TextLayout.tabs.text(of: SampleReport()).utf8)
        let answer = try await Readers.shared.read(.memory(bytes), within: limits)
        #expect(answer.content == .unreadable(limits.reached(.time)))
    }

    @Test func `that is the real one says which report says too much`() async throws {
        let limits = Limits(.paragraphs, 5)
        let bytes = Array(TextLayout.tabs.text(of: SampleReport()).utf8)
        let answer = try await Readers.shared.read(.memory(bytes), within: limits)
        #expect(answer.content == .unreadable(limits.reached(.paragraphs)))
    }

    @Test(arguments: [
        "{}", "[[[[", "{\"schema\": \"nianbao.report/2\", \"format\": \"txt\"}",
        "{\"schema\": \"nianbao.report/2\", \"format\": \"txt\", \"unreadable\": {\"crashed\": {}}}",
        "{\"schema\": \"nianbao.report/2\", \"format\": \"txt\", \"report\": {\"year\": 9223372036854775808}}",
    ])
    func `whose answer breaks a bound has crashed`(answer: String) async throws {
        #expect(try await crash("answer \(answer)")?.contains("不合规定") == true)
    }

    @Test(arguments: ["sleep", "spin"])
    func `that hangs is ended in time, and the limit is named`(deed: String) async throws {
        let limits = Limits(.time, 300)
        #expect(try await read(deed, within: limits).content == .unreadable(limits.reached(.time)))
    }

    @Test func `that stood still once is given another chance`() async throws {
        let scratch = try ScratchFolder()
        let program = scratch.path("reader")
        // A reader that hangs when it is first run, as one does whose machine stands still.
        try scratch.writeScript(
            """
            #!/bin/sh
            [ -e "\(program).ran" ] || { : >"\(program).ran"; exec sleep 1000; }
            exec "\(Worker.installed)" "$@"
            """, to: "reader")
        let answer = try await Worker(program: FilePath(program)).read(.memory([]), within: Limits(.time, 1000))
        #expect(answer.content == .unreadable(.damaged("文件是空的，一个字节也没有")))
    }

    @Test func `whose reader stands still while it waits has another one`() async throws {
        let first = try await parent(of: bad)
        #expect(kill(first, SIGSTOP) == 0)
        let answer = try await read("tell 别的", within: Limits(.time, 2000))
        #expect(answer.content == .unreadable(.notAReport("别的")))
        // Nothing is left of the one before.
        #expect(kill(first, 0) == -1)
    }

    /// The process of which the reader of a document is a child.
    private func parent(of worker: Worker) async throws -> Int32 {
        let answer = try await worker.read(.memory(Array("parent".utf8)), within: Limits())
        guard case .unreadable(.notAReport(let number)) = answer.content else {
            throw WorkerFailure.crashed("\(answer)")
        }
        // Neither a group nor the first process: it may be sent a signal.
        return try #require(Int32(number).flatMap { $0 > 1 ? $0 : nil })
    }

    @Test func `loads once for all documents`() async throws {
        let first = try await parent(of: bad)
        #expect(try await parent(of: bad) == first)
        #expect(first != getpid())
    }

    @Test(arguments: ["signal 11", "flood", "babble", "sleep"])
    func `loads anew after a document that did not end well`(deed: String) async throws {
        let first = try await parent(of: bad)
        _ = try? await read(deed, within: Limits(.time, 300))
        let second = try await parent(of: bad)
        #expect(second != first)
        // Nothing is left of the one before.
        #expect(kill(first, 0) == -1)
    }

    @Test func `that was ended while it waited is no fault of the next document`() async throws {
        let first = try await parent(of: bad)
        #expect(kill(first, SIGKILL) == 0)
        #expect(try await parent(of: bad) != first)
    }

    @Test func `ends with whoever asks it`() async throws {
        var worker: Worker? = Worker.beside("BadWorker")
        let reader = try await parent(of: #require(worker))
        #expect(kill(reader, 0) == 0)
        worker = nil
        #expect(kill(reader, 0) == -1)
    }

    @Test func `that takes too much memory names that limit`() async throws {
        let limits = Limits(.memory, 500_000_000)
        #expect(try await read("hoard", within: limits).content == .unreadable(limits.reached(.memory)))
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

    @Test(arguments: ReaderStatus.allCases)
    func `that says it can't work is no fault of the document`(status: ReaderStatus) async throws {
        await #expect { try await read("exit \(status.rawValue)") } throws: { $0.isUnavailable }
    }

    @Test func `that crashes over every document is no fault of this one`() async throws {
        let broken = Worker(program: "/bin/false")
        await #expect { try await broken.read(.memory([1]), within: Limits()) } throws: { $0.isUnavailable }
    }

    @Test func `of another edition is no fault of the document`() async throws {
        await #expect { try await read("otherEdition") } throws: { $0.isUnavailable }
    }

    @Test func `that is missing is no fault of the document`() async throws {
        let missing = Worker(program: "/nowhere/nianbao-reader")
        await #expect { try await missing.read(.memory([1]), within: Limits()) } throws: { $0.isUnavailable }
    }

    @Test func `without a copy to read is no fault of the document`() async throws {
        await #expect { try await bad.read(.file("/nowhere"), within: Limits()) } throws: { $0.isUnavailable }
    }
}

extension Error {
    /// Whether it says that no document can be read now.
    fileprivate var isUnavailable: Bool {
        if case .unavailable? = self as? WorkerFailure { true } else { false }
    }
}
