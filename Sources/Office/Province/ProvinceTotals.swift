package import Reports
package import Rules

/// The official tables of a year summed over the bodies of all offices, level by level.
///
/// The governments' own reports, which are such sums themselves, do not count; each is compared with the sum over the bodies of its own
/// office and of all below it.
package struct ProvinceTotals: Sendable, Equatable {
    /// An office with all below it, or all offices together.
    package struct Level: Sendable, Equatable {
        /// `nil` of all together.
        package let office: String?
        /// Those above it, the highest first.
        package let above: [String]
        /// The sum over its own bodies, where there is one, and what its government's own report states.
        package let direct: OfficeSum?
        /// The sum over these and all bodies below, cell by cell.
        package fileprivate(set) var tally = Tally()
        /// How many reports are in it, and how many bodies are not.
        package fileprivate(set) var counted = 0
        package fileprivate(set) var leftOut = 0
        /// How many offices are in it, and how many that send records have none for the year.
        package fileprivate(set) var offices = 0
        package fileprivate(set) var silent = 0

        /// What the government's own report states, if it has come and counts.
        package var own: Tally? { direct?.own }

        /// Where the government's own report and the sum differ, in the order of the form.
        package var differences: [Totals.Difference] { own.map { Totals.differences(of: $0, from: tally) } ?? [] }

        /// The identities of the form that the sum does not keep.
        package var broken: [Finding] { counted == 0 ? [] : Rulebook.identities(in: tally.report) }

        fileprivate mutating func add(_ sum: OfficeSum?, isSending: Bool) {
            guard let sum else {
                silent += isSending ? 1 : 0
                return
            }
            tally += sum.tally
            counted += sum.counted
            leftOut += sum.leftOut
            offices += 1
        }
    }

    package let year: Int
    /// The level that stands above all: the office at the top where it stands there alone with others below it, else all together.
    package let top: Level
    /// All offices, each after the one above it.
    package let levels: [Level]
    let roster: OfficeRoster
    private let places: [String: Int]

    /// `sums` are those of the offices by name; offices that the roster does not have count nowhere.
    package init(year: Int, roster: OfficeRoster, sums: [String: OfficeSum]) {
        let roster = roster.orSideBySide(sums.keys.sorted())
        var whole = Level(office: nil, above: [], direct: nil)
        var levels = roster.inDepth().map { office in
            Level(office: office.name, above: roster.path(to: office.name).map(\.name), direct: sums[office.name])
        }
        let places = Dictionary(
            levels.enumerated().map { ($1.office ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        for office in roster.offices {
            let (sum, isSending) = (sums[office.name], office.certificate != nil)
            whole.add(sum, isSending: isSending)
            for level in roster.path(to: office.name) + [office] {
                if let place = places[level.name] { levels[place].add(sum, isSending: isSending) }
            }
        }
        self.year = year
        self.roster = roster
        (self.levels, self.places) = (levels, places)
        top = roster.head.flatMap { places[$0] }.map { levels[$0] } ?? whole
    }

    /// An office with all below it; `nil` where the roster has none of the name.
    package subscript(office: String) -> Level? { places[office].map { levels[$0] } }

    /// The levels directly below one.
    package func levels(below level: Level) -> [Level] {
        roster.children(of: level.office).compactMap { self[$0.name] }
    }

    /// The offices whose page says something else than it did before.
    package func changes(since before: ProvinceTotals?) -> [Level] {
        guard let before, before.year == year, before.roster == roster else { return levels }
        let changed = Set(zip(levels, before.levels).filter { $0 != $1 }.compactMap(\.0.office))
        // A page shows the levels directly below too.
        let above = Set(changed.compactMap { roster[$0]?.parent })
        return levels.filter { $0.office.map { changed.contains($0) || above.contains($0) } ?? false }
    }
}
