package import Reports

/// The names under which the reports of a roster's bodies are filed. A body that was renamed has reports under the names that it had
/// before, and is one body all the same.
package struct FiledNames: Sendable {
    /// The present name by each former one.
    private let present: [String: String]

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

    /// The present name of the body whose reports are filed under a name.
    package func body(_ filed: String) -> String { present[filed] ?? filed }

    /// All names under which the reports of a body can be filed, its present one first.
    package func all(of filed: String) -> [String] {
        let body = body(filed)
        return [body] + present.filter { $0.value == body }.keys.sorted()
    }

    /// Of the names under which reports of a year are filed, those that count: of each body one, the present one where there is such a
    /// report.
    package func counting(_ filed: some Sequence<String>) -> Set<String> {
        let names = Set(filed)
        return names.filter { name in all(of: name).first(where: names.contains) == name }
    }

    /// Versions under the present names of their bodies. Where another name's report counts for the year, they are history.
    package func merged(_ versions: [ReportSummary]) -> [ReportSummary] {
        guard !present.isEmpty else { return versions }
        let years = Dictionary(grouping: versions.filter { !$0.isSuperseded }, by: \.year)
        let counting = years.mapValues { self.counting($0.map(\.agency)) }
        return versions.map { version in
            guard let body = present[version.agency] else { return version }
            var merged = version
            (merged.agency, merged.formerName) = (body, version.agency)
            merged.isSuperseded = version.isSuperseded || counting[version.year]?.contains(version.agency) != true
            return merged
        }
    }
}
