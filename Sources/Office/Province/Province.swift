package import Foundation
package import Reports
import Rules

/// All that is shown of the offices whose records are collected here, as they stand at a moment.
package struct Province: Sendable, Equatable {
    /// An office with all below it, or all offices together.
    package struct Level: Sendable, Equatable {
        /// `nil` of all together.
        package let office: OfficeRoster.Office?
        /// What has come of the office itself, if anything has.
        package let own: CollectedOffice?
        /// How the bodies of the office and of those below stand, by year.
        package fileprivate(set) var years: [String: OfficeYear] = [:]
        /// When the newest record of any of them was recorded.
        package fileprivate(set) var recordedAt: Date?
        /// How many of them send records, and of how many these have come.
        package fileprivate(set) var sending = 0
        package fileprivate(set) var heard = 0

        /// How the bodies stand for a year, of which nothing need have come.
        package func year(_ year: String) -> OfficeYear { years[year] ?? OfficeYear(year: year) }

        /// The years, the newest first and reports of no known year last.
        package var yearNames: [String] { years.keys.sorted { (Int($0) ?? 0, $0) > (Int($1) ?? 0, $1) } }

        fileprivate mutating func add(_ office: CollectedOffice?, isSending: Bool) {
            sending += isSending ? 1 : 0
            guard let office else { return }
            heard += 1
            recordedAt = [recordedAt, office.recordedAt].compactMap(\.self).max()
            for year in office.years { years[year.year, default: OfficeYear(year: year.year)] += year }
        }
    }

    package let generatedAt: Date
    /// Past this moment the pages no longer describe the present.
    package let validUntil: Date
    /// The offices as a tree.
    package let roster: OfficeRoster
    /// The gravest first.
    package let troubles: [OfficeTrouble]
    /// All offices together.
    package let whole: Level
    /// Whether there is a list of the offices.
    let isListed: Bool
    private let levels: [String: Level]
    private let troublesByOffice: [String: [OfficeTrouble]]

    /// Offices that the roster does not have count nowhere: that they are there is a trouble. Without a roster all stand side by side.
    package init(
        generatedAt: Date, validUntil: Date, roster: OfficeRoster, offices: [CollectedOffice],
        troubles: [OfficeTrouble] = []
    ) {
        isListed = !roster.offices.isEmpty
        let roster = roster.orSideBySide(offices.map(\.name))
        let known = Dictionary(offices.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var whole = Level(office: nil, own: nil)
        var levels = Dictionary(
            roster.offices.map { ($0.name, Level(office: $0, own: known[$0.name])) },
            uniquingKeysWith: { first, _ in first })
        for office in roster.offices {
            let isSending = office.certificate != nil || known[office.name] != nil
            whole.add(known[office.name], isSending: isSending)
            for level in roster.path(to: office.name) + [office] {
                levels[level.name]?.add(known[office.name], isSending: isSending)
            }
        }
        self.generatedAt = generatedAt
        self.validUntil = validUntil
        self.roster = roster
        self.troubles = troubles.enumerated()
            .sorted { ($0.element.kind.rank, $0.offset) < ($1.element.kind.rank, $1.offset) }.map(\.element)
        troublesByOffice = Dictionary(grouping: self.troubles, by: \.about)
        (self.whole, self.levels) = (whole, levels)
    }

    /// An office with all below it; `nil` where the roster has none of the name.
    package subscript(name: String) -> Level? { levels[name] }

    /// The offices directly below one, or at the top.
    package func levels(below name: String?) -> [Level] { roster.children(of: name).compactMap { levels[$0.name] } }

    /// What is wrong with one office.
    package func troubles(of name: String) -> [OfficeTrouble] { troublesByOffice[name] ?? [] }

    /// The level that the overview begins with: the one at the top, where it stands there alone with others below it.
    var head: String? { roster.head }

    /// The year that a person who opens the overview wants to see.
    package func currentYear(in zone: TimeZone = .china) -> String {
        let years = whole.years.values
        return Overview.currentYear(
            of: Set(years.filter { $0.received > 0 }.compactMap { Int($0.year) }),
            isAwaited: years.contains { $0.expected > 0 }, on: Period.Day(generatedAt, in: zone))
    }
}

extension OfficeRoster {
    /// The roster, or where it has no office at all those of these names side by side.
    package func orSideBySide(_ names: [String]) -> OfficeRoster {
        offices.isEmpty ? OfficeRoster(names.map { Office(name: $0) }) : self
    }

    /// The office that alone stands at the top, with others below it.
    var head: String? {
        let top = children(of: nil)
        guard top.count == 1, let only = top.first, !children(of: only.name).isEmpty else { return nil }
        return only.name
    }

    /// Every office, or every one below another, after the one above it and in the order of the roster.
    package func inDepth(below name: String? = nil) -> [Office] {
        var found: [Office] = []
        var open = Array(children(of: name).reversed())
        // A ring would go round for ever; the file that has one is refused.
        while let next = open.popLast(), found.count <= offices.count {
            found.append(next)
            open += children(of: next.name).reversed()
        }
        return found
    }
}

extension OfficeYear {
    /// How many there are in each state; states that nobody is in are left out.
    var counts: [DeskState: Int] {
        var counts = Dictionary(verdicts.map { (DeskState.judged($0), $1) }, uniquingKeysWith: +)
        (counts[.missing], counts[.overdue]) = (missing, overdue)
        return counts.filter { $0.value > 0 }
    }

    /// How many of a hundred bodies have reported.
    var percent: Int { expected == 0 ? 0 : submitted * 100 / expected }

    /// The year in the words of an office.
    var heading: String { Int(year).map { "\($0) 年度" } ?? year }
}

extension OfficeTrouble.Kind {
    /// The place among others: what keeps records from being followed comes first, what is only not heard of last.
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension OfficeTrouble {
    /// What the person who has made sure of it has to call; `nil` where nothing can be confirmed.
    package var command: String? {
        canBeConfirmed ? Self.confirming(about) : nil
    }

    /// How a person has the records of an office followed from where they stop.
    package static func confirming(_ office: String) -> String {
        "nianbao collect confirm \(office.printable.asShellWord) --why 理由"
    }

    /// How a person takes back what was confirmed last.
    package static func undoing(_ office: String) -> String {
        "nianbao collect undo \(office.printable.asShellWord) --why 理由"
    }
}
