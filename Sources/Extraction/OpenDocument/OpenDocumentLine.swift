import ReaderInterface

/// The text of a paragraph of an OpenDocument text, put together piece by piece.
struct OpenDocumentLine {
    private let styles: OpenDocumentStyles
    private let limits: Limits
    private(set) var text = ""
    /// What is drawn at the paragraph: frames with text boxes, shapes.
    private(set) var boxes: [XMLElement] = []
    private var length = 0
    /// Whether a blank would be the second one, or the first character of all: such are not shown.
    private var isAfterBlank = true

    init(_ paragraph: XMLElement, styles: OpenDocumentStyles, limits: Limits) throws(Unreadable) {
        self.styles = styles
        self.limits = limits
        let isHidden = styles.isHidden(.paragraph, paragraph["style-name"]) ?? false
        try take(contentsOf: paragraph, isHidden: isHidden)
    }

    private mutating func take(contentsOf element: XMLElement, isHidden: Bool) throws(Unreadable) {
        for node in element.nodes {
            switch node {
            case .text(let piece): if !isHidden { try append(piece) }
            case .element(let child): try take(child, isHidden: isHidden)
            }
        }
    }

    private mutating func take(_ element: XMLElement, isHidden: Bool) throws(Unreadable) {
        switch (element.name.namespace, element.name.local) {
        case (.odfText, "s"): try append(" ", count: isHidden ? 0 : element.count("c"))
        case (.odfText, "tab"): try append("\t", count: isHidden ? 0 : 1)
        case (.odfText, "line-break"): try append("\n", count: isHidden ? 0 : 1)
        case (.odfText, "note"), (.odfText, "ruby-text"), (.odfText, "script"), (.odfText, "placeholder"): break
        case (.odfText, "hidden-text"), (.odfText, "hidden-paragraph"):
            if element["is-hidden"] == "false" { try take(contentsOf: element, isHidden: isHidden) }
        case (.odfText, "span"):
            if !text.isEmpty, styles.isRaised(element["style-name"]), NoteMark.isMark(element.text) { break }
            let isHidden = styles.isHidden(.text, element["style-name"]) ?? isHidden
            try take(contentsOf: element, isHidden: isHidden)
        // Links, fields by what they show, marks of changes and references.
        case (.odfText, _): try take(contentsOf: element, isHidden: isHidden)
        case (.odfDraw, "a"): try take(contentsOf: element, isHidden: isHidden)
        case (.odfDraw, _): boxes.append(element)
        // Comments and what other programs add.
        default: break
        }
    }

    /// Appends text, its runs of blanks as one.
    private mutating func append(_ piece: String) throws(Unreadable) {
        for scalar in piece.unicodeScalars {
            let isBlank = [" ", "\t", "\n", "\r"].contains(scalar)
            // A place to hyphenate is no character.
            if isBlank && isAfterBlank || scalar == "\u{AD}" { continue }
            isAfterBlank = isBlank
            text.unicodeScalars.append(isBlank ? " " : scalar)
            length += 1
        }
        try limits.check(.characters, length)
    }

    /// Appends a character that the file only counts.
    private mutating func append(_ character: Character, count: Int) throws(Unreadable) {
        guard count > 0 else { return }
        let (sum, overflow) = length.addingReportingOverflow(count)
        guard !overflow else { throw limits.reached(.characters) }
        length = sum
        try limits.check(.characters, length)
        text += String(repeating: character, count: count)
        isAfterBlank = false
    }
}
