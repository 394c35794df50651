/// What the styles of a Word document say that shows in its text: numbering, and text that is hidden.
struct WordStyles {
    /// Where a paragraph stands in a list.
    struct Numbering {
        var list: String?
        var level: Int?

        init?(_ properties: XMLElement?) {
            guard let numbering = properties?.child("numPr") else { return nil }
            list = numbering.child("numId")?["val"]
            level = numbering.child("ilvl")?["val"].flatMap { Int($0) }
        }
    }

    /// Nine tenths of a file of styles, of which nothing shows in a text.
    static let unread: Set = [
        XMLName(.word, "latentStyles"), XMLName(.word, "tblStylePr"), XMLName(.word, "tblPr"),
        XMLName(.word, "docDefaults"),
    ]

    private struct Style {
        var parent: String?
        var numbering: Numbering?
        var hidden: Bool?
    }

    private var styles: [String: Style] = [:]
    private var defaultParagraph: String?

    init(_ root: XMLElement?) {
        for element in root?.children("style") ?? [] {
            guard let id = element["styleId"] else { continue }
            styles[id] = Style(
                parent: element.child("basedOn")?["val"], numbering: Numbering(element.child("pPr")),
                hidden: element.child("rPr")?.toggle("vanish"))
            if element["type"] == "paragraph", element.isOn("default") { defaultParagraph = id }
        }
    }

    /// The list in which a paragraph of this style stands, and its level; the style that says so.
    func numbering(of id: String?) -> (list: String?, level: Int?, style: String)? {
        var level: Int?
        for (name, style) in chain(id ?? defaultParagraph) {
            guard let numbering = style.numbering else { continue }
            level = level ?? numbering.level
            if let list = numbering.list { return (list, level, name) }
        }
        return nil
    }

    /// The list that a style of lists stands for.
    func list(ofListStyle id: String) -> String? { styles[id]?.numbering?.list }

    /// Whether text of this style is hidden; `nil` where the style says nothing.
    func isHidden(_ id: String?) -> Bool? {
        guard let id else { return nil }
        return chain(id).lazy.compactMap(\.1.hidden).first
    }

    /// Whether text of a paragraph of this style is hidden.
    func isHidden(paragraph id: String?) -> Bool { isHidden(id ?? defaultParagraph) ?? false }

    /// A style and those on which it is based. Damaged files have circles.
    private func chain(_ id: String?) -> [(String, Style)] {
        var chain: [(String, Style)] = []
        var next = id
        while let id = next, let style = styles[id], !chain.contains(where: { $0.0 == id }) {
            chain.append((id, style))
            next = style.parent
        }
        return chain
    }
}

extension XMLElement {
    /// A property that is on or off: on where it stands without a value; `nil` where it does not stand.
    func toggle(_ local: String) -> Bool? {
        child(local).map { !["0", "false", "off"].contains($0["val"] ?? "1") }
    }

    /// Whether an attribute says yes.
    func isOn(_ attribute: String) -> Bool { ["1", "true", "on"].contains(self[attribute] ?? "") }
}
