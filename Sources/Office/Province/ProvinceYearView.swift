import Foundation
import Reports

/// A year of the pages about offices, as their template wants it.
struct ProvinceYearView {
    /// Offices that lack reports, below one office.
    struct LackingGroup {
        /// The one above them, one or none.
        var names: [String]
        var count: Int
        var offices: [Lacking]
    }

    struct Lacking {
        var name: String
        var link: String
        var note: String
    }

    let number: Int
    let isShown: Bool
    let heading: String
    /// The page with the tables of the year summed, without its ending; one or none.
    let totals: [String]
    /// Whether the tables also lie there in other forms.
    let hasForms: Bool
    let isAwaited: Bool
    let expectedCount: Int
    let submittedCount: Int
    let percent: Int
    let hasLate: Bool
    let inTimeCount: Int
    let lateCount: Int
    let hasOverdue: Bool
    let overdueCount: Int
    let hasMissing: Bool
    let missingCount: Int
    let isComplete: Bool
    let receivedCount: Int
    let shares: [YearView.Share]
    let hasLacking: Bool
    let lackingCount: Int
    let lacking: [LackingGroup]
    let heads: [String]
    /// Each as HTML.
    let rows: [String]
    let sum: String
    let hasRows: Bool
    let bodyHeads: [String]
    /// Each as HTML.
    let bodies: [String]
    let hasBodies: Bool

    /// The year of a level, or of all offices together, on a page from which the folder of the site is at `top`.
    init(
        _ year: String, of name: String?, in province: Province, bodies: [OfficeBody] = [], number: Int, isShown: Bool,
        from top: String, _ zone: TimeZone
    ) {
        let figures = (name.flatMap { province[$0] } ?? province.whole).year(year)
        self.number = number
        self.isShown = isShown
        heading = figures.heading
        totals =
            Int(year).map { year in
                [top + StatusAddress.of(name.map { OfficeAddress.totals(year, of: $0) } ?? OfficeAddress.totals(year))]
            } ?? []
        hasForms = name == nil
        isAwaited = figures.expected > 0
        (expectedCount, submittedCount, percent) = (figures.expected, figures.submitted, figures.percent)
        (hasLate, inTimeCount, lateCount) = (figures.late > 0, figures.submitted - figures.late, figures.late)
        (hasOverdue, overdueCount) = (figures.overdue > 0, figures.overdue)
        (hasMissing, missingCount) = (figures.missing > 0, figures.missing)
        isComplete = figures.submitted == figures.expected
        receivedCount = figures.received
        shares = YearView.Share.all(figures.counts)
        let isAsked = figures.overdue > 0 || year == province.currentYear(in: zone)
        lacking = isAsked ? ProvinceYearView.lacking(year, below: name, in: province, from: top) : []
        lackingCount = lacking.reduce(0) { $0 + $1.count }
        hasLacking = !lacking.isEmpty
        let below = name ?? province.head
        (rows, sum) = OfficeRow.table(of: province, below: below, year, from: top, in: zone)
        // Its own bodies alone are no table: they are listed.
        hasRows = !province.levels(below: below).isEmpty
        heads = OfficeRow.heads
        let own = bodies.filter { $0.year == year }
        self.bodies = zip(1..., own).map { $1.html(number: $0, in: zone) }
        hasBodies = !own.isEmpty
        bodyHeads = OfficeBody.heads
    }

    /// The offices whose bodies have not all reported, or of which nothing has come, by the one above them.
    private static func lacking(
        _ year: String, below name: String?, in province: Province, from top: String
    ) -> [LackingGroup] {
        var order: [String?] = []
        var members: [String?: [Lacking]] = [:]
        for office in province.roster.inDepth(below: name) {
            guard let note = province[office.name]?.lack(of: year) else { continue }
            if members[office.parent] == nil { order.append(office.parent) }
            let link = top + StatusAddress.of(OfficeAddress.page(of: office.name))
            members[office.parent, default: []].append(Lacking(name: office.name, link: link, note: note))
        }
        return order.map { parent in
            let offices = members[parent] ?? []
            let isOnly = order.count == 1
            return LackingGroup(names: isOnly ? [] : [parent ?? "最上一级"], count: offices.count, offices: offices)
        }
    }
}

extension Province.Level {
    /// What the office's own bodies lack for a year; `nil` where that is nothing, or it has none to send.
    fileprivate func lack(of year: String) -> String? {
        guard let own else { return office?.certificate == nil ? nil : "尚未收到记录" }
        guard let figures = own.years.first(where: { $0.year == year }) else { return nil }
        let parts = [
            figures.overdue > 0 ? "逾期 \(figures.overdue) 个" : nil,
            figures.missing > 0 ? "未报 \(figures.missing) 个" : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "，")
    }
}
