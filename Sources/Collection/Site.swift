package import Foundation
package import Ledger
import Office
package import Reports
package import SystemPackage

/// The pages and files that are published of all offices: views of the ledger, to be made anew at any time.
///
/// Everything is written whole and only where it has changed. What an error or a kill has left undone is done with the next call. Not for
/// several threads at once.
package final class Site {
    /// Upon what all pages rest: where that has changed, each may have.
    private struct Basis: Equatable {
        let roster: OfficeRoster
        let day: Period.Day
        let currentYear: String
    }

    package let folder: FilePath
    package let validFor: Duration
    private let ledger: Ledger
    private var files: SiteFolder
    private var offices: [String: CollectedOffice] = [:]
    private var basis: Basis?
    private var troubles: [OfficeTrouble] = []
    /// The offices whose pages are to be written; `nil` stands for all.
    private var owed: Set<String>?
    /// What the tables of each year show.
    private var totals: [Int: ProvinceTotals] = [:]

    /// A site in a folder, which has to be there. Its pages say that they hold for so long.
    package init(folder: FilePath, ledger: Ledger, validFor: Duration) {
        (self.folder, self.ledger, self.validFor) = (folder, ledger, validFor)
        files = SiteFolder(folder)
    }

    // MARK: Pages

    /// Writes the pages of the offices that have changed, of those above them, and the overview; `nil` stands for all offices. Throws
    /// `Errno` where the folder does not take them.
    package func publish(_ changed: Set<String>?, roster: OfficeRoster, at date: Date) throws {
        owe(changed)
        let province = try province(roster, at: date)
        let isWhole = owed == nil
        let pages = owed.map { Self.pages(of: $0, in: province.roster) } ?? province.roster.offices.map(\.name)
        for office in pages { try writePage(of: office, in: province, at: date) }
        try files.write(ProvincePage.html(for: province), to: "index.html")
        try files.write(ProvinceFile.json(for: province), to: "province.json")
        if isWhole { try keepPages(of: province.roster) }
        try files.sync()
        owed = []
    }

    /// Has that be written with the next calls which somebody has removed; whether the register or a table is among it.
    package func oweRemoved() throws(Errno) -> Bool {
        let removed = try files.forgetRemoved()
        let names = basis?.roster.offices.map(\.name) ?? []
        owed?.formUnion(names.filter { removed.contains(OfficeAddress.page(of: $0)) })
        for year in totals.keys where removed.contains(where: { $0.hasPrefix(OfficeAddress.totals(year)) }) {
            totals[year] = nil
        }
        return removed.contains { $0.hasPrefix("register.") || $0.hasPrefix("totals-") }
    }

    private func owe(_ changed: Set<String>?) {
        guard let changed else {
            owed = nil
            return
        }
        owed?.formUnion(changed)
    }

    /// What is to be shown, with what of it the ledger has to be asked for again.
    private func province(_ roster: OfficeRoster, at date: Date) throws -> Province {
        let day = Period.Day(date, in: .china)
        // What is overdue follows from the day.
        if basis?.day != day { owed = nil }
        if let owed {
            for name in owed { offices[name] = try ledger.collectedOffice(name, at: date) }
        } else {
            offices = Dictionary(
                try ledger.collectedOffices(at: date).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let troubles = try ledger.troubles()
        owed?.formUnion(Set(Self.differing(troubles, self.troubles)))
        let province = Province(
            generatedAt: date, validUntil: date.addingTimeInterval(validFor / .seconds(1)), roster: roster,
            offices: offices.values.sorted { $0.name < $1.name }, troubles: troubles)
        let basis = Basis(roster: province.roster, day: day, currentYear: province.currentYear())
        if basis != self.basis { owed = nil }
        (self.basis, self.troubles) = (basis, troubles)
        return province
    }

    /// The offices of which something else is wrong than before.
    private static func differing(_ troubles: [OfficeTrouble], _ before: [OfficeTrouble]) -> [String] {
        let (now, then) = (Dictionary(grouping: troubles, by: \.about), Dictionary(grouping: before, by: \.about))
        return Set(now.keys).union(then.keys).filter { now[$0] != then[$0] }
    }

    /// The offices and all above them, as far as the roster has them.
    private static func pages(of offices: Set<String>, in roster: OfficeRoster) -> [String] {
        let known = offices.compactMap { roster[$0]?.name }
        return Set(known + known.flatMap { roster.path(to: $0).map(\.name) }).sorted()
    }

    private func writePage(of office: String, in province: Province, at date: Date) throws {
        var bodies: [OfficeBody] = []
        try ledger.officeBodies(of: office, at: date) { bodies.append($0) }
        guard let page = OfficePage.html(of: office, in: province, bodies: bodies) else { return }
        try files.write(page, to: OfficeAddress.page(of: office))
    }

    private func keepPages(of roster: OfficeRoster) throws {
        let names = roster.offices.map { OfficeAddress.page(of: $0.name).dropFirst(OfficeAddress.folder.count + 1) }
        try files.keep(only: Set(names.map(String.init)), in: OfficeAddress.folder)
    }

    // MARK: Register and tables

    /// Writes the register of all bodies and the tables of all years. It takes as long as reading all that is known of the bodies.
    package func publishSums(roster: OfficeRoster, at date: Date) throws {
        let offices = try ledger.collectedOffices(at: date)
        let roster = roster.orSideBySide(offices.map(\.name))
        try writeRegister(roster, at: date)
        let known = offices.filter { roster[$0.name] != nil }
        let possible = Self.possibleYears(at: date)
        let years = Set(known.flatMap(\.years).compactMap { Int($0.year) }.filter(possible.contains))
        for year in years.sorted() {
            try write(ProvinceTotals(year: year, roster: roster, sums: ledger.officeSums(of: year)))
        }
        try keepTables(of: years)
        try files.sync()
    }

    private func writeRegister(_ roster: OfficeRoster, at date: Date) throws {
        let book = "register.xlsx"
        if try !files.has(book) { files.forget("register.csv") }
        let bodies = { [ledger] (take: (OfficeBody, [String]) throws -> Void) throws in
            for office in roster.inDepth() {
                let above = roster.path(to: office.name).map(\.name)
                try ledger.officeBodies(of: office.name, at: date) { try take($0, above) }
            }
        }
        try files.write(
            to: "register.csv",
            from: { write in
                try write(ProvinceRegister.csvHead)
                try bodies { try write(ProvinceRegister.csvLine($0, above: $1)) }
            },
            before: { try $0.write(ProvinceRegister.workbook(from: bodies), to: book) })
    }

    /// The file for programs has all that the others show, and comes last: where it is the same, they are.
    private func write(_ totals: ProvinceTotals) throws {
        let name = OfficeAddress.totals(totals.year)
        let forms = ["html", "csv", "xlsx"].map { "\(name).\($0)" }
        let isWhole = try forms.allSatisfy { try files.has($0) }
        if !isWhole { files.forget("\(name).json") }
        if self.totals[totals.year] == totals, isWhole { return }
        try files.write(
            to: "\(name).json", from: { write in try write(ProvinceTotalsFile.json(for: totals)) },
            before: { files in
                try files.write(ProvinceTotalsPage.html(for: totals), to: "\(name).html")
                try files.write(ProvinceTotalsTable.csv(for: totals), to: "\(name).csv")
                try files.write(ProvinceTotalsWorkbook.bytes(for: totals), to: "\(name).xlsx")
            })
        for level in totals.changes(since: self.totals[totals.year]) {
            guard let office = level.office else { continue }
            try files.write(
                ProvinceTotalsPage.html(of: level, in: totals),
                to: OfficeAddress.totals(totals.year, of: office) + ".html")
        }
        let pages = totals.levels.compactMap(\.office).map { Filing.file(ofOffice: $0) + ".html" }
        try files.keep(only: Set(pages), in: name)
        self.totals[totals.year] = totals
    }

    /// Removes the tables of years of which nothing is known any more.
    private func keepTables(of years: Set<Int>) throws {
        totals = totals.filter { years.contains($0.key) }
        let wanted = Set(years.map(OfficeAddress.totals))
        for name in Set(try files.names().compactMap(Self.tables(of:))).subtracting(wanted) {
            try files.remove(folder: name)
            try files.keep(only: [], beginning: name + ".", ending: "")
        }
    }

    /// The tables that a file or folder is of, without an ending.
    private static func tables(of name: String) -> String? {
        name.wholeMatch(of: /(totals--?\d+)(\.(html|csv|xlsx|json))?/).map { String($0.1) }
    }

    /// The years that there can be tables of: from that in which the regulation came into force to this one.
    private static func possibleYears(at date: Date) -> ClosedRange<Int> {
        2008...max(2008, Period.Day(date, in: .china).year)
    }
}
