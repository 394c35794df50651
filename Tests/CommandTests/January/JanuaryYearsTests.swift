import Fixtures
import Foundation
import Reports
import Testing

extension JanuaryTests {
    /// The years beside each other, and what was got wrong most.
    @Suite struct Comparisons {
        private let january: January

        init() throws { january = try January.played.get() }

        private struct Years: Decodable {
            struct Year: Decodable {
                var year: Int
                var bodies: Int
                var numbers: [String: String]?
                var rates: [String: String?]?
                var comparedBodies: Int
                var changes: [String: Change]

                enum CodingKeys: String, CodingKey {
                    case comparedBodies = "compared_bodies"
                    case year, bodies, numbers, rates, changes
                }
            }
            struct Change: Decodable, Equatable {
                var direction: String
                var by: String
                var percent: String?
                var big: Bool
            }
            var agency: String?
            var years: [Year]
        }

        /// A number as it is written: fees in 万元.
        private func digits(_ name: String, _ number: Int) -> String {
            guard name == "fees_10k_yuan" else { return String(number) }
            var figures = Figures()
            figures.fees = number
            return figures.feeDigits
        }

        private func expectYears(_ text: String, of bureaus: [Bureau]) throws {
            let years = try Answers.value(text, as: Years.self).years
            // Nobody is missed beyond the last report.
            let handedIn = Set(bureaus.flatMap(january.versions).map(\.year))
            #expect(years.map(\.year) == january.years.filter { handedIn.contains(String($0)) })
            var before: [String: Figures] = [:]
            for year in years {
                let counted = Dictionary(
                    uniqueKeysWithValues: bureaus.compactMap { bureau in
                        january.counted(bureau, in: year.year).map { (bureau.name, $0) }
                    })
                let sum = counted.values.reduce(Figures(), +)
                #expect(year.bodies == counted.count)
                let numbers = Dictionary(uniqueKeysWithValues: sum.measures.map { ($0, digits($0, $1)) })
                #expect(year.numbers == (counted.isEmpty ? nil : numbers))
                #expect(year.rates?.compactMapValues(\.self) == (counted.isEmpty ? nil : sum.rates))
                let both = counted.keys.filter { before[$0] != nil }
                #expect(year.comparedBodies == both.count)
                if !both.isEmpty {
                    let was = both.compactMap { before[$0] }.reduce(Figures(), +).measures
                    let now = both.compactMap { counted[$0] }.reduce(Figures(), +).measures
                    for (name, number) in now {
                        #expect(
                            year.changes[name] == change(name, from: was[name] ?? 0, to: number), "\(year.year) \(name)"
                        )
                    }
                }
                before = counted
            }
        }

        private func change(_ name: String, from before: Int, to now: Int) -> Years.Change {
            let by = abs(now - before)
            // Twenty of whatever is counted are enough to be seen.
            let fewest = name == "fees_10k_yuan" ? 20_000 : 20
            return Years.Change(
                direction: now == before ? "same" : now < before ? "less" : "more", by: digits(name, by),
                percent: before == 0 ? nil : String(format: "%.1f", Double(by) / Double(before) * 100),
                big: max(before, now) >= fewest && 2 * by >= before)
        }

        @Test func `all bureaus together`() throws {
            try expectYears(january.run("history", "--years", "--json").output, of: january.bureaus)
        }

        @Test func `each that has handed in before`() throws {
            for bureau in january.bureaus where !bureau.earlier.isEmpty {
                try expectYears(january.run("history", "--years", bureau.name, "--json").output, of: [bureau])
            }
        }

        @Test func `the pages have the same numbers`() throws {
            let labels = [
                "本年新收": "received", "办理结果总计": "total", "行政许可": "licensing", "行政处罚": "penalties",
                "行政事业性收费（万元）": "fees_10k_yuan", "行政诉讼": "litigation",
            ]
            for bureau in [nil] + january.bureaus.filter({ !$0.earlier.isEmpty }).map(Optional.some) {
                let name = bureau.map { "years/\($0.name).html" } ?? "years.html"
                let rows = try Answers.rows(ofPage: january.scratch.text(of: "status/\(name)"))
                for (label, measure) in labels {
                    let row = try #require(rows.first { $0.first == label }, "\(name) \(label)")
                    for (cell, year) in zip(row.dropFirst(), january.years) {
                        let figures = bureau.map { january.counted($0, in: year) } ?? january.sum(of: year)
                        guard let figures else {
                            #expect(cell == "缺", "\(name) \(label) \(year)")
                            continue
                        }
                        let number = digits(measure, figures.measures[measure] ?? 0)
                        #expect(
                            cell.prefix { "0123456789.".contains($0) } == number, "\(name) \(label) \(year): \(row)")
                    }
                }
            }
            let all = try Answers.rows(ofPage: january.scratch.text(of: "status/years.html"))
            for bureau in january.bureaus where january.counted(bureau, in: january.year) != nil {
                let row = try #require(all.last { $0.first == bureau.name }, "\(bureau.name)")
                #expect(row.last == bureau.figures.requests[.received]?.last.map(String.init))
            }
        }

        private struct Ranking: Decodable {
            struct Group: Decodable {
                var group: String
                var reports: Int
                var rules: [Line]
            }
            struct Line: Decodable, Hashable {
                var rule: String
                var first: Int
                var current: Int
                var waived: Int
            }
            var groups: [Group]
        }

        @Test func `the ranking counts what was wrong at first, what is left, and what was waived`() throws {
            let text = try january.run("history", "--rules", "--year", String(january.year), "--json").output
            let ranking = try Answers.value(text, as: Ranking.self)
            #expect(ranking.groups.map(\.group) == ["", Cast.offices, Cast.towns, Cast.streets])
            for group in ranking.groups {
                let bureaus = january.bureaus.filter {
                    (group.group.isEmpty || $0.group == group.group)
                        && !["missing", "overdue"].contains(january.state(of: $0))
                }
                #expect(group.reports == bureaus.count)
                var lines: [String: Ranking.Line] = [:]
                func count(_ rule: String, _ add: (inout Ranking.Line) -> Void) {
                    add(&lines[rule, default: Ranking.Line(rule: rule, first: 0, current: 0, waived: 0)])
                }
                for bureau in bureaus {
                    for rule in bureau.slip?.rules ?? [] {
                        count(rule) { $0.first += 1 }
                        switch bureau.fate {
                        case .left, .overruled: count(rule) { $0.current += 1 }
                        case .waived: count(rule) { $0.waived += 1 }
                        default: break
                        }
                    }
                    if january.isLate(bureau) {
                        count("late") { ($0.first, $0.current) = ($0.first + 1, $0.current + 1) }
                    }
                }
                let order = lines.values.sorted { ($1.first, $1.current, $0.rule) < ($0.first, $0.current, $1.rule) }
                #expect(group.rules == Array(order.prefix(group.group.isEmpty ? 10 : 5)), "\(group.group)")
            }
        }
    }
}
