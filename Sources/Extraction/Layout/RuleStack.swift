/// What of a table with rules between its rows only is on one page: the rules, and the characters between them.
struct RuleStack {
    /// From top to bottom. The first and the last run from side to side; one between may leave out cells that span rows.
    var rules: [Segment]
    var glyphs: [Glyph]

    var left: Double { rules[0].from }
    var right: Double { rules[0].to }
    var box: Box { Box(left: left, top: rules[0].position, right: right, bottom: rules[rules.count - 1].position) }

    /// Where the rows begin, and where the last one ends.
    var heights: [Double] {
        rules.map(\.position).clusters(within: Segment.near, by: \.self).map { $0[$0.startIndex] }
    }

    /// Whether another stack, on the next page, has the same sides.
    func hasSides(of other: RuleStack) -> Bool { abs(left - other.left) < 4 && abs(right - other.right) < 4 }

    /// The stacks of a page, and the characters that stand in none of them.
    static func stacks(of glyphs: [Glyph], rules: [Box], grids: [Grid]) -> (stacks: [RuleStack], rest: [Glyph]) {
        let lines = Segment.lines(of: rules).horizontal.filter { line in
            line.length >= shortest
                && !grids.contains { $0.box.holds(x: (line.from + line.to) / 2, y: line.position) }
        }
        let sorted = lines.sorted { $0.position < $1.position }
        var stacks: [RuleStack] = []
        var rest = glyphs
        guard sorted.count <= mostRules else { return ([], glyphs) }
        for frame in frames(of: sorted).prefix(mostFrames) {
            let inside = RuleStack(rules: Array(frame), glyphs: [])
            let own = rest.filter { inside.box.holds(x: $0.box.midX, y: $0.box.midY) }
            let tables = RuleStack(rules: inside.rules, glyphs: own).tables
            guard !tables.isEmpty else { continue }
            rest.removeAll { glyph in tables.contains { $0.box.holds(x: glyph.box.midX, y: glyph.box.midY) } }
            stacks += tables
        }
        return (stacks, rest)
    }

    /// On one page: more are no tables of a report.
    private static let mostRules = 5_000
    private static let mostFrames = 50

    /// In points: what is shorter underlines a word.
    private static let shortest = 20.0

    /// Runs of rules that begin and end with two of one width, and have none between that reaches beyond.
    private static func frames(of rules: [Segment]) -> [ArraySlice<Segment>] {
        var frames: [ArraySlice<Segment>] = []
        var start = 0
        while start < rules.count {
            let frame = rules[start]
            var last = start
            for (index, rule) in rules.enumerated().dropFirst(start + 1) {
                guard rule.from > frame.from - 4, rule.to < frame.to + 4 else { break }
                if rule.isAsLong(as: frame) { last = index }
            }
            if last > start, frame.length > 100 { frames.append(rules[start...last]) }
            start = last + 1
        }
        return frames
    }

    /// The stack cut where text runs between two tables.
    private var tables: [RuleStack] {
        let digits = glyphs.filter(\.isDigit).map(\.size).sorted()
        guard !digits.isEmpty else { return [] }
        let size = digits[digits.count / 2]
        let full = rules.indices.filter { rules[$0].isAsLong(as: rules[0]) }
        let bands = Dictionary(grouping: glyphs) { glyph in
            full.firstPlace { rules[$0].position > glyph.box.midY } - 1
        }
        var tables: [RuleStack] = []
        var start = 0
        for (place, (above, below)) in zip(full, full.dropFirst()).enumerated() {
            let band = Box(left: left, top: rules[above].position, right: right, bottom: rules[below].position)
            guard isProse(bands[place] ?? [], in: band, size: size) else { continue }
            tables += part(from: start, to: above)
            start = below
        }
        return tables + part(from: start, to: rules.count - 1)
    }

    private func part(from first: Int, to last: Int) -> [RuleStack] {
        guard first < last else { return [] }
        var part = RuleStack(rules: Array(rules[first...last]), glyphs: [])
        part.glyphs = glyphs.filter { part.box.holds(x: $0.box.midX, y: $0.box.midY) }
        return [part]
    }

    /// Whether text between two rules that run from side to side is no row: it is larger than what stands in the table, or a
    /// sentence. Nor is a wide space a row.
    private func isProse(_ glyphs: [Glyph], in band: Box, size: Double) -> Bool {
        let lines = GlyphLine.lines(of: glyphs)
        guard !lines.isEmpty else { return band.height > 3 * size }
        return lines.contains { line in
            line.size > 1.1 * size || line.pieces(gap: 1).count == 1 && line.box.width > 0.85 * band.width
        }
    }
}

extension Segment {
    fileprivate func isAsLong(as other: Segment) -> Bool { abs(from - other.from) < 4 && abs(to - other.to) < 4 }
}
