package import Reports
import Rules

/// What a new version of a report changes against the one before.
package struct Revision: Sendable, Equatable {
    /// A cell of the tables whose number is another now; `nil` is a cell without one.
    package struct CellChange: Sendable, Equatable {
        package var at: Place
        package var before: ExactDecimal?
        package var now: ExactDecimal?
    }

    /// The number of the version before.
    package let previous: Int
    /// Whether both were read: of a file that could not be, nothing can be compared.
    package let isComparable: Bool
    /// The errors and warnings of the version before that are gone.
    package let mended: [ResultFinding]
    /// The errors and warnings of this version that the one before had too.
    package let open: [ResultFinding]
    /// The errors and warnings that are new.
    package let new: [ResultFinding]
    package let cells: [CellChange]

    package init(from previous: ReportVersion, to version: ReportVersion) {
        self.previous = previous.version
        isComparable = previous.result.verdict.isOfContent && version.result.verdict.isOfContent
        guard isComparable else {
            (mended, open, new, cells) = ([], [], [], [])
            return
        }
        let found = Self.compared(Self.weighty(previous.result), Self.weighty(version.result))
        // What the office has waived is neither mended nor to be mended.
        let (before, waived) = (previous.waivedFindings, version.waivedFindings)
        mended = found.mended.filter { !before.contains($0) }
        (open, new) = (found.open.filter { !waived.contains($0) }, found.new.filter { !waived.contains($0) })
        let (then, now) = (previous.result.tally, version.result.tally)
        cells = Tally.places.compactMap { place in
            then[place] == now[place] ? nil : CellChange(at: place, before: then[place], now: now[place])
        }
    }

    private static func weighty(_ result: ReportResult) -> [ResultFinding] {
        result.findingsByWeight.filter { $0.severity != .info }
    }
}

extension ReportVersion {
    fileprivate var waivedFindings: Set<ResultFinding> {
        decisions.isEmpty ? [] : Set(standing.waived.map(\.finding))
    }
}

extension Revision {
    /// The findings that are gone, those that stayed, and those that came. Takes time linear in their number.
    ///
    /// A row of blank cells is told by its cells once some are filled in, and the other way round: that is nothing new.
    private static func compared(
        _ before: [ResultFinding], _ now: [ResultFinding]
    ) -> (mended: [ResultFinding], open: [ResultFinding], new: [ResultFinding]) {
        let gone = Subjects(of: before, without: now)
        let came = Subjects(of: now, without: before)
        let new = came.alone.subtracting(came.alone.filter { gone.cover(Subject(now[$0])) })
        return (
            before.indices.filter { gone.alone.contains($0) && !came.cover(Subject(before[$0])) }.map { before[$0] },
            now.indices.filter { !new.contains($0) }.map { now[$0] }, now.indices.filter(new.contains).map { now[$0] }
        )
    }

    /// What two findings have in common that say the same of the same place; the numbers in them may differ.
    private struct Subject: Hashable {
        var rule: String
        var at: String

        init(rule: String, at: String) { (self.rule, self.at) = (rule, at) }
        init(_ finding: ResultFinding) { self.init(rule: finding.rule, at: finding.at) }

        /// The same of the row and of the table in which the place is.
        var wider: [Subject] {
            at.indices.filter { at[$0] == "/" }.map { Subject(rule: rule, at: String(at[..<$0])) }
        }
    }

    /// The findings of one version that have no like in the other.
    private struct Subjects {
        /// Their indices.
        private(set) var alone: Set<Int> = []
        private var subjects: Set<Subject> = []
        private var wider: Set<Subject> = []

        init(of findings: [ResultFinding], without others: [ResultFinding]) {
            var likes = Dictionary(others.map { (Subject($0), 1) }, uniquingKeysWith: +)
            for (index, finding) in findings.enumerated() {
                let subject = Subject(finding)
                if let left = likes[subject], left > 0 {
                    likes[subject] = left - 1
                } else {
                    alone.insert(index)
                    subjects.insert(subject)
                    wider.formUnion(subject.wider)
                }
            }
        }

        /// Whether one of them is about a place around another one or inside it.
        func cover(_ subject: Subject) -> Bool {
            wider.contains(subject) || subject.wider.contains(where: subjects.contains)
        }
    }
}
