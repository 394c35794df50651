import Alerts
import Foundation
import Ledger
import Linux
import Logging
import Office
import ReaderInterface
import Rules
import ServiceLifecycle
import Services

/// Files that are whole: copy, recognise, read, judge, record.
extension Intake {
    /// Where the system tells that a file was closed, its writer may open it once more by then, as scanners do a page at a time.
    private static let reopening = Duration.seconds(30)
    /// How many files of a share that was mounted anew are read at a look: there is no hurry.
    private static let mostVerified = 8

    /// Copies a file; `nil` where that can't be done now.
    func keep(_ file: ObservedFile, at now: ClockReading) async -> Arrival? {
        do {
            let content = try parts.archive.keep(file, from: parts.inbox)
            obstacles.updateValue(nil, forKey: .archiveUnwritable)
            return Arrival(file: file, content: content, at: now.date)
        } catch {
            note(error, of: file, at: now)
            noteObstacle(at: now)
            return nil
        }
    }

    /// Takes a file in hand, and tells what there is to do for its result; `nil` where its bytes are known, or that can't be found out.
    func begin(_ arrival: Arrival, at now: ClockReading) async -> Work? {
        do {
            if try await !context.ledger.recognise(arrival, beside: inboxFiles) { return try await work(for: arrival) }
            try await settle(arrival.file, at: now)
        } catch {
            note(error, of: arrival.file, at: now)
        }
        return nil
    }

    /// Judges a file that has been read, and records it.
    func finish(_ reading: Reading, at now: ClockReading) async {
        let (file, content) = (reading.arrival.file, reading.arrival.content)
        do {
            let checked = try await judged(reading.outcome, reading.arrival)
            if let patience = patience(with: file, checked, at: now),
                settling.awaitRest(of: file, for: patience, at: now.uptime)
            {
                // Somebody goes on writing, most likely: what is there so far is nobody's report.
                try await context.ledger.ended(content)
                if try await !context.ledger.holds(content) { try parts.archive.discard(content) }
                return
            }
            try await context.ledger.record(reading.arrival, checked, beside: inboxFiles)
            if checked.result.verdict != .failed { suspects[content.key] = nil }
            try await settle(file, at: now)
        } catch {
            note(error, of: file, at: now)
        }
    }

    /// Notes that a file has its verdict.
    private func settle(_ file: ObservedFile, at now: ClockReading) async throws {
        // What its file was before may wait for nothing any more.
        if suspects.values.contains(where: { $0.path == file.path }) {
            suspects = try await context.ledger.suspects(at: now.date)
        }
        ledgerFailureLog.recovered(in: context.log)
        judged[file.path] = file.stamp
        troubles[file.path] = nil
    }

    private func note(_ error: any Error, of file: ObservedFile, at now: ClockReading) {
        switch error {
        case let failure as Archive.Failure: note(failure, of: file, at: now)
        case let failure as WorkerFailure: note(failure, of: file, at: now)
        default: ledgerFailureLog.failed(error, in: context.log)
        }
    }

    /// How long the rest of a file is waited for, where it ends too early, or nobody can tell by its end and somebody may be writing; `nil`
    /// where it is whole.
    private func patience(with file: ObservedFile, _ checked: CheckedReport, at now: ClockReading) -> Duration? {
        let (isHeld, isUnknown) = (held.contains(file.path), inherited.contains(file.path))
        let reopening = min(pace.patience, Self.reopening)
        if checked.isCutOff { return isTold && !isHeld && !isUnknown ? reopening : pace.patience }
        guard isTold, !checked.hasEnd else { return nil }
        let age = now.date.timeIntervalSince1970 - Double(file.stamp.changed) / 1e9
        let isNew = abs(age) < Self.reopening / .seconds(1)
        return isHeld || isUnknown && isNew ? reopening : nil
    }

    /// What there is to do for the result of an arrival.
    private func work(for arrival: Arrival) async throws -> Work {
        let content = arrival.content
        guard !content.sha256.isEmpty else {
            let name = arrival.file.path.name.display
            return Self.giving(
                CheckedReport(result: .oversize(bytes: content.size, file: name, limit: parts.archive.limit)))
        }
        let submission = Submission(arrival, in: parts.archive)
        guard let suspect = suspects[content.key], suspect.isSetAside else {
            return try await work(on: submission, arrival, to: .judged)
        }
        context.log.error("校核“\(suspect.path.display)”时本系统已中断 \(suspect.deaths) 次，记为系统故障，待别的文件校核完后单独重试。")
        // Where even that was too much, it is filed by its name.
        guard suspect.deaths == Ledger.Suspect.deathsEnough else { return Self.giving(CheckedReport(submission)) }
        return try await work(on: submission, arrival, to: .identified)
    }

