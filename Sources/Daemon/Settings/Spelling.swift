/// Which known name someone may have meant.
package enum Spelling {
    /// The known name that is nearest; `nil` where none is near. Names are compared whole and without their table.
    package static func nearest(to name: String, in known: [String]) -> String? {
        let candidates = known.map { (name: $0, distance: min(distance(name, $0), distance(last(name), last($0)) + 1)) }
        let best = candidates.min { $0.distance < $1.distance }
        guard let best, best.distance <= max(2, last(name).count / 3) else { return nil }
        return best.name
    }

    private static func last(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }

    /// How many letters have to be put in, taken out or changed to make one name the other.
    private static func distance(_ one: String, _ other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (i, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in other.indices {
                let changed = diagonal + (letter == other[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[other.count]
    }
}
