/// The characters of a page that a reader takes for its text.
///
/// What nobody sees does not count, not even the text that a scanner's software lays invisibly over its picture: nobody has ever
/// read it, so its numbers are no evidence. Nor do slanted letters and large pale ones: a report has them as watermark only.
/// Upright and dark ones are told from titles by `Watermarks`.
enum VisibleGlyphs {
    static func of(_ page: DrawnPage) -> [Glyph] {
        withoutNoteMarks(
            withoutRepeats(page.glyphs.filter { !$0.isHidden && $0.direction != .slanted && !isWatermark($0) }))
    }

    /// Small raised digits behind a letter or a number refer to a footnote: 22 with one of them is not 221.
    private static func withoutNoteMarks(_ glyphs: [Glyph]) -> [Glyph] {
        var base: Glyph?
        var end = 0.0
        return glyphs.filter { glyph in
            if glyph.isSpace { return true }
            if let base, glyph.isDigit, glyph.size < 0.75 * base.size, abs(glyph.box.left - end) < 0.5 * base.size,
                (0.15 * base.size...0.7 * base.size).contains(base.baseline - glyph.baseline)
            {
                end = glyph.box.right
                return false
            }
            base = glyph
            end = glyph.box.right
            return true
        }
    }

    private static func isWatermark(_ glyph: Glyph) -> Bool { glyph.size > 28 && glyph.lightness > 0.55 }

    /// Letters drawn twice, shifted by a hair for weight or shadow, are one.
    private static func withoutRepeats(_ glyphs: [Glyph]) -> [Glyph] {
        var met: [UInt64: Box] = [:]
        met.reserveCapacity(glyphs.count)
        return glyphs.filter { glyph in
            if glyph.isSpace { return true }
            // Places are larger than the shift, so an earlier letter lies in the same or in a neighbouring one.
            let side = 4.0
            let x = Int(glyph.box.midX / side)
            let y = Int(glyph.box.midY / side)
            let shift = 0.2 * glyph.size
            for near in [(x, y), (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)] {
                guard let box = met[key(glyph.scalar, near.0, near.1)] else { continue }
                if abs(box.midX - glyph.box.midX) < shift, abs(box.midY - glyph.box.midY) < shift { return false }
            }
            met[key(glyph.scalar, x, y)] = glyph.box
            return true
        }
    }

    /// A letter at a place, in one number: it is hashed in a third of the time that a structure takes. Places of a page have 21 bits each.
    private static func key(_ scalar: Unicode.Scalar, _ x: Int, _ y: Int) -> UInt64 {
        let (x, y) = (UInt64(truncatingIfNeeded: x) & 0x1F_FFFF, UInt64(truncatingIfNeeded: y) & 0x1F_FFFF)
        return UInt64(scalar.value) << 42 | x << 21 | y
    }
}
