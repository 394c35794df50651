/// Counts the items of a list of a web page, and writes the markers that browsers draw in front of them.
struct WebList {
    private var number: Int
    private let step: Int
    private let style: NumeralStyle
    private let suffix: String

    init(_ element: XMLElement) {
        let items = element.children("li").count
        let isReversed = element["reversed"] != nil
        step = isReversed ? -1 : 1
        number = element["start"].flatMap { Int($0) } ?? (isReversed ? items : 1)
        let css = InlineStyle(element)
        let name = css["list-style-type"] ?? css["list-style"] ?? ""
        style = element.name.local == "ol" ? NumeralStyle(html: element["type"] ?? "", css: name) : .bullet
        switch style {
        case .chinese, .chineseLegal, .chineseDigits, .stems, .branches: suffix = "、"
        default: suffix = "."
        }
    }

    /// The marker of the next item.
    mutating func next(_ item: XMLElement) -> String {
        number = item["value"].flatMap { Int($0) } ?? number
        defer { number &+= step }
        let isPlain = InlineStyle(item)["list-style-type"] == "none"
        let text = isPlain ? "" : style.text(number)
        return text.isEmpty ? "" : text + suffix
    }
}

extension NumeralStyle {
    /// A way of numbering by the attribute `type` of a list and by its style.
    init(html type: String, css: String) {
        let types: [String: NumeralStyle] = ["a": .lowerLetter, "A": .upperLetter, "i": .lowerRoman, "I": .upperRoman]
        self = NumeralStyle.cssNames.first { css.contains($0.name) }?.style ?? types[type] ?? .decimal
    }

    /// The names of CSS, longer ones before those that are in them.
    private static let cssNames: [(name: String, style: NumeralStyle)] = [
        ("none", .none), ("disc", .bullet), ("circle", .bullet), ("square", .bullet), ("cjk-ideographic", .chinese),
        ("chinese-informal", .chinese), ("japanese-informal", .chinese), ("chinese-formal", .chineseLegal),
        ("cjk-decimal", .chineseDigits), ("cjk-heavenly-stem", .stems), ("cjk-earthly-branch", .branches),
        ("decimal-leading-zero", .decimalZero), ("lower-alpha", .lowerLetter), ("lower-latin", .lowerLetter),
        ("upper-alpha", .upperLetter), ("upper-latin", .upperLetter), ("lower-roman", .lowerRoman),
        ("upper-roman", .upperRoman), ("decimal", .decimal),
    ]
}
