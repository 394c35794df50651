/// Puts the lines of running text together into paragraphs.
struct Paragraphs {
    /// Where most lines of the text begin and end.
    private let left: Double
    private let right: Double
    /// The distance of two lines of a paragraph, most often.
    private let pitch: Double

    /// Learns from the lines of each page how paragraphs look.
    init(_ pages: [[GlyphLine]]) {
        let long = pages.joined().filter { $0.marks.count > 14 }
        left = Paragraphs.most(long.map(\.box.left)) ?? -.infinity
        let ends = long.map(\.box.right).sorted()
        right = ends.isEmpty ? .infinity : ends[(ends.count - 1) * 9 / 10]
        let pitches = pages.flatMap { lines in
            zip(lines, lines.dropFirst()).filter { $0.marks.count > 14 && $1.marks.count > 1 }
                .map { $1.baseline - $0.baseline }.filter { $0 > 1 }
        }
        pitch = Paragraphs.most(pitches) ?? .infinity
    }

    /// Whether a line goes on where the one before ended.
    func goesOn(_ line: GlyphLine, after before: GlyphLine, onNextPage: Bool) -> Bool {
        let em = before.size
        guard abs(line.size - em) < 0.12 * em, before.box.right > right - 1.7 * em, line.box.left < left + 1.2 * em
        else { return false }
        guard onNextPage || line.baseline - before.baseline < max(1.4 * pitch, 1.4 * em) else { return false }
        return !(endsSentence(before) && beginsSection(line))
    }

    /// What stands between two lines of one paragraph.
    func joint(_ before: GlyphLine, _ line: GlyphLine) -> String {
        before.last.isLatin && line.first.isLatin ? " " : ""
    }

    private func endsSentence(_ line: GlyphLine) -> Bool { "。：；！？".unicodeScalars.contains(line.last.scalar) }

    /// `一、`, `（二）`: a number that opens a section.
    private func beginsSection(_ line: GlyphLine) -> Bool {
        let start = String(String.UnicodeScalarView(line.marks.prefix(5).map(\.glyph.scalar)))
        return start.prefixMatch(of: /[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]/) != nil
    }

    /// The value met most often, to within two points.
    private static func most(_ values: [Double]) -> Double? {
        var counts: [Int: Int] = [:]
        for value in values where abs(value) < 1e6 { counts[Int((value / 2).rounded()), default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) * 2 }
    }
}
