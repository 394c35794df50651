import Documents
import ReaderInterface

/// The styles of a document, by their numbers.
struct StyleSheet {
    private struct Style {
        var base: Int
        var paragraph: ArraySlice<UInt8> = []
        var characters: ArraySlice<UInt8> = []
    }

    private var styles: [Int: Style] = [:]

    init(_ bytes: ByteView?) throws(Unreadable) {
        guard let bytes else { return }
        let head = try bytes.uint16(0)
        let count = try bytes.uint16(2)
        let baseSize = try bytes.uint16(4)
        var offset = 2 + head
        for number in 0..<count where offset + 2 <= bytes.count {
            let length = try bytes.uint16(offset)
            // Some programs cut the last style short.
            guard offset + 2 + length <= bytes.count else { break }
            let style = try bytes.view(offset + 2, length)
            if length > baseSize { styles[number] = try StyleSheet.read(style, baseSize: baseSize) }
            // A style begins at an even place.
            offset += 2 + length + length % 2
        }
    }

    /// The properties that a style gives its paragraphs, those of the styles on which it rests first.
    func paragraphProperties(of style: Int) -> [ArraySlice<UInt8>] {
        chain(style).reversed().map(\.paragraph)
    }

    /// Whether a style hides its text; `nil` where it does not say.
    func hides(style: Int) -> Bool? {
        chain(style).reversed().reduce(nil) { hidden, style in
            SprmGroup(style.characters).reduce(hidden) { hidden, sprm in
                sprm.code == Sprm.isHidden ? CharacterFormat.toggled(sprm.byte, hidden ?? false) : hidden
            }
        }
    }

    /// A style and those on which it rests. A loop among them ends it.
    private func chain(_ first: Int) -> [Style] {
        var chain: [Style] = []
        var seen: Set<Int> = []
        var number = first
        while let style = styles[number], seen.insert(number).inserted {
            chain.append(style)
            number = style.base
        }
        return chain
    }

    /// A fixed head, the name, then groups of properties: for a paragraph's style one of each kind, for characters one.
    private static func read(_ bytes: ByteView, baseSize: Int) throws(Unreadable) -> Style {
        let kind = try bytes.uint16(2) & 0xF
        var style = Style(base: try bytes.uint16(2) >> 4)
        let groups = try bytes.uint16(4) & 0xF
        var offset = baseSize + 4 + 2 * (try bytes.uint16(baseSize))
        for group in 0..<groups where offset + 2 <= bytes.count {
            let length = try bytes.uint16(offset)
            let properties = try bytes.slice(offset + 2, length)
            switch (kind, group) {
            // The style's own number stands in front.
            case (1, 0): style.paragraph = properties.dropFirst(2)
            case (1, 1), (2, 0): style.characters = properties
            default: break
            }
            offset += 2 + length + length % 2
        }
        return style
    }
}
