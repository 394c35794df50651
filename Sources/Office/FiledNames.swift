package import Foundation
package import Reports

/// The names under which the reports of a roster's bodies are filed. A body that was renamed has reports under the names that it had
/// before, and is one body all the same.
package struct FiledNames: Sendable {
    /// The present name by each former one.
    package let present: [String: String]

    package init(_ roster: Roster = Roster()) {
        let filed = { (name: String) in Filing(year: 0, agency: name).agency }
        let own = Set(roster.agencies.map { filed($0.name) })
        var bodies: [String: Set<String>] = [:]
        for agency in roster.agencies {
            for name in agency.otherNames.map(filed) where !own.contains(name) {
                bodies[name, default: []].insert(filed(agency.name))
            }
        }
        // A name that two bodies go by is nobody's.
        present = bodies.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// `present` has the present name by each former one.
    package init(present: [String: String]) { self.present = present }

    /// The present name of the body whose reports are filed under a name.
    package func body(_ filed: String) -> String { present[filed] ?? filed }

    /// All names under which the reports of a body can be filed, its present one first.
    package func all(of filed: String) -> [String] {
        let body = body(filed)
        return [body] + present.filter { $0.value == body }.keys.sorted()
    }

    /// Of the names under which reports of a year are filed, those whose report does not count, each with the name under which its body has
    /// filed the one that does: the one that came last. Of what came at one moment that is what was put there last, by the time of its file.
    package func replaced(_ reports: some Sequence<(name: String, at: Date, put: Int)>) -> [String: String] {
        guard !present.isEmpty else { return [:] }
        let newest: [String: (at: Date, put: Int)] = Dictionary(reports.map { ($0.name, ($0.at, $0.put)) }) {
            $0 < $1 ? $1 : $0
        }
        // What nothing tells apart counts under the present name.
        let order = { (name: String) in
            let last = newest[name] ?? (.distantPast, 0)
            return (last.at, last.put, present[name] == nil ? 1 : 0, name)
        }
        return Dictionary(grouping: newest.keys, by: body).values.reduce(into: [:]) { replaced, names in
            guard let last = names.max(by: { order($0) < order($1) }) else { return }
            for name in names where name != last { replaced[name] = last }
        }
    }

    /// Versions under the present names of their bodies. Where another name's report counts for the year, they are history, and the current
    /// version of that one says so.
    package func merged(_ versions: [ReportSummary]) -> [ReportSummary] {
        guard !present.isEmpty else { return versions }
        let years = Dictionary(grouping: versions.filter { !$0.isSuperseded }, by: \.year)
        let replaced = years.mapValues { self.replaced($0.map { (name: $0.agency, at: $0.receivedAt, put: $0.putAt) }) }
        let newest = years.mapValues { Dictionary($0.map { ($0.agency, $0.version) }, uniquingKeysWith: max) }
        return versions.map { version in
            var merged = version
            let (year, name) = (replaced[version.year] ?? [:], version.agency)
            if let counted = year[name] { (merged.isSuperseded, merged.countedName) = (true, counted) }
            if version.version == newest[version.year]?[name], !version.isSuperseded {
                merged.uncountedNames = year.filter { $0.value == name }.keys.sorted()
            }
            if let body = present[version.agency] { (merged.agency, merged.formerName) = (body, version.agency) }
            return merged
        }
    }
}
