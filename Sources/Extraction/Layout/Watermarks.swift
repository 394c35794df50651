/// Words in large letters that are drawn over or under the text of pages, upright as a title is.
///
/// A title in large type has room of its own; a watermark has other letters in the midst of its own ones. Where it has none, on a
/// cover or between two rows, it is known by its letters from the places where it has.
struct Watermarks {
    /// How letters look: those of one watermark look the same all over the document.
    private struct Look: Hashable {
        var size: Int
        var lightness: Int

        init(_ glyph: Glyph) {
            size = Int(2 * glyph.size)
            lightness = Int(20 * glyph.lightness)
        }
    }

    private struct Word: Hashable {
        var look: Look
        var letters: [Unicode.Scalar]
    }

    /// How many other letters stand in the midst of each word, on all pages so far.
    private var covered: [Word: Int] = [:]
    /// The letters of watermarks.
    private var letters: [Look: Set<Unicode.Scalar>] = [:]

    /// How much larger than the text of its page a watermark is at least.
    private static let largeness = 1.5
    /// One letter may stand out of its line by mistake.
    private static let fewest = 2

    /// The visible characters of a page without those of watermarks, from which it learns.
    mutating func removed(from glyphs: [Glyph]) -> [Glyph] {
        let usual = Watermarks.usualSize(of: glyphs)
        guard glyphs.contains(where: { Watermarks.isLarge($0, usual) || letters[Look($0)] != nil }) else {
            return glyphs
        }
        let runs = Watermarks.runs(of: glyphs)
        learn(from: glyphs, runs, usual)
        return runs.flatMap { isWatermark(glyphs[$0]) ? [] : Array(glyphs[$0]) }
    }

    /// A page whose lines lose the watermarks that only later pages gave away.
    func removedAfterwards(from sheet: Sheet) -> Sheet {
        guard !letters.isEmpty else { return sheet }
        var sheet = sheet
        sheet.items = sheet.items.compactMap { item in
            guard let line = item.line else { return item }
            let glyphs = line.marks.map(\.glyph)
            let runs = Watermarks.runs(of: glyphs)
            let rest = runs.filter { !isWatermark(glyphs[$0]) }.flatMap(Array.init)
            guard rest.count < glyphs.count else { return item }
            return GlyphLine(part: rest.map { line.marks[$0] }).map(Sheet.Item.line)
        }
        return sheet
    }

    private func isWatermark(_ run: ArraySlice<Glyph>) -> Bool {
        guard let first = run.first(where: { !$0.isSpace }), let known = letters[Look(first)] else { return false }
        return run.allSatisfy { $0.isSpace || known.contains($0.scalar) }
    }

    private mutating func learn(from glyphs: [Glyph], _ runs: [Range<Int>], _ usual: Double) {
        // Pale letters under a title are no text of its page.
        let text = glyphs.filter { !$0.isSpace && !Watermarks.isLarge($0, usual) && $0.lightness < 0.5 }
        let density = LetterDensity(text)
        for run in runs {
            let large = glyphs[run].filter { !$0.isSpace }
            guard let first = large.first, Watermarks.isLarge(first, usual) else { continue }
            let found = large.reduce(0) { $0 + density.count(in: $1.core) }
            guard found > 0 else { continue }
            let word = Word(look: Look(first), letters: large.map(\.scalar))
            covered[word, default: 0] += found
            if covered[word, default: 0] >= Watermarks.fewest {
                letters[word.look, default: []].formUnion(word.letters)
            }
        }
    }

    private static func isLarge(_ glyph: Glyph, _ usual: Double) -> Bool { glyph.size >= largeness * usual }

    /// The size that three of four letters of a page do not exceed: where the numbers of tables are most, that of its prose. The same
    /// letter counts once, for a pattern has few and many of each.
    private static func usualSize(of glyphs: [Glyph]) -> Double {
        struct Letter: Hashable {
            var scalar: Unicode.Scalar
            var size: Double
        }
        let letters = Set(glyphs.lazy.filter { !$0.isSpace }.map { Letter(scalar: $0.scalar, size: $0.size) })
        let sizes = letters.map(\.size).sorted()
        return sizes.isEmpty ? 0 : sizes[3 * (sizes.count - 1) / 4]
    }

    /// Characters drawn one after the other that look the same and stand side by side, or one under another.
    private static func runs(of glyphs: [Glyph]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in glyphs.indices {
            if let last = runs.last, glyphs[index].follows(glyphs[index - 1]) {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}

extension Glyph {
    /// The midst of its box, into which no letter of a neighbouring line reaches.
    fileprivate var core: Box {
        let (x, y) = (0.1 * box.width, 0.1 * box.height)
        return Box(left: box.left + x, top: box.top + y, right: box.right - x, bottom: box.bottom - y)
    }

    /// Whether it may belong to a word with the one drawn before it.
    fileprivate func follows(_ other: Glyph) -> Bool {
        guard abs(size - other.size) < 0.02 * size, abs(lightness - other.lightness) < 0.02 else { return false }
        let (x, y) = (abs(box.midX - other.box.midX), abs(box.midY - other.box.midY))
        return min(x, y) < 0.2 * size && max(x, y) < 2.5 * size
    }
}

/// How many letters have their middle in any part of a page, told in a constant number of steps.
private struct LetterDensity {
    private static let side = 256
    private var box = Box(left: 0, top: 0, right: 0, bottom: 0)
    /// For each place of a raster, the letters above it and to its left.
    private var sums: [Int32] = []

    init(_ glyphs: [Glyph]) {
        guard let first = glyphs.first else { return }
        box = glyphs.reduce(first.box) { $0.union($1.box) }
        let width = LetterDensity.side + 1
        sums = Array(repeating: 0, count: width * width)
        for glyph in glyphs {
            let row = LetterDensity.place(of: glyph.box.midY, from: box.top, to: box.bottom, .down)
            let column = LetterDensity.place(of: glyph.box.midX, from: box.left, to: box.right, .down)
            sums[(min(row, width - 2) + 1) * width + min(column, width - 2) + 1] += 1
        }
        for row in 1..<width {
            for column in 1..<width {
                let (above, before) = (sums[(row - 1) * width + column], sums[row * width + column - 1])
                sums[row * width + column] += above + before - sums[(row - 1) * width + column - 1]
            }
        }
    }

    /// The letters in a box, which is taken a little smaller, never larger.
    func count(in part: Box) -> Int {
        guard !sums.isEmpty else { return 0 }
        let top = LetterDensity.place(of: part.top, from: box.top, to: box.bottom, .up)
        let bottom = LetterDensity.place(of: part.bottom, from: box.top, to: box.bottom, .down)
        let left = LetterDensity.place(of: part.left, from: box.left, to: box.right, .up)
        let right = LetterDensity.place(of: part.right, from: box.left, to: box.right, .down)
        guard top < bottom, left < right else { return 0 }
        let width = LetterDensity.side + 1
        return Int(
            sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
                + sums[top * width + left])
    }

    /// A place of the raster, 0 to `side`.
    private static func place(of value: Double, from low: Double, to high: Double, _ rule: FloatingPointRoundingRule)
        -> Int
    {
        guard high > low else { return 0 }
        return Int((max(0, min(1, (value - low) / (high - low))) * Double(side)).rounded(rule))
    }
}
