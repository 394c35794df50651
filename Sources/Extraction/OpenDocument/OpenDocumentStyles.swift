/// The styles of an OpenDocument text, as far as they bear on what is read: which text is hidden, and how lists are numbered.
struct OpenDocumentStyles {
    enum Family: String {
        case paragraph, text
    }

    private struct Style {
        var parent: String?
        var list: String?
        var isHidden: Bool?
        var isRaised: Bool?
    }

    private var styles: [Family: [String: Style]] = [:]
    /// The levels of each list style, counted from 1.
    private(set) var lists: [String: [Int: OpenDocumentLevel]] = [:]
    /// The levels of headings that stand in no list.
    private(set) var outline: [Int: OpenDocumentLevel] = [:]

    /// Gathers what the parts of a document say; a later part goes before an earlier one.
    init(_ roots: [XMLElement?]) {
        for holder in roots.compactMap({ $0 }).flatMap(\.elements)
        where ["styles", "automatic-styles"].contains(holder.name.local) {
            for element in holder.elements { take(element) }
        }
    }

    /// Whether a style hides its text; `nil` where it does not say.
    func isHidden(_ family: Family, _ name: String?) -> Bool? {
        first(of: name, in: family) { $0.isHidden }
    }

    /// Whether a style raises its text over what is around it.
    func isRaised(_ name: String?) -> Bool { first(of: name, in: .text) { $0.isRaised } ?? false }

    /// The list style that paragraphs of a style name; empty where they are to have none.
    func list(ofParagraph name: String?) -> String? {
        first(of: name, in: .paragraph) { $0.list }
    }

    private mutating func take(_ element: XMLElement) {
        if element.is(.odfText, "list-style"), let name = element[.odfStyle, "name"] {
            lists[name] = OpenDocumentLevel.levels(of: element)
        } else if element.is(.odfText, "outline-style") {
            outline = OpenDocumentLevel.levels(of: element)
        } else if element.is(.odfStyle, "style"), let name = element["name"],
            let family = element["family"].flatMap(Family.init)
        {
            let properties = element.child("text-properties")
            let display = properties?[.odfText, "display"]
            let position = properties?[.odfStyle, "text-position"]?.split(separator: " ").first
            styles[family, default: [:]][name] = Style(
                parent: element["parent-style-name"], list: element["list-style-name"],
                isHidden: display.map { $0 == "none" },
                isRaised: position.map { $0 == "super" || $0.hasSuffix("%") && !"-0".contains($0.first ?? "0") })
        }
    }

    /// What the nearest of a style and those above it says.
    private func first<Value>(of name: String?, in family: Family, _ value: (Style) -> Value?) -> Value? {
        var next = name
        // Styles may name each other in a circle.
        for _ in 0..<20 {
            guard let style = next.flatMap({ styles[family]?[$0] }) else { return nil }
            if let value = value(style) { return value }
            next = style.parent
        }
        return nil
    }
}

/// A level of a list style.
struct OpenDocumentLevel {
    var style = NumeralStyle.bullet
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many levels the number shows, this one the last.
    var shownLevels = 1
    /// The marker with `%1%` for the number of the first level, as LibreOffice writes it beside the others.
    var pattern: String?

    init(_ element: XMLElement) {
        guard ["list-level-style-number", "outline-level-style"].contains(element.name.local) else { return }
        style = NumeralStyle(openDocument: element[.odfStyle, "num-format"] ?? "")
        prefix = element[.odfStyle, "num-prefix"] ?? ""
        suffix = element[.odfStyle, "num-suffix"] ?? ""
        start = element["start-value"].flatMap { Int($0) } ?? 1
        shownLevels = min(element.count("display-levels"), 10)
        pattern = element[.odfExtension, "num-list-format"] ?? element[.odfStyle, "num-list-format"]
    }

    /// The levels of a list style, counted from 1.
    static func levels(of element: XMLElement) -> [Int: OpenDocumentLevel] {
        Dictionary(
            element.elements.compactMap { level in
                guard let number = level["level"].flatMap({ Int($0) }), (1...10).contains(number) else { return nil }
                return (number, OpenDocumentLevel(level))
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension NumeralStyle {
    /// A way of numbering by its name in OpenDocument: the first of its numbers.
    init(openDocument format: String) {
        let first = format.split(separator: ",").first.map(String.init) ?? ""
        self = NumeralStyle.openDocumentNames[first] ?? (first.isEmpty ? .none : .decimal)
    }

    private static let openDocumentNames: [String: NumeralStyle] = [
        "1": .decimal, "01": .decimalZero, "１": .decimalFullWidth, "I": .upperRoman, "i": .lowerRoman,
        "A": .upperLetter, "a": .lowerLetter, "一": .chinese, "壹": .chineseLegal, "甲": .stems, "子": .branches,
        "①": .circled, "⑴": .parenthesized, "⒈": .stopped, "㊀": .circledChinese, "㈠": .parenthesizedChinese,
    ]
}
