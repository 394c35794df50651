/// The text of a paragraph, put together run by run.
struct WordLine {
    private let styles: WordStyles
    private let isHidden: Bool
    private(set) var text = ""
    /// The text boxes that hang on the paragraph.
    private(set) var boxes: [XMLElement] = []
    /// The fields that are open, the innermost last: whether what is met is the field's result, not its instruction.
    private var fields: [Bool] = []

    init(_ paragraph: XMLElement, styles: WordStyles) {
        self.styles = styles
        isHidden = styles.isHidden(paragraph: paragraph.child("pPr")?.child("pStyle")?["val"])
        take(contentsOf: paragraph)
    }

    private mutating func take(contentsOf element: XMLElement) {
        for child in element.shown {
            if child.is(.word, "r") {
                takeRun(child)
            } else if child.name.namespace == .math {
                if child.name.local == "t" { append(child.text) } else { take(contentsOf: child) }
            }
        }
    }

    private mutating func takeRun(_ run: XMLElement) {
        let properties = run.child("rPr")
        let hidden = properties?.toggle("vanish") ?? styles.isHidden(properties?.child("rStyle")?["val"]) ?? isHidden
        let isRaised = properties?.child("vertAlign")?["val"] == "superscript"
        for piece in run.shown where piece.name.namespace == .word {
            switch piece.name.local {
            case "fldChar": takeField(piece["fldCharType"])
            case "drawing", "pict", "object": boxes += piece.textBoxes
            case _ where hidden: break
            case "t" where isRaised && !text.isEmpty && NoteMark.isMark(piece.text): break
            case "ruby": if let base = piece.child("rubyBase") { take(contentsOf: base) }
            default: append(WordLine.text(of: piece))
            }
        }
    }

    private mutating func takeField(_ type: String?) {
        switch type {
        case "begin": fields.append(false)
        case "separate": if let last = fields.indices.last { fields[last] = true }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    private mutating func append(_ piece: String) {
        // A place to hyphenate is no character.
        if fields.allSatisfy(\.self) { text += piece.filter { $0 != "\u{AD}" } }
    }

    /// What a piece of a run stands for.
    private static func text(of piece: XMLElement) -> String {
        switch piece.name.local {
        case "t": piece.text
        case "tab", "ptab": "\t"
        case "br", "cr": "\n"
        case "noBreakHyphen": "-"
        case "sym": WordSymbol.text(font: piece["font"] ?? "", code: piece["char"] ?? "")
        default: ""
        }
    }
}
