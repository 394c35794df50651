import Office
package import Reports

/// Which body somebody means who types a name.
package enum AgencySearch {
    /// What a name came to.
    package enum Found: Sendable, Equatable {
        /// The name under which its reports are filed.
        case one(String)
        case several([String])
        /// Nobody is called that; the nearest name, where one is near.
        case none(nearest: String?)
    }

    /// Looks among the bodies of the roster and those of whom reports are filed: a name that is one of theirs decides, then
    /// one that is part of theirs, then one that can be short for theirs. Each time the roster comes first: what others have filed makes
    /// no short name doubtful.
    package static func find(_ words: String, in roster: Roster, filed: [String]) -> Found {
        let known = Set(roster.agencies.map { Body($0).filedAs })
        let own = roster.agencies.map(Body.init)
        let others = Set(filed).subtracting(known).sorted().map { Body(filedAs: $0, names: [$0]) }
        for (test, bodies) in tests(for: words).flatMap({ test in [(test, own), (test, others)] }) {
            let meant = bodies.filter { $0.names.contains(where: test) }.map(\.filedAs)
            if meant.count == 1 { return .one(meant[0]) }
            if meant.count > 1 { return .several(meant) }
        }
        return .none(nearest: nearest(to: words, in: (own + others).flatMap(\.names)))
    }

    /// Which of a body's names somebody means who means the body; of several the first.
    package static func name(meantBy words: String, of names: [String]) -> String? {
        tests(for: words).lazy.compactMap { names.first(where: $0) }.first
    }

    /// Whether a name is what somebody has written, the narrowest sense first.
    private static func tests(for words: String) -> [(String) -> Bool] {
        let wanted = AgencyName(words)
        return [
            { $0 == words }, { AgencyName($0) == wanted }, { $0.contains(words) }, { AgencyName($0).canMean(wanted) },
        ]
    }

    /// The known name that is nearest. Names are mostly typed without the place that they begin with, so their ends are compared as well.
    private static func nearest(to words: String, in names: [String]) -> String? {
        if let whole = Spelling.nearest(to: words, in: names) { return whole }
        guard words.count > 1 else { return nil }
        let ends = names.map { String($0.suffix(words.count)) }
        let end = Spelling.nearest(to: words, in: ends).flatMap { ends.firstIndex(of: $0) }
        return end.flatMap { editDistance(words, ends[$0]) < words.count - 1 ? names[$0] : nil }
    }

    /// A body with all the names it goes by.
    private struct Body {
        var filedAs: String
        var names: [String]

        init(filedAs: String, names: [String]) {
            self.filedAs = filedAs
            self.names = names
        }

        init(_ agency: Agency) {
            self.init(filedAs: Filing(year: 0, agency: agency.name).agency, names: agency.names)
        }
    }
}
