import Reports

/// Which known name someone may have meant.
package enum Spelling {
    /// The known name that is nearest; `nil` where none is near. Names are compared whole and without their table.
    package static func nearest(to name: String, in known: [String]) -> String? {
        let candidates = known.map {
            (name: $0, distance: min(editDistance(name, $0), editDistance(last(name), last($0)) + 1))
        }
        let best = candidates.min { $0.distance < $1.distance }
        guard let best, best.distance <= max(2, last(name).count / 3) else { return nil }
        return best.name
    }

    private static func last(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }
}
