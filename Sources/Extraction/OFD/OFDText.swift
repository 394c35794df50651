/// The characters of a text object, each where its code places it.
enum OFDText {
    static func glyphs(of object: XMLElement, style: OFDStyle) -> [Glyph] {
        let size = object["Size"].flatMap(Double.init) ?? 0
        guard size > 0, size.isFinite else { return [] }
        let matrix = OFDMatrix(of: object)
        let turn = Int(object["CharDirection"] ?? "") ?? 0
        let scale = object["HScale"].flatMap(Double.init) ?? 1
        let isDrawn = object["Fill"] != "false" || object["Stroke"] == "true"
        var glyphs: [Glyph] = []
        var x = 0.0
        var y = 0.0
        for code in object.children("TextCode") {
            let scalars = Array(code.text.unicodeScalars)
            // What a code leaves out is as in the one before.
            x = code["X"].flatMap(Double.init) ?? x
            y = code["Y"].flatMap(Double.init) ?? y
            let acrosses = OFDNumbers.distances(code["DeltaX"], most: scalars.count)
            let downs = OFDNumbers.distances(code["DeltaY"], most: scalars.count)
            for (index, scalar) in scalars.enumerated() {
                let width = size * (scalar.isASCII ? 0.5 : 1) * (scale > 0 ? scale : 1)
                if let glyph = glyph(scalar, at: (x, y), size: size, width: width, turn: turn, matrix, style, isDrawn) {
                    glyphs.append(glyph)
                }
                if acrosses.isEmpty, downs.isEmpty { x += width }
                x += index < acrosses.count ? acrosses[index] : 0
                y += index < downs.count ? downs[index] : 0
            }
        }
        return glyphs
    }

    private static func glyph(
        _ scalar: Unicode.Scalar, at origin: (x: Double, y: Double), size: Double, width: Double, turn: Int,
        _ matrix: OFDMatrix, _ style: OFDStyle, _ isDrawn: Bool
    ) -> Glyph? {
        let (along, up) = axes(turnedBy: turn)
        var xs: [Double] = []
        var ys: [Double] = []
        for (share, rise) in [(0.0, 0.88), (0, -0.12), (width, 0.88), (width, -0.12)] {
            let corner = matrix.point(
                origin.x + along.x * share + up.x * rise * size, origin.y + along.y * share + up.y * rise * size)
            xs.append(corner.x)
            ys.append(corner.y)
        }
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
            [left, right, top, bottom].allSatisfy({ abs($0) < 1e6 })
        else { return nil }
        let line = matrix.vector(along.x, along.y)
        let height = matrix.vector(up.x * size, up.y * size)
        return Glyph(
            scalar: Glyph.shown(scalar.value), box: Box(left: left, top: top, right: right, bottom: bottom),
            size: (height.x * height.x + height.y * height.y).squareRoot(), direction: Direction(x: line.x, y: line.y),
            isHidden: !isDrawn || style.fill == nil || (style.fill ?? 0) > 0.97, lightness: style.fill ?? 0)
    }

    /// Where a letter's line and its top point, when each letter is turned clockwise.
    private static func axes(turnedBy degrees: Int) -> (along: (x: Double, y: Double), up: (x: Double, y: Double)) {
        switch degrees {
        case 90: ((0, 1), (1, 0))
        case 180: ((-1, 0), (0, 1))
        case 270: ((0, -1), (-1, 0))
        default: ((1, 0), (0, -1))
        }
    }
}
