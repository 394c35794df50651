/// A word in large letters on every page.
package struct DrawnWatermark: Sendable {
    package var word: String
    package var size = 60.0
    package var gray = 0.0
    package var angle = 0.0
    /// All over the page instead of once in its middle.
    package var isTiled = false
    /// Drawn before the text instead of over it.
    package var isUnderText = false

    package init(_ word: String) { self.word = word }

    fileprivate func marks(width: Double, height: Double) -> [DrawnDocument.Mark] {
        let length = DrawnDocument.width(of: word, size: size)
        guard isTiled else { return [mark(x: (width - length) / 2, y: (height + size) / 2)] }
        return stride(from: 60, to: height, by: 3 * size).enumerated().flatMap { row, y in
            stride(from: row.isMultiple(of: 2) ? 20 : 20 + size, to: width, by: length + 2 * size).map {
                mark(x: $0, y: y)
            }
        }
    }

    private func mark(x: Double, y: Double) -> DrawnDocument.Mark {
        .text(word, x: x, y: y, size: size, angle: angle, gray: gray)
    }
}

extension DrawnDocument {
    /// The pages with a watermark.
    package func marked(_ watermark: DrawnWatermark) -> DrawnDocument {
        var document = self
        let marks = watermark.marks(width: width, height: height)
        document.pages = pages.map { watermark.isUnderText ? marks + $0 : $0 + marks }
        return document
    }
}
