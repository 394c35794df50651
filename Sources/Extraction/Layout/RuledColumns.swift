/// The columns of a table with rules between its rows only, as its numbers show them on all of its pages together.
///
/// Columns are what the numbers of several rows share. A row with two numbers in one column, or no row with a number in each,
/// makes none: then the columns are not clear.
struct RuledColumns {
    /// The sides of the table, and the borders of its columns between.
    private(set) var borders: [Double]
    /// Where the labels end and the numbers begin.
    private let endOfLabels: Double

    private let rows: [RuledRow]
    private let spans: [ClosedRange<Double>]

    init?(_ stacks: [RuleStack]) {
        let rows = stacks.flatMap(RuledRow.rows)
        let counted = rows.filter { $0.values.count > 2 }
        guard let first = (counted.isEmpty ? rows : counted).flatMap(\.values).map(\.box.left).min(),
            let stack = stacks.first
        else { return nil }
        let filled = rows.filter { !$0.values.isEmpty }
        let cells = filled.flatMap { row in row.lines.map { line in line.filter { $0.box.left >= first - 0.5 } } }
        let spans = RuledColumns.spans(of: cells.flatMap(\.self))
        let labels = filled.flatMap { $0.lines.joined().filter { $0.box.left < first - 0.5 } }
        guard spans.count <= RuledColumns.mostColumns, RuledColumns.areClear(spans, cells),
            labels.allSatisfy({ $0.box.right < first }),
            filled.contains(where: { $0.columns(of: spans).count == spans.count }),
            rows.allSatisfy({ row in spans.allSatisfy { row.lines(in: $0) <= RuledColumns.mostLines } })
        else { return nil }
        (self.rows, self.spans, endOfLabels, borders) = (rows, spans, first, [])
        let ends = stacks.flatMap(\.rules).flatMap { [$0.from, $0.to] }
        borders = labelBorders(ends, left: stack.left, isLabelled: !labels.isEmpty) + columnBorders(ends)
        guard borders.count <= RuledColumns.mostColumns else { return nil }
        borders = [stack.left] + borders.filter { $0 > stack.left + 4 && $0 < stack.right - 4 } + [stack.right]
    }

    /// In points: what stands nearer is one label.
    private static let gap = 8.0

    /// The form has 15.
    private static let mostColumns = 60

    /// A number takes no more lines. More of them are those of several rows, between which no rules are drawn.
    private static let mostLines = 5

    /// What pieces cover together.
    private static func spans(of pieces: [GlyphLine]) -> [ClosedRange<Double>] {
        var spans: [ClosedRange<Double>] = []
        for box in pieces.map(\.box).sorted(by: { $0.left < $1.left }) {
            if let last = spans.last, box.left < last.upperBound + 0.5 {
                spans[spans.count - 1] = last.lowerBound...max(last.upperBound, box.right)
            } else {
                spans.append(box.left...box.right)
            }
        }
        return spans
    }

    /// Whether no line has two pieces in one column.
    private static func areClear(_ spans: [ClosedRange<Double>], _ lines: [[GlyphLine]]) -> Bool {
        lines.allSatisfy { line in
            Set(line.compactMap { piece in spans.firstIndex { $0.contains(piece.box.midX) } }).count == line.count
        }
    }

    /// Between the columns of numbers: where a rule ends, else where the fewest heads stand across.
    private func columnBorders(_ ends: [Double]) -> [Double] {
        zip(spans, spans.dropFirst()).map { border(between: $0.upperBound, and: $1.lowerBound, ends) }
    }

    /// Between groups, labels and numbers: where rules begin, and where pieces side by side stand apart.
    private func labelBorders(_ ends: [Double], left: Double, isLabelled: Bool) -> [Double] {
        guard isLabelled else { return [] }
        let labels = rows.filter { !$0.values.isEmpty }.map { row in
            RuledColumns.spans(of: row.lines.joined().filter { $0.box.right < endOfLabels })
        }
        let right = labels.joined().map(\.upperBound).max() ?? left
        let last = border(between: right, and: endOfLabels, ends)
        var gaps: [ClosedRange<Double>] = []
        for row in labels {
            for (one, other) in zip(row, row.dropFirst()) where other.lowerBound - one.upperBound >= RuledColumns.gap {
                let gap = one.upperBound...other.lowerBound
                guard let place = gaps.firstIndex(where: { $0.overlaps(gap) }) else {
                    if gaps.count <= RuledColumns.mostColumns { gaps.append(gap) }
                    continue
                }
                gaps[place] = gap.clamped(to: gaps[place])
            }
        }
        let starts = ends.filter { left + 4 < $0 && $0 < last - 4 }.sorted().clusters(within: 4, by: \.self).map {
            $0[$0.startIndex]
        }
        let apart = gaps.filter { gap in !starts.contains { gap.lowerBound - 4 < $0 && $0 < gap.upperBound + 4 } }
        return (starts + apart.map { max($0.lowerBound, $0.upperBound - 2) } + [last]).sorted()
    }

    private func border(between low: Double, and high: Double, _ ends: [Double]) -> Double {
        if let end = ends.first(where: { low - 2 < $0 && $0 < high + 2 }) {
            return min(max(end, low + 0.1), high - 0.1)
        }
        let edges = rows.flatMap { $0.lines.joined().flatMap { [$0.box.left, $0.box.right] } }
        let stops = [low, high] + edges.filter { low < $0 && $0 < high }.prefix(RuledColumns.mostColumns)
        let places = zip(stops.sorted(), stops.sorted().dropFirst()).map { ($0 + $1) / 2 }
        let middle = (low + high) / 2
        return places.min { one, other in
            (crossings(at: one), abs(one - middle)) < (crossings(at: other), abs(other - middle))
        } ?? middle
    }

    private func crossings(at place: Double) -> Int { rows.count { $0.isCrossed(at: place) } }

}

/// What stands between two rules.
struct RuledRow {
    /// The pieces of each line, from left to right.
    var lines: [[GlyphLine]]

    /// The rows of a stack, one between each rule and the next.
    static func rows(of stack: RuleStack) -> [RuledRow] {
        let heights = stack.heights
        var glyphs = Array(repeating: [Glyph](), count: heights.count - 1)
        for glyph in stack.glyphs {
            let row = heights.firstPlace { $0 > glyph.box.midY } - 1
            glyphs[min(max(0, row), heights.count - 2)].append(glyph)
        }
        return glyphs.map { RuledRow(lines: GlyphLine.lines(of: $0).map { $0.pieces(gap: 0.5) }) }
    }

    /// The numbers, and what stands for one.
    var values: [GlyphLine] { lines.joined().filter(OpenTables.isValue) }

    func columns(of spans: [ClosedRange<Double>]) -> Set<Int> {
        Set(lines.joined().compactMap { piece in spans.firstIndex { $0.contains(piece.box.midX) } })
    }

    /// How many lines of numbers a column has.
    func lines(in span: ClosedRange<Double>) -> Int {
        values.count { span.contains($0.box.midX) }
    }

    /// Whether text stands across a place.
    func isCrossed(at place: Double) -> Bool {
        lines.joined().contains { piece in
            piece.box.left < place - 0.5 && place + 0.5 < piece.box.right && !piece.isParted(at: place)
        }
    }
}

extension GlyphLine {
    /// Whether its letters leave room at a place, as those of two cells side by side do.
    fileprivate func isParted(at place: Double) -> Bool {
        zip(marks, marks.dropFirst()).contains { left, right in
            left.glyph.box.right <= place + 0.5 && place - 0.5 <= right.glyph.box.left
                && right.gap > 0.3 * right.glyph.size
        }
    }
}
