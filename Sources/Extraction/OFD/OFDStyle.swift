/// How an object is drawn, as far as it matters whether it is seen and whether it is a line.
struct OFDStyle {
    /// In millimetres; what the format takes where nothing is said.
    var lineWidth = 0.353
    /// 0 black to 1 white; `nil` where nothing is drawn.
    var stroke: Double? = 0
    var fill: Double? = 0

    /// The style with what an element says of it: a `DrawParam`, a layer, an object.
    func refined(by element: XMLElement) -> OFDStyle {
        var style = self
        if let width = element["LineWidth"].flatMap(Double.init), width.isFinite { style.lineWidth = width }
        if let colour = element.child("StrokeColor") { style.stroke = OFDStyle.lightness(colour) }
        if let colour = element.child("FillColor") { style.fill = OFDStyle.lightness(colour) }
        return style
    }

    /// Whether all of an object is transparent or switched off.
    static func isHidden(_ object: XMLElement) -> Bool {
        object["Visible"] == "false" || object["Alpha"] == "0"
    }

    /// How light a colour is; `nil` where it is transparent. One that is not given in numbers is dark.
    private static func lightness(_ colour: XMLElement) -> Double? {
        if colour["Alpha"] == "0" { return nil }
        let values = OFDNumbers.list(colour["Value"])
        switch values.count {
        case 1: return values[0] / 255
        case 3: return (0.299 * values[0] + 0.587 * values[1] + 0.114 * values[2]) / 255
        case 4: return 1 - min(255, values[0...2].max().map { $0 + values[3] } ?? 0) / 255
        default: return 0
        }
    }
}
