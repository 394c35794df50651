import Daemon
import Fixtures
import Foundation
import Linux
import ReaderInterface
import Reports
import SystemPackage
import Testing

/// The workers of a process, of which some read PDF.
@Suite struct `The readers` {
    private func fixture(_ name: String) throws -> DocumentBytes {
        .memory(try KnownReport.bytes(of: name))
    }

    @Test func `leave a PDF to a worker that has loaded what draws it`() async throws {
        let answer = try await Worker().read(try fixture("known.pdf"), within: Limits())
        #expect(answer.content == .unreadable(.format(.pdf)))
    }

    @Test(arguments: ["known.pdf", "known.docx", "known.ofd"])
    func `read every format`(name: String) async throws {
        let answer = try await Readers(count: 1).read(try fixture(name), within: Limits())
        guard case .report(let report) = answer.content else {
            Issue.record("\(answer)")
            return
        }
        #expect(report.agency == "青岚市人民政府")
    }

    @Test func `have what begins as a PDF read by none but a worker that has loaded what draws it`() async throws {
        let readers = Readers(
            plain: WorkerPool([Worker(program: "/nowhere/nianbao-reader")]),
            portable: WorkerPool([Worker.beside("BadWorker")]), count: 1)
        let answer = try await readers.read(.memory(Array("%PDF".utf8)), within: Limits())
        #expect(answer.format == .txt)
        await #expect(throws: WorkerFailure.self) {
            _ = try await readers.read(.memory(Array("PK".utf8)), within: Limits())
        }
    }

    @Test func `warm up once, before the second document at the latest`() async throws {
        let worker = Worker.beside("BadWorker")
        _ = try await worker.read(.memory(Array("warmth".utf8)), within: Limits())
        for _ in 0..<2 {
            let answer = try await worker.read(.memory(Array("warmth".utf8)), within: Limits())
            #expect(answer.content == .unreadable(.notAReport("1")))
        }
    }

    @Test func `say what the dynamic loader says`() async throws {
        let worker = Worker(arguments: ["/nowhere/libnianbao-poppler.so"])
        await #expect {
            _ = try await worker.read(.memory(Array("x".utf8)), within: Limits())
        } throws: { error in
            guard case WorkerFailure.unavailable(let words) = error else { return false }
            return words.contains("读取 PDF 的库加载不了") && words.contains("/nowhere/libnianbao-poppler.so")
        }
    }

    @Test func `have each document read, however many wait`() async throws {
        let pool = WorkerPool([Worker.beside("BadWorker"), Worker.beside("BadWorker")])
        let answers = try await withThrowingTaskGroup(of: ReaderAnswer.self) { group in
            for number in 0..<12 {
                group.addTask { try await pool.read(.memory(Array("tell \(number)".utf8)), within: Limits()) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        // Each got the answer to its own document.
        #expect(Set(answers.map { "\($0.content)" }).count == 12)
    }
}
