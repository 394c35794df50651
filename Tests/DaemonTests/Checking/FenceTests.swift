import Daemon
import Foundation
import Linux
import ReaderInterface
import Testing

/// What a worker in the wrong hands can still do, tried from inside.
@Suite struct `The fences around a worker` {
    /// What came of trying.
    private func tried(_ deed: String) async throws -> String {
        let answer = try await Worker.beside("BadWorker").read(.memory(Array(deed.utf8)), within: Limits())
        guard case .unreadable(.notAReport(let seen)) = answer.content else {
            return "\(answer)"
        }
        return seen
    }

    @Test(
        .enabled(if: Landlock.isAvailable, "no Landlock can be had here"),
        arguments: [
            "open /etc/passwd", "open /proc/self/environ", "list /etc", "list /", "open \(#filePath)",
        ])
    func `hide the files of the machine`(deed: String) async throws {
        #expect(try await tried(deed) == "refused: \(EACCES)")
    }

    @Test(arguments: ["create /tmp/nianbao-worker", "create /dev/null", "socket", "trace", "limit"])
    func `refuse whatever has an effect`(deed: String) async throws {
        #expect(try await tried(deed) == "refused: \(EPERM)")
    }

    @Test(arguments: [F_SETLK, F_SETOWN, 10, 1024, 1026, 1031, 1033])
    func `let nothing be done to a descriptor but what reading takes`(command: Int32) async throws {
        #expect(try await tried("control \(command)") == "refused: \(EPERM)")
    }

    @Test(arguments: [F_GETFD, F_SETFD, F_GETFL])
    func `let a descriptor be asked what it is`(command: Int32) async throws {
        #expect(try await tried("control \(command)") == "done")
    }

    @Test(arguments: ["fork", "thread"])
    func `keep it to one process and one thread`(deed: String) async throws {
        #expect(try await tried(deed) == "refused")
    }

    @Test func `end it where it would become another program`() async throws {
        await #expect(throws: WorkerFailure.self) { try await tried("execute") }
    }

    @Test func `let the tables of character sets be read`() async throws {
        #expect(try await tried("decode") == "中文")
        #expect(try await tried("open /usr/lib/os-release") == "done")
    }

    @Test func `close what was open before`() async throws {
        let file = FileHandle(forReadingAtPath: "/etc/passwd")
        defer { try? file?.close() }
        // The input has been read and closed by then.
        #expect(try await tried("files") == "1 2")
    }
}
