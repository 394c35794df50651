/// What the styles of a workbook say of its cells: how numbers are written, and which cells have borders.
struct SheetStyles {
    private var formats: [NumberFormat] = []
    private var bordered: [Bool] = []

    init(_ root: XMLElement?) {
        let own = Dictionary(
            root?.child("numFmts")?.children("numFmt").compactMap { element in
                element["numFmtId"].flatMap { Int($0) }.map { ($0, element["formatCode"] ?? "") }
            } ?? [], uniquingKeysWith: { first, _ in first })
        let borders = root?.child("borders")?.children("border").map(SheetStyles.hasLine) ?? []
        for style in root?.child("cellXfs")?.children("xf") ?? [] {
            let number = style["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(NumberFormat(own[number] ?? NumberFormat.numbered[number] ?? "General"))
            let border = style["borderId"].flatMap { Int($0) } ?? 0
            bordered.append(borders.indices.contains(border) && borders[border])
        }
    }

    /// A number as a cell of this style shows it.
    func text(_ value: Double, style: Int) -> String {
        formats.indices.contains(style) ? formats[style].text(value) : NumberFormat.general(value)
    }

    /// Whether cells of this style have lines around them.
    func isBordered(_ style: Int) -> Bool { bordered.indices.contains(style) && bordered[style] }

    private static func hasLine(_ border: XMLElement) -> Bool {
        border.elements.contains { ($0["style"] ?? "none") != "none" }
    }
}
