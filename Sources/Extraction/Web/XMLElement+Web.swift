extension XMLElement {
    /// Whether a browser draws nothing of it, or nothing that is text of the page.
    var isUndrawn: Bool {
        if WebElements.undrawn.contains(name.local) || self["hidden"] != nil { return true }
        guard self["style"] != nil else { return false }
        let style = InlineStyle(self)
        return style.isHidden || style.isApart
    }

    /// Whether its text stands higher than what is around it.
    var isRaised: Bool {
        name.local == "sup" || self["style"] != nil && InlineStyle(self)["vertical-align"] == "super"
    }

    /// Whether it stands in a line of its own.
    var isBlock: Bool { WebElements.blocks.contains(name.local) }
}

/// The elements of HTML by what browsers make of them.
enum WebElements {
    static let undrawn: Set<String> = [
        "head", "script", "style", "noscript", "template", "title", "meta", "link", "svg", "iframe", "object", "select",
        "button", "textarea", "input", "audio", "video", "map", "xml", "noframes", "datalist",
    ]
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    ]
}
