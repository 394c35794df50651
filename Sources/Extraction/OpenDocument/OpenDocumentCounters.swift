/// Counts the items of lists as LibreOffice does, from the first to the last.
struct OpenDocumentCounters {
    private struct Open {
        var key: Int
        var style: String?
    }

    private let styles: OpenDocumentStyles
    /// The lists that are open, the innermost last.
    private var open: [Open] = []
    /// The numbers reached in each list, by level. The first is that of the headings.
    private var reached: [[Int: Int]] = [[:]]
    /// The last list of each style, and each list by its id, for those that go on with it.
    private var last: [String: Int] = [:]
    private var named: [String: Int] = [:]

    init(_ styles: OpenDocumentStyles) {
        self.styles = styles
    }

    /// Enters a list.
    mutating func begin(_ list: XMLElement) {
        let style = list["style-name"] ?? open.last?.style
        var key = open.last?.key
        if key == nil, let name = list["continue-list"] { key = named[name] }
        if key == nil, list["continue-numbering"] == "true" { key = last[style ?? ""] }
        if key == nil { reached.append([:]) }
        let own = key ?? reached.count - 1
        last[style ?? ""] = own
        if let id = list[.other, "id"] ?? list["id"] { named[id] = own }
        open.append(Open(key: own, style: style))
    }

    /// Leaves the innermost list.
    mutating func end() { _ = open.popLast() }

    /// The marker of the next item of the innermost list; nothing for a bullet.
    mutating func next(_ item: XMLElement, _ paragraph: XMLElement) -> String {
        guard let list = open.last else { return "" }
        let style = list.style ?? styles.list(ofParagraph: paragraph["style-name"]) ?? ""
        return next(list.key, level: open.count, levels: styles.lists[style] ?? [:], start: item["start-value"])
    }

    /// The marker of a heading outside of lists, where headings are numbered.
    mutating func nextHeading(_ paragraph: XMLElement) -> String {
        guard paragraph.name.local == "h", paragraph["is-list-header"] != "true",
            styles.list(ofParagraph: paragraph["style-name"]) != "",
            let level = paragraph["outline-level"].flatMap({ Int($0) })
        else { return "" }
        return next(0, level: level, levels: styles.outline, start: paragraph["start-value"])
    }

    private mutating func next(
        _ key: Int, level: Int, levels: [Int: OpenDocumentLevel], start: String?
    ) -> String {
        guard let definition = levels[level] else { return "" }
        var numbers = reached[key].filter { $0.key <= level }
        let following = numbers[level].map { $0 &+ 1 } ?? definition.start
        numbers[level] = start.flatMap { Int($0) } ?? following
        for (upper, above) in levels where upper < level && numbers[upper] == nil { numbers[upper] = above.start }
        reached[key] = numbers
        return marker(definition, level, numbers, levels)
    }

    private func marker(
        _ definition: OpenDocumentLevel, _ level: Int, _ numbers: [Int: Int], _ levels: [Int: OpenDocumentLevel]
    ) -> String {
        func number(_ level: Int) -> String { levels[level]?.style.text(numbers[level] ?? 1) ?? "" }
        switch definition.style {
        case .bullet, .none: return ""
        default: break
        }
        if let pattern = definition.pattern {
            // Text and levels in turn: `%1%.%2%`.
            return pattern.split(separator: "%", omittingEmptySubsequences: false).enumerated().map { index, piece in
                index % 2 == 0 ? String(piece) : Int(piece).map(number) ?? String(piece)
            }.joined()
        }
        let shown = (max(1, level - definition.shownLevels + 1)...max(1, level)).map(number).filter { !$0.isEmpty }
        return definition.prefix + shown.joined(separator: ".") + definition.suffix
    }
}
