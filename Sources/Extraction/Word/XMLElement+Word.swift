extension XMLElement {
    /// The elements in it as Word shows them, at whatever level: what only wraps others is unwrapped, what a tracked change
    /// took away is gone and what it brought is there, and of alternatives there is one.
    var shown: [XMLElement] { elements.flatMap(\.unwrapped) }

    private var unwrapped: [XMLElement] {
        if self.is(.compatibility, "AlternateContent") { return alternative?.shown ?? [] }
        guard name.namespace == .word else { return [self] }
        switch name.local {
        case "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo": return shown
        case "del", "moveFrom": return []
        case "sdt": return controlled
        default: return [self]
        }
    }

    /// What is in a content control. The prompt that Word shows where nothing was entered yet is no content.
    private var controlled: [XMLElement] {
        guard let content = child("sdtContent") else { return [] }
        let isPrompt = child("sdtPr")?.toggle("showingPlcHdr") ?? false
        return isPrompt ? content.withoutText.shown : content.shown
    }

    /// The alternative for newer programs, or for older ones where that has no text.
    private var alternative: XMLElement? {
        let choice = child("Choice")
        let fallback = child("Fallback")
        return choice?.hasText == true ? choice : fallback ?? choice
    }

    private var hasText: Bool {
        elements.contains { $0.is(.word, "t") && !$0.nodes.isEmpty || $0.hasText }
    }

    private var withoutText: XMLElement {
        var blank = self
        blank.nodes = nodes.compactMap { node in
            guard case .element(let element) = node else { return nil }
            return .element(element.withoutText)
        }
        return blank
    }

    /// The texts of boxes that are drawn in it, each once.
    var textBoxes: [XMLElement] {
        shown.flatMap { $0.is(.word, "txbxContent") ? [$0] : $0.textBoxes }
    }
}
