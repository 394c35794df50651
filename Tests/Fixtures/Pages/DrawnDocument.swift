/// Pages as somebody draws them: text and lines at places, in points from the top left corner.
package struct DrawnDocument: Sendable {
    package enum Mark: Sendable {
        /// Text whose baseline begins at a place. `angle` turns it clockwise, in degrees; `spacing` parts its letters.
        case text(
            String, x: Double, y: Double, size: Double, spacing: Double = 0, angle: Double = 0, gray: Double = 0,
            isInvisible: Bool = false)
        /// A stroke.
        case line(fromX: Double, fromY: Double, toX: Double, toY: Double, width: Double = 0.5, gray: Double = 0)
        /// A filled box.
        case fill(left: Double, top: Double, right: Double, bottom: Double, gray: Double = 0)
        /// A picture.
        case image(left: Double, top: Double, right: Double, bottom: Double)
    }

    package var width = 595.0
    package var height = 842.0
    package var pages: [[Mark]] = [[]]

    package init() {}

    /// Draws on the last page.
    package mutating func draw(_ mark: Mark) { pages[pages.count - 1].append(mark) }

    /// How wide a text is drawn: half an em for what half-width fonts have, one for all else.
    package static func width(of text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? size / 2 : size) }
    }
}
