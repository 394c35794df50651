package import Ledger
package import Office
package import ReaderInterface
package import Reports
import Rules
package import Settings

/// Checks a report. The daemon, `check` and `recheck` call it alike, and these are its steps:
///
/// 1. open and read: the reader, a process of its own, makes a `Report` of the bytes;
/// 2. identify: the roster says which body it is of;
/// 3. know: one question gives what is to be compared with it;
/// 4. judge: `Rulebook.findings` and `Verdict.init(findings:)`;
/// 5. result.
///
/// Steps 4 and 5 touch no disk, no clock and no log: the same bytes with the same knowledge give the same result for as long as
/// the rulebook stands.
package struct ReportChecker: Sendable {
    /// How far a report is checked.
    package enum Depth: Sendable {
        /// Only read and identified, with the texts by which others are compared: the verdict is `failed`, until it is judged.
        case identified
        case judged
    }

    /// After so many crashes of the reader over the same bytes, nobody tries them again by himself.
    package static let crashesEnough = 2

    private let settings: Settings
    private let roster: Roster
    private let placement: Placement
    private let knowledge: any ReportKnowledge
    private let reader: any DocumentReader
    private let grids: any GridReader

    /// Without a ledger and a roster a report is checked on its own.
    package init(
        _ settings: Settings = Settings(), roster: Roster = Roster(),
        knowledge: any ReportKnowledge = NothingKnown(), reader: any DocumentReader = Readers.shared,
        grids: any GridReader = Readers.shared
    ) {
        self.settings = settings
        self.roster = roster
        placement = Placement(roster, mindsFolders: settings.policy.mindsFolders)
        self.knowledge = knowledge
        self.reader = reader
        self.grids = grids
    }

    /// Checks a file once. A file that can't be read is a verdict of its own; throws `WorkerFailure` where the reader gave no
    /// answer, and what the knowledge throws.
    package nonisolated(nonsending) func check(
        _ submission: Submission, to depth: Depth = .judged
    ) async throws -> CheckedReport {
        try await judge(try await read(submission), submission, to: depth)
    }

    /// The first step alone. Throws `WorkerFailure` where the reader gave no answer.
    package nonisolated(nonsending) func read(_ submission: Submission) async throws(WorkerFailure) -> ReaderAnswer {
        if let entered = submission.entered { return try await read(submission.document, entered) }
        return try await reader.read(submission.document, within: settings.limits)
    }

    /// The numbers that a person has written down, as the report of a body.
    private nonisolated(nonsending) func read(
        _ document: DocumentBytes, _ entered: Submission.Entered
    ) async throws(WorkerFailure) -> ReaderAnswer {
        let answer = try await grids.cells(of: document, within: settings.limits)
        do throws(EntryForm.Refusal) {
            var report = try answer.entry().tally.report
            (report.agency, report.year) = (entered.agency, entered.year)
            return ReaderAnswer(format: answer.format, content: .report(report))
        } catch {
            return ReaderAnswer(.damaged(error.problems.first ?? ""), of: answer.format)
        }
    }

    /// The other steps. Throws what the knowledge throws.
    package nonisolated(nonsending) func judge(
        _ answer: ReaderAnswer, _ submission: Submission, to depth: Depth = .judged
    ) async throws -> CheckedReport {
        var checked = try await checked(answer, submission, to: depth)
        checked.isCutOff = answer.isCutOff
        checked.hasEnd = answer.format.hasEnd
        return checked
    }

    private nonisolated(nonsending) func checked(
        _ answer: ReaderAnswer, _ submission: Submission, to depth: Depth
    ) async throws -> CheckedReport {
        switch answer.content {
        case .unreadable(let reason):
            return CheckedReport(submission, refused: reason, as: answer.format, of: place(of: nil, submission).agency)
        case .report(let report):
            let place = place(of: report, submission)
            var checked = CheckedReport(submission, identified: report, as: answer.format, of: place.agency)
            checked.isMisplaced = place.owner != nil
            checked.texts = texts(of: report)
            checked.likeness = settings.thresholds.likeness
            guard depth == .judged else { return checked }
            let query = query(about: report, checked, submission)
            var context = try await knowledge.context(for: query)
            context.folderOwner = place.owner
            checked.judge(report, findings(in: report, answer.format, submission, knowing: context))
            if submission.entered != nil { checked.result.format = HandEntry.format }
            return checked
        }
    }

    /// As `check`, where nobody counts crashes: a file over which the reader crashes twice is left alone, as the daemon does.
    package nonisolated(nonsending) func checkTwice(_ submission: Submission) async throws -> CheckedReport {
        for _ in 0..<Self.crashesEnough {
            do {
                return try await check(submission)
            } catch WorkerFailure.crashed {
                continue
            }
        }
        return CheckedReport(submission, refused: .crashed)
    }

    /// The result alone, of a file that no ledger knows.
    package nonisolated(nonsending) func result(of submission: Submission) async throws -> ReportResult {
        try await checkTwice(submission).result
    }

    /// Whose it is by the names in the report: title and signature may call one body differently.
    private func place(of report: Report?, _ submission: Submission) -> Placement.Place {
        placement.place(
            of: report?.agency, or: [report?.title?.agency, report?.signature].compactMap(\.self),
            in: submission.folder)
    }

    private func query(about report: Report, _ checked: CheckedReport, _ submission: Submission) -> KnowledgeQuery {
        // Where a report is misplaced, nothing is known of who has handed it in.
        let agency = checked.isMisplaced ? nil : checked.agency
        let name = checked.agency?.name ?? report.agency
        var filing = report.year.flatMap { year in name.map { Filing(year: year, agency: $0) } }
        if checked.isMisplaced { filing = filing?.apart(in: submission.folder ?? "") }
        // What belongs elsewhere than where it is filed has no number there yet.
        let isFiledAnew = submission.filed.map { checked.belongsElsewhere(than: $0) } ?? false
        var query = KnowledgeQuery(
            filing, agency: agency, texts: checked.texts,
            receivedAt: submission.receivedAt, version: isFiledAnew ? nil : submission.version, roster: roster,
            likeness: settings.thresholds.likeness)
        query.owner = submission.owner
        query.sha256 = submission.sha256
        return query
    }

    /// The prose that is compared with that of other reports. Numbers of persons are starred: digits count for no comparison.
    private func texts(of report: Report) -> [Section: String] {
        report.passages.filter { Context.comparedSections.contains($0.key) }
            .mapValues { $0.joined(separator: "\n").masked }
    }

    private func findings(
        in report: Report, _ format: Format, _ submission: Submission, knowing context: Context
    ) -> [Finding] {
        var context = context
        context.thresholds = settings.thresholds
        context.contradiction = format.contradiction(in: submission.file).map {
            FileType(claimed: $0, found: format.name)
        }
        return Rulebook.findings(
            in: report, knowing: context, under: settings.policy, numbersOnly: submission.entered != nil)
    }
}
