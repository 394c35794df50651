/// Characters on one line, from left to right, white space left out but known.
struct GlyphLine {
    /// A character, and what lies between it and the one before.
    struct Mark {
        var glyph: Glyph
        /// White space was drawn before it.
        var followsSpace: Bool
        /// The distance from the one before, in points; 0 for the first.
        var gap: Double
    }

    private(set) var marks: [Mark] = []
    private(set) var box: Box

    /// A line of characters that stand on one baseline; `nil` where there is nothing but white space.
    init?(_ glyphs: some Sequence<Glyph>) {
        let sorted = glyphs.sorted { $0.box.left < $1.box.left }
        guard let first = sorted.first(where: { !$0.isSpace }) else { return nil }
        box = first.box
        var followsSpace = false
        for glyph in sorted {
            if glyph.isSpace {
                followsSpace = !marks.isEmpty
                continue
            }
            let gap = marks.last.map { glyph.box.left - $0.glyph.box.right } ?? 0
            marks.append(Mark(glyph: glyph, followsSpace: followsSpace, gap: gap))
            box = box.union(glyph.box)
            followsSpace = false
        }
    }

    /// Part of a line, gaps as they are without the rest.
    init?(part marks: some Collection<Mark>) {
        guard let first = marks.first else { return nil }
        self.marks = Array(marks)
        self.marks[0].gap = 0
        self.marks[0].followsSpace = false
        for index in self.marks.indices.dropFirst() {
            self.marks[index].gap = self.marks[index].glyph.box.left - self.marks[index - 1].glyph.box.right
        }
        box = marks.reduce(first.glyph.box) { $0.union($1.glyph.box) }
    }

    /// The size of most characters.
    var size: Double {
        let sizes = marks.map(\.glyph.size).sorted()
        return sizes[sizes.count / 2]
    }

    var baseline: Double { marks[0].glyph.baseline }
    var first: Glyph { marks[0].glyph }
    var last: Glyph { marks[marks.count - 1].glyph }
    var isNumeric: Bool { marks.allSatisfy(\.glyph.isNumeric) && marks.contains { $0.glyph.isDigit } }

    /// The lines that characters make, from top to bottom.
    static func lines(of glyphs: [Glyph]) -> [GlyphLine] {
        let sorted = glyphs.filter { !$0.isSpace }.sorted { $0.baseline < $1.baseline }
        let spaces = glyphs.filter(\.isSpace)
        var groups: [[Glyph]] = []
        var start = 0.0
        for glyph in sorted {
            if let last = groups.indices.last, glyph.baseline - start < 0.4 * min(glyph.size, groups[last][0].size) {
                groups[last].append(glyph)
            } else {
                groups.append([glyph])
                start = glyph.baseline
            }
        }
        // White space parts words only on the line on which it stands.
        let baselines = groups.map { $0[0].baseline }
        for space in spaces {
            let place = baselines.firstPlace { $0 >= space.baseline - 0.4 * space.size }
            if place < groups.count, abs(baselines[place] - space.baseline) < 0.4 * space.size {
                groups[place].append(space)
            }
        }
        return groups.compactMap { GlyphLine($0) }
    }

    /// The pieces of the line between gaps wider than `ems` of its characters.
    func pieces(gap ems: Double) -> [GlyphLine] {
        var pieces: [GlyphLine] = []
        var start = 0
        let size = size
        for index in marks.indices.dropFirst() where marks[index].gap > ems * min(size, marks[index].glyph.size) {
            if let piece = GlyphLine(part: marks[start..<index]) { pieces.append(piece) }
            start = index
        }
        if let piece = GlyphLine(part: marks[start...]) { pieces.append(piece) }
        return pieces
    }
}
