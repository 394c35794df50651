import Foundation
package import ReaderInterface
import SystemPackage

/// Reads any document: a PDF by workers that have loaded what draws it, all else by workers that have not, and start faster.
package struct Readers: DocumentReader, GridReader {
    /// For whoever has no need of workers of his own: as many as there are cores. They start when they are first used.
    package static let shared = Readers()

    /// How many documents are read at a time.
    package let count: Int
    private let plain: WorkerPool
    private let portable: WorkerPool

    /// So many workers for PDF, and as many for all else.
    package init(count: Int = ProcessInfo.processInfo.activeProcessorCount) {
        let library = Worker.installed.removingLastComponent().appending("libnianbao-poppler.so").string
        let count = max(count, 1)
        self.init(
            plain: WorkerPool((0..<count).map { _ in Worker() }),
            portable: WorkerPool((0..<count).map { _ in Worker(arguments: [library]) }), count: count)
    }

    /// Other workers than the installed ones are for tests.
    package init(plain: WorkerPool, portable: WorkerPool, count: Int) {
        (self.plain, self.portable, self.count) = (plain, portable, count)
    }

    /// Has one worker load before there is a document.
    package func prepare() async { await plain.prepare() }

    /// Has a worker of each kind read a line of text: those that have loaded more read all that the others read.
    package func rehearse(within limits: Limits) async throws(WorkerFailure) {
        for pool in [plain, portable] { _ = try await pool.read(.memory(Array("试读".utf8)), within: limits) }
    }

    package func read(_ document: DocumentBytes, within limits: Limits) async throws(WorkerFailure) -> ReaderAnswer {
        // Those that have loaded more read all that the others read.
        if document.seemPDF { return try await portable.read(document, within: limits) }
        let answer = try await plain.read(document, within: limits)
        // It tells what a document is, also one that lies in an archive.
        guard answer.content == .unreadable(.format(.pdf)) else { return answer }
        return try await portable.read(document, within: limits)
    }

    package func cells(of document: DocumentBytes, within limits: Limits) async throws(WorkerFailure) -> GridAnswer {
        try await plain.cells(of: document, within: limits)
    }
}

/// Some workers of one kind. While all of them work, documents wait, in the order in which they came.
package actor WorkerPool: DocumentReader, GridReader {
    private var idle: [Worker]
    private var waiting: [CheckedContinuation<Worker, Never>] = []

    package init(_ workers: [Worker]) {
        idle = workers
    }

    package func prepare() async {
        await idle.last?.prepare()
    }

    package func read(_ document: DocumentBytes, within limits: Limits) async throws(WorkerFailure) -> ReaderAnswer {
        let worker = await take()
        defer { release(worker) }
        return try await worker.read(document, within: limits)
    }

    package func cells(of document: DocumentBytes, within limits: Limits) async throws(WorkerFailure) -> GridAnswer {
        let worker = await take()
        defer { release(worker) }
        return try await worker.cells(of: document, within: limits)
    }

    /// The worker that worked last, since it has loaded.
    private func take() async -> Worker {
        if let worker = idle.popLast() { return worker }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func release(_ worker: Worker) {
        if waiting.isEmpty {
            idle.append(worker)
        } else {
            waiting.removeFirst().resume(returning: worker)
        }
    }
}
