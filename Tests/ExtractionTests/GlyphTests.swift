import Testing

@testable import Extraction

@Suite("Characters on a page")
struct GlyphTests {
    private static let glyphs = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }.map { scalar in
        Glyph(scalar: scalar, box: Box(left: 0, top: 0, right: 1, bottom: 1), size: 1)
    }

    @Test func `are white space where Unicode says so`() {
        #expect(Self.glyphs.allSatisfy { $0.isSpace == $0.scalar.properties.isWhitespace })
    }

    @Test func `are Latin where they are letters of ASCII`() {
        #expect(Self.glyphs.allSatisfy { $0.isLatin == ($0.scalar.isASCII && $0.scalar.properties.isAlphabetic) })
    }

    @Test func `can be read unless they are of a font's own`() {
        let hidden: Set<Unicode.GeneralCategory> = [.privateUse, .unassigned, .surrogate, .control]
        for glyph in Self.glyphs where !(0x2F00..<0x2FD6).contains(glyph.scalar.value) {
            let isBreak = ["\t", "\n", "\r"].contains(glyph.scalar)
            let isHidden = hidden.contains(glyph.scalar.properties.generalCategory)
            let shown: Unicode.Scalar = isBreak ? " " : isHidden ? Glyph.unknown : glyph.scalar
            if Glyph.shown(glyph.scalar.value) != shown { Issue.record("U+\(String(glyph.scalar.value, radix: 16))") }
        }
    }
}
