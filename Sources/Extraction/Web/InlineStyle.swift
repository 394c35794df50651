/// The `style` of an element of a web page: what it says right there. Style sheets are not read.
struct InlineStyle {
    private let properties: [String: String]

    init(_ element: XMLElement) {
        let declarations = (element["style"] ?? "").lowercased().split(separator: ";")
        properties = declarations.reduce(into: [:]) { properties, declaration in
            let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            if parts.count == 2 { properties[parts[0]] = parts[1] }
        }
    }

    subscript(_ property: String) -> String? { properties[property] }

    /// Whether the element is not drawn.
    var isHidden: Bool {
        self["display"]?.hasPrefix("none") == true || self["visibility"]?.hasPrefix("hidden") == true
            || self["mso-hide"] == "all"
    }

    /// Notes, headers and footers, as Word marks them in the pages that it writes.
    var isApart: Bool {
        let apart = ["header", "footer", "footnote-list", "endnote-list", "comment-list"]
        return self["mso-element"].map { apart.contains($0) } == true || self["mso-footnote-id"] != nil
            || self["mso-endnote-id"] != nil
    }
}
