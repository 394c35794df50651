import Foundation
import Linux
package import ReaderInterface
import Services
package import SystemPackage

/// What makes a report of bytes: the worker, or what stands for it in a test.
package protocol DocumentReader: Sendable {
    /// The report in the bytes, or why there is none to be had.
    func read(_ document: DocumentBytes, within limits: Limits) async throws(WorkerFailure) -> ReaderAnswer
}

/// What makes cells of the bytes of a workbook.
package protocol GridReader: Sendable {
    /// The cells in the bytes, or why there are none to be had.
    func cells(of document: DocumentBytes, within limits: Limits) async throws(WorkerFailure) -> GridAnswer
}

/// Has documents read by another program, which may crash, hang or be taken over by them: one process a document, which can
/// do nothing but read, one at a time. Nothing of a document but the answer comes into this process.
///
/// The reader loads once, and each document has a child of it. It lives as long as this value, and longer than a document only where
/// that one ended well.
package actor Worker: DocumentReader, GridReader {
    /// As much of its standard error as the log needs.
    private static let standardErrorBytes = 2_000

    private let executor = BlockingExecutor("worker")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let program: FilePath
    private let arguments: [String]
    /// The reader that has loaded everything. It is not here while it works, nor after a document that did not end well: one
    /// whose children crash shows how memory is laid out, for the next document to use.
    private var ready: ForkServer?

    /// Another program than the installed one is for tests.
    package init(program: FilePath = Worker.installed, arguments: [String] = []) {
        self.program = program
        self.arguments = arguments
    }

    /// Where the worker is.
    package static var installed: FilePath { Installation.part("nianbao-reader") }

    package func read(_ document: DocumentBytes, within limits: Limits) throws(WorkerFailure) -> ReaderAnswer {
        try ask(of: document, limits)
    }

    package func cells(of document: DocumentBytes, within limits: Limits) throws(WorkerFailure) -> GridAnswer {
        try ask(of: document, limits)
    }

    private func ask<Reply: ReaderReply>(
        of document: DocumentBytes, _ limits: Limits
    ) throws(WorkerFailure) -> Reply {
        do throws(WorkerFailure) {
            for _ in 1...2 {
                if let answer: Reply = try attempt(document, limits) { return answer }
            }
            guard canReadProbe else { throw .unavailable("读取程序 \(program) 没有回应") }
            return Self.reached(.time, limits)
        } catch .crashed(let seen) {
            ready = nil
            guard canReadProbe else { throw .unavailable(seen) }
            throw .crashed(seen)
        }
    }

    /// Whether a harmless document can be read. Only then is the worker's end over another one that one's doing: a worker that
    /// lacks a library crashes over every one.
    private var canReadProbe: Bool {
        do {
            let answer: ReaderAnswer? = try attempt(.memory(Array("probe".utf8)), Limits())
            return answer != nil
        } catch {
            return false
        }
    }

    /// The answer to a document; `nil` where the worker stood still until its time was over. That can be the doing of a machine
    /// that stood still, so it takes two of them to speak against the document.
    private func attempt<Reply: ReaderReply>(
        _ document: DocumentBytes, _ limits: Limits
    ) throws(WorkerFailure) -> Reply? {
        let run = try run(on: document, ReaderRequest(Reply.subject, within: limits), Reply.longest(within: limits))
        switch run.end {
        case .exited(0):
            return try Self.answer(in: run, limits)
        case .exited(let status) where ReaderStatus(rawValue: status) != nil:
            throw .unavailable("读取程序 \(program) 没有读取：\(Self.words(run.standardError, or: "退出码 \(status)"))")
        case .overTime:
            return nil
        case .signalled(SIGXCPU):
            return Self.reached(.time, limits)
        case .overOutput:
            throw .crashed("读取程序的回答过长")
        case .exited, .signalled:
            guard !Self.lackedMemory(run) else { return Self.reached(.memory, limits) }
            throw .crashed("读取程序中断（\(Self.how(run.end))）：\(Self.words(run.standardError, or: "没有说明原因"))")
        }
    }

    /// How long the longest `read` waits: two attempts, and a probe.
    package static func longestRead(_ limits: Limits) -> Duration { patience(limits) * 2 + patience(Limits()) }

    /// How long an attempt is waited for. A document that takes the processor's time is ended by the worker's own limit before.
    private static func patience(_ limits: Limits) -> Duration { .milliseconds(limits.milliseconds) * 2 }

    /// One run of the reader, whose answer has at most `longest` bytes.
    private func run(
        on document: DocumentBytes, _ asked: ReaderRequest, _ longest: Int
    ) throws(WorkerFailure) -> ProgramRun {
        let input: Descriptor
        do throws(Errno) {
            input = try document.open()
        } catch {
            throw .unavailable("存档的副本打不开：\(error.reason)")
        }
        let request: [UInt8]
        do {
            request = [UInt8](try JSONEncoder().encode(asked))
        } catch {
            throw .unavailable("\(error)")
        }
        let bounds = Program.Bounds(
            time: Self.patience(asked.limits), output: longest, standardError: Self.standardErrorBytes)
        var words: [UInt8] = []
        // A reader that was ended while it waited is no fault of this document's: it is made anew, once.
        for _ in 1...2 {
            let reader = try readyReader()
            do throws(Errno) {
                let run = try reader.run(request, reading: input, within: bounds)
                if run.end == .exited(0) { ready = consume reader }
                return run
            } catch .connectionReset {
                words = Self.lastWords(of: reader)
            } catch {
                throw .unavailable("读取程序 \(program) 没有回应：\(error.reason)")
            }
        }
        throw .unavailable("读取程序 \(program) 没有读取：\(Self.words(words, or: "没有说明原因"))")
    }

    /// Has the reader load everything before there is a document. What is wrong with it, the first document says.
    package func prepare() {
        do throws(WorkerFailure) {
            ready = try readyReader()
        } catch {
            // The same is in its way as will be in the first document's.
        }
    }

    /// The reader that is ready, or a new one. Whoever takes it gives it back where it may serve on.
    private func readyReader() throws(WorkerFailure) -> ForkServer {
        if let ready = ready.take() { return ready }
        do throws(Errno) {
            // Swift's own handler of crashes would want to run another program, and its time is lost. For each time that a document names the C
            // library would try to open the zone of this machine, which the fence refuses it.
            return try ForkServer(program, arguments, environment: ["SWIFT_BACKTRACE=enable=no", "TZ=UTC0"])
        } catch {
            throw .unavailable("读取程序 \(program) 不能启动：\(error.reason)")
        }
    }

    private static func lastWords(of reader: borrowing ForkServer) -> [UInt8] {
        do throws(Errno) {
            return try reader.lastWords()
        } catch {
            return []
        }
    }

    private static func answer<Reply: ReaderReply>(
        in run: ProgramRun, _ limits: Limits
    ) throws(WorkerFailure) -> Reply {
        do throws(ReaderAnswer.Violation) {
            return try Reply(decoding: run.output, within: limits)
        } catch .otherSchema {
            throw .unavailable("读取程序与本程序的版本不同")
        } catch {
            throw .crashed("读取程序的回答不合规定（\(error)）")
        }
    }

    /// The format is not known then: the worker alone tells it from the bytes.
    private static func reached<Reply: ReaderReply>(_ limit: Limit, _ limits: Limits) -> Reply {
        Reply(limits.reached(limit), of: .unknown)
    }

    /// Whether it ended for want of memory: the kernel does not say, but the libraries do.
    private static func lackedMemory(_ run: ProgramRun) -> Bool {
        let words = String(decoding: run.standardError, as: UTF8.self).lowercased()
        return ["failed to allocate", "bad_alloc", "out of memory"].contains { words.contains($0) }
    }

    private static func how(_ end: Program.End) -> String {
        switch end {
        case .signalled(let signal): "信号 \(signal)"
        case .exited(let status): "退出码 \(status)"
        case .overTime, .overOutput: "被终止"
        }
    }

    /// The last line of standard error, as it may stand in a log.
    private static func words(_ standardError: [UInt8], or otherwise: String) -> String {
        let lines = String(decoding: standardError, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.last.map { FileName(String($0)).display } ?? otherwise
    }
}
