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
        return isPrompt ? content.withoutPrompt.shown : content.shown
    }

    /// The element without runs in a style of their own, as prompts are. Programs that fill in a form may leave the mark of the
    /// prompt and put plain runs in its place: those stay.
    private var withoutPrompt: XMLElement {
        var kept = self
        kept.nodes = nodes.compactMap { node in
            guard case .element(let element) = node else { return node }
            if element.is(.word, "r"), element.child("rPr")?.child("rStyle") != nil { return nil }
            return .element(element.withoutPrompt)
        }
        return kept
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

    /// The texts of boxes that are drawn in it, each once.
    var textBoxes: [XMLElement] {
        shown.flatMap { $0.is(.word, "txbxContent") ? [$0] : $0.textBoxes }
    }
}
