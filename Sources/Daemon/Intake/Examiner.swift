import Foundation
package import Ledger
import Linux
import Office
package import Reports
import Rules

/// Judges a file with all that the office knows: its roster, its dates, and what the ledger has of other reports.
package struct Examiner: Sendable {
    private let inspector: Inspector
    private let roster: Roster
    private let ledger: Ledger

    package init(inspector: Inspector, roster: Roster, ledger: Ledger) {
        self.inspector = inspector
        self.roster = roster
        self.ledger = ledger
    }

    /// Inspects a new arrival. Throws `WorkerFailure` where nothing could be made of it.
    package nonisolated(nonsending) func examine(
        _ document: DocumentBytes, _ arrival: Arrival
    ) async throws -> Inspection {
        try await judge(inspector.read(document), arrival, version: nil)
    }

    /// Inspects an arrival that is in the ledger already, as the version that it is.
    package nonisolated(nonsending) func reexamine(
        _ document: DocumentBytes, _ arrival: Arrival, version: Int
    ) async throws -> Inspection {
        try await judge(inspector.readTwice(document), arrival, version: version)
    }

    private nonisolated(nonsending) func judge(
        _ reading: Inspector.Reading, _ arrival: Arrival, version: Int?
    ) async throws -> Inspection {
        let report = try? reading.report.get()
        let agency = agency(of: report, at: arrival.file.path)
        let texts = report.map(Self.texts) ?? [:]
        let context = try await context(of: report, texts, agency, arrival, version)
        let file = Result(
            file: arrival.file.path.name.display, sha256: arrival.content.sha256, bytes: arrival.content.size)
        return Inspection(
            result: inspector.judge(reading, file, knowing: context), agency: agency, texts: texts)
    }

    /// The agency by the name in the report; where it names none, by the folder in which it lies.
    private func agency(of report: Report?, at path: InboxPath) -> Agency? {
        if let name = report?.agency { return roster.agency(named: name) }
        return path.folder.flatMap { roster.agency(inFolder: $0.display) }
    }

    private nonisolated(nonsending) func context(
        of report: Report?, _ texts: [Section: String], _ agency: Agency?, _ arrival: Arrival, _ version: Int?
    ) async throws -> Context {
        var context = Context()
        context.hasRoster = !roster.agencies.isEmpty
        context.agency = agency
        guard let year = report?.year, let name = agency?.name ?? report?.agency else { return context }
        let filing = Filing(year: year, agency: name)
        context.previous = try await ledger.earlierReport(than: filing)
        context.others = try await ledger.otherTexts(
            like: texts, than: filing, before: arrival.at, likeness: inspector.thresholds.likeness)
        let versions = try await ledger.versions(of: filing)
        if agency?.sumsUp == true {
            context.aggregate = try ledger.totals(of: year, roster: roster).aggregate
        }
        context.version = version ?? versions.count + 1
        if let agency {
            // A corrected version is in time when the first one was; what the office has accepted comes before both.
            let accepted = try await ledger.acceptedTime(of: filing)?.time
            context.timing = timing(at: accepted ?? versions.first ?? arrival.at, of: agency, for: year)
        }
        return context
    }

    private func timing(at date: Date, of agency: Agency, for year: Int) -> Timing {
        let deadlines = roster.deadlines
        return Timing(
            day: Period.Day(date, in: deadlines.timeZone), deadline: deadlines.submit(of: agency, for: year))
    }

    private static func texts(of report: Report) -> [Section: String] {
        report.passages.filter { Context.comparedSections.contains($0.key) }.mapValues { $0.joined(separator: "\n") }
    }
}
