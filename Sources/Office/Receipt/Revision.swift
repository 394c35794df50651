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
        var before = Self.weighty(previous.result)
        var (open, new): ([ResultFinding], [ResultFinding]) = ([], [])
        for finding in Self.weighty(version.result) {
            if let index = before.firstIndex(where: finding.isAbout) {
                before.remove(at: index)
                open.append(finding)
            } else {
                new.append(finding)
            }
        }
        (mended, self.open, self.new) = (before, open, new)
        let (then, now) = (previous.result.tally, version.result.tally)
        cells = Tally.places.compactMap { place in
            then[place] == now[place] ? nil : CellChange(at: place, before: then[place], now: now[place])
        }
    }

    private static func weighty(_ result: Result) -> [ResultFinding] {
        result.findingsByWeight.filter { $0.severity != .info }
    }
}

extension ResultFinding {
    /// Whether two findings say the same of the same place; the numbers in them may differ.
    fileprivate func isAbout(_ other: ResultFinding) -> Bool { rule == other.rule && at == other.at }
}
