/// The rows of a table of a web page, whatever they are wrapped in, and what lies in it beside them.
struct WebRows {
    /// The cells of each row.
    private(set) var rows: [[XMLElement]] = []
    /// The caption, and what is out of place: browsers draw it before the table.
    private(set) var others: [XMLElement] = []
    /// The rows that are drawn last, wherever they stand.
    private var foot: [[XMLElement]] = []

    init(_ table: XMLElement) {
        take(contentsOf: table, isFoot: false)
        rows += foot
    }

    private mutating func take(contentsOf element: XMLElement, isFoot: Bool) {
        // Cells without a row make one.
        var loose: [XMLElement] = []
        for child in element.elements where !child.isUndrawn {
            switch child.name.local {
            case "td", "th": loose.append(child)
            case "tr": append(WebRows.cells(of: child), isFoot)
            case "tfoot": take(contentsOf: child, isFoot: true)
            case "tbody", "thead", "form": take(contentsOf: child, isFoot: isFoot)
            case "col", "colgroup": break
            default: others.append(child)
            }
        }
        if !loose.isEmpty { append(loose, isFoot) }
    }

    private mutating func append(_ row: [XMLElement], _ isFoot: Bool) {
        if isFoot { foot.append(row) } else { rows.append(row) }
    }

    private static func cells(of row: XMLElement) -> [XMLElement] {
        row.elements.filter { !$0.isUndrawn }.flatMap { child in
            ["td", "th"].contains(child.name.local) ? [child] : cells(of: child)
        }
    }
}
