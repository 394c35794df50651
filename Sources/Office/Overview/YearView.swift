import Foundation

/// A year of the overview, as its template wants it.
struct YearView {
    /// A state and how many bodies are in it.
    struct Share {
        var state: String
        var sign: String
        var name: String
        var count: Int

        /// Those of all states that anybody is in, in the order of the states.
        static func all(_ counts: [DeskState: Int]) -> [Share] {
            DeskState.allCases.compactMap { state in
                counts[state].map { Share(state: state.rawValue, sign: state.sign, name: state.name, count: $0) }
            }
        }
    }

    /// Bodies of a group whose reports have not come.
    struct MissingGroup {
        /// One, or none where the roster has no groups.
        var names: [String]
        var count: Int
        var agencies: [Missing]
    }

    struct Missing {
        var name: String
        /// What is to be said of its date, where that is not the date of all.
        var notes: [String]
    }

    let number: Int
    let isShown: Bool
    let heading: String
    /// The page with the tables of the year summed, without its extension; one, or none where there is no year to sum.
    let totals: [String]
    /// Whether bodies are awaited by a roster.
    let isAwaited: Bool
    let expectedCount: Int
    let submittedCount: Int
    let percent: Int
    let deadline: String
    let receivedCount: Int
    let isWithoutReports: Bool
    /// Whether each body has its line; else there are numbers alone.
    let listsAll: Bool
    let shares: [Share]
    let hasMissing: Bool
    let missingCount: Int
    let missing: [MissingGroup]
    /// Each as HTML.
    let rows: [String]
    let hasRows: Bool
    /// Whether the table is best printed on pages of its own, the list of the missing alone before it.
    let isLong: Bool
    let hasGroups: Bool
    let others: [String]
    let hasOthers: Bool
    let otherCount: Int

    init(
        _ standing: YearStanding, number: Int, isShown: Bool, listsAll: Bool = true, at date: Date, in zone: TimeZone
    ) {
        self.number = number
        self.isShown = isShown
        self.listsAll = listsAll
        heading = standing.heading
        totals = Int(standing.year).map { ["totals-\($0)"] } ?? []
        let missing = standing.missing
        isAwaited = !standing.lines.isEmpty
        expectedCount = standing.lines.count
        submittedCount = standing.submitted
        percent = expectedCount == 0 ? 0 : submittedCount * 100 / expectedCount
        receivedCount = standing.received
        isWithoutReports = standing.received == 0
        shares = Share.all(standing.counts)
        let dates = DeadlineWords(standing, at: date, in: zone)
        deadline = dates.summary
        hasMissing = !missing.isEmpty
        missingCount = missing.count
        self.missing = listsAll ? YearView.groups(missing, dates) : []
        let showsGroups = standing.lines.contains { !$0.agency.group.isEmpty }
        hasGroups = showsGroups
        rows = zip(1..., listsAll ? standing.lines : []).map {
            DeskRow($1, number: $0, showsGroup: showsGroups, dates, in: zone).html
        }
        hasRows = !rows.isEmpty
        isLong = rows.count > 20
        others = zip(1..., listsAll ? standing.others : []).map { DeskRow($1, number: $0, in: zone).html }
        hasOthers = !others.isEmpty
        otherCount = others.count
    }

    /// The missing bodies by group, in the order of the roster.
    private static func groups(_ missing: [YearStanding.Line], _ dates: DeadlineWords) -> [MissingGroup] {
        var order: [String] = []
        var members: [String: [Missing]] = [:]
        for line in missing {
            let group = line.agency.group
            if members[group] == nil { order.append(group) }
            members[group, default: []].append(Missing(name: line.agency.name, notes: dates.notes(of: line)))
        }
        return order.map { group in
            let agencies = members[group] ?? []
            let name = group.isEmpty ? "其他单位" : group
            let isOnly = order.count == 1 && group.isEmpty
            return MissingGroup(names: isOnly ? [] : [name], count: agencies.count, agencies: agencies)
        }
    }
}
