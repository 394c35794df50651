/// All that a page shows: characters, thin lines, images.
struct DrawnPage {
    var box: Box
    var glyphs: [Glyph]
    /// Thin boxes: lines to the eye.
    var rules: [Box]
    var images: [Box]
    /// Filled shapes that are no lines, as letters turned into outlines are.
    var shapes = 0

    /// The page turned so that most of its text runs to the right.
    var upright: DrawnPage {
        var counts: [Direction: Int] = [:]
        for glyph in glyphs where !glyph.isSpace { counts[glyph.direction, default: 0] += 1 }
        let most = Direction.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] }
        guard let most, most != .right, most != .slanted else { return self }
        return turned(from: most)
    }

    private func turned(from direction: Direction) -> DrawnPage {
        let order: [Direction] = [.right, .down, .left, .up]
        let steps = order.firstIndex(of: direction) ?? 0
        var page = self
        page.box = Box(left: 0, top: 0, right: box.width, bottom: box.height)
        if direction != .left { page.box = Box(left: 0, top: 0, right: box.height, bottom: box.width) }
        page.rules = rules.map { $0.turned(from: direction, on: box) }
        page.images = images.map { $0.turned(from: direction, on: box) }
        page.glyphs = glyphs.map { glyph in
            var glyph = glyph
            glyph.box = glyph.box.turned(from: direction, on: box)
            if let index = order.firstIndex(of: glyph.direction) { glyph.direction = order[(index + 4 - steps) % 4] }
            return glyph
        }
        return page
    }

    /// How much of the page the images cover, 0 to 1.
    var imageShare: Double {
        guard box.area > 0 else { return 0 }
        return min(1, images.reduce(0) { $0 + $1.intersection(box).area } / box.area)
    }
}
