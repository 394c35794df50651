extension GlyphLine {
    /// What the line says.
    ///
    /// Letters drawn apart all along the line are letter-spaced, not words; between digits white space stays, since one number
    /// and two cannot be told apart by it.
    var text: String {
        let usual = usualGap
        var text = String.UnicodeScalarView()
        for index in marks.indices {
            if index > 0, isParted(marks[index], from: marks[index - 1], usual: usual) { text.append(" ") }
            text.append(marks[index].glyph.scalar)
        }
        return String(text)
    }

    /// The distance at which most letters of the line stand.
    private var usualGap: Double {
        guard marks.count > 3 else { return 0 }
        let gaps = marks.dropFirst().map(\.gap).sorted()
        return max(0, gaps[gaps.count / 2])
    }

    private func isParted(_ mark: Mark, from before: Mark, usual: Double) -> Bool {
        let em = min(mark.glyph.size, before.glyph.size)
        if mark.glyph.isNumeric, before.glyph.isNumeric { return mark.followsSpace || mark.gap > 0.6 * em }
        if mark.glyph.isLatin || before.glyph.isLatin, mark.glyph.scalar.isASCII, before.glyph.scalar.isASCII {
            return mark.followsSpace || mark.gap > usual + 0.2 * em
        }
        return mark.gap > usual + 0.8 * em
    }
}