    /// The reading of a file. That it is in hand is recorded first.
    private func work(
        on submission: Submission, _ arrival: Arrival, to depth: ReportChecker.Depth
    ) async throws -> Work {
        let crashes = try await context.ledger.begin(arrival)
        guard crashes < ReportChecker.crashesEnough else { return Self.giving(abandon(submission)) }
        let check = parts.check
        return { try await check(submission, depth) }
    }

    /// No work at all: the result is known.
    private static func giving(_ checked: CheckedReport) -> Work {
        { { checked } }
    }

    /// Judges a file that has been read. A crash of the reader is recorded after it was seen.
    private func judged(_ outcome: Result<Judge, any Error>, _ arrival: Arrival) async throws -> CheckedReport {
        do {
            let checked = try await outcome.get()()
            obstacles.updateValue(nil, forKey: .workerFailed)
            return checked
        } catch WorkerFailure.crashed(let seen) {
            obstacles.updateValue(nil, forKey: .workerFailed)
            context.log.error("读取“\(arrival.file.path.display)”时，\(seen)。")
            let crashes = try await context.ledger.crashed(over: arrival.content)
            guard crashes >= ReportChecker.crashesEnough else { throw WorkerFailure.crashed(seen) }
            return abandon(Submission(arrival, in: parts.archive))
        } catch {
            try await context.ledger.ended(arrival.content)
            throw error
        }
    }

    private func abandon(_ submission: Submission) -> CheckedReport {
        context.log.error("“\(submission.file)”两次没能读完，不再自动尝试；程序修复后可用 nianbao recheck 重新校核。")
        return CheckedReport(submission, refused: .crashed)
    }

    /// Judges the files that were set aside and are due, each alone: nothing else waits.
    func retry(at now: ClockReading) async {
        for (key, suspect) in suspects where suspect.isSetAside && suspect.due <= now.date {
            do {
                if try await context.ledger.awaitsRejudging(key) { continue }
                guard let kept = try await context.ledger.archivedVersion(of: key),
                    kept.version.result.verdict == .failed
                else {
                    try await context.ledger.forgetFailures(of: key)
                    suspects[key] = nil
                    continue
                }
                let submission = Submission(kept, in: parts.archive)
                let work = try await work(on: submission, kept.arrival, to: .judged)
                let checked = try await judged(await Self.outcome(of: work), kept.arrival)
                try await context.ledger.replace(kept, by: checked, at: now.date)
                suspects[key] = nil
                context.liveness.progress(.intake)
            } catch WorkerFailure.unavailable(let wrong) {
                obstacles[.workerFailed] = .workerFailed(wrong)
            } catch is WorkerFailure {
                // Counted; the next look tries once more.
            } catch {
                ledgerFailureLog.failed(error, in: context.log)
            }
        }
    }

    private func note(_ failure: WorkerFailure, of file: ObservedFile, at now: ClockReading) {
        switch failure {
        case .crashed:
            // Once more, later: what was wrong may have passed.
            settling.restart(file, at: now.uptime)
        case .unavailable(let wrong):
            obstacles[.workerFailed] = .workerFailed(wrong)
        }
    }

    private func note(_ failure: Archive.Failure, of file: ObservedFile, at now: ClockReading) {
        switch failure {
        case .changed:
            settling.restart(file, at: now.uptime)
        case .vanished:
            troubles[file.path] = Trouble(alert: .fileVanished(file.path), ends: now.uptime + pace.patience)
        case .denied:
            guard let status = try? parts.inbox.status(of: file.path) else { return }
            let alert = Alert.fileUnreadable(file.path, status, in: parts.inbox.path)
            troubles[file.path] = Trouble(alert: alert, heldBack: file.stamp)
        case .broken(let error):
            troubles[file.path] = Trouble(alert: .fileBroken(file.path, error))
        case .unwritable(let error):
            obstacles[.archiveUnwritable] = .archiveUnwritable(parts.archive.folder, error)
        }
    }

    /// Reads some of the files that are known but for the number of their file system, where nothing else waits. One that has other bytes
    /// is judged as what it is.
    func verify(at now: ClockReading) async {
        for file in unverified.prefix(Self.mostVerified) {
            do {
                let content = try parts.archive.identify(file, in: parts.inbox)
                if try await context.ledger.restamp(file, ifHolding: content) {
                    judged[file.path] = file.stamp
                } else {
                    judged.forget(file.path)
                }
            } catch let failure as Archive.Failure {
                note(failure, of: file, at: now)
            } catch {
                return ledgerFailureLog.failed(error, in: context.log)
            }
            context.liveness.progress(.intake)
        }
    }
}
