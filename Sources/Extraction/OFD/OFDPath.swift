/// The lines that a path object draws.
struct OFDPath {
    /// Thicker than this, in points, is no line.
    private static let thickest = 4.0

    private(set) var rules: [Box] = []
    /// Whether it is a shape: neither a line nor a plain area.
    private(set) var isShape = false

    private typealias Point = (x: Double, y: Double)

    /// What the pen does: parts of the path that hang together, whether they have curves.
    private struct Part {
        var points: [Point] = []
        var isCurved = false
    }

    init(of object: XMLElement, style: OFDStyle) {
        let matrix = OFDMatrix(of: object)
        let parts = OFDPath.parts(object.child("AbbreviatedData")?.text ?? "", matrix)
        let isSeen = { (lightness: Double?) in (lightness ?? 1) < 0.97 }
        if object["Fill"] == "true", isSeen(style.fill) {
            for part in parts { fill(part) }
        }
        if object["Stroke"] != "false", isSeen(style.stroke) {
            let width = matrix.width(style.lineWidth)
            if width <= OFDPath.thickest { for part in parts { stroke(part, width) } }
        }
    }

    private static func parts(_ data: String, _ matrix: OFDMatrix) -> [Part] {
        var parts: [Part] = []
        var words = OFDNumbers.words(data)[...]
        while let word = words.popFirst() {
            let count: Int
            switch word {
            case "S", "M", "L": count = 2
            case "Q": count = 4
            case "B": count = 6
            case "A": count = 7
            case "C":
                if let last = parts.indices.last, let first = parts[last].points.first {
                    parts[last].points.append(first)
                }
                continue
            default: continue
            }
            let numbers = words.prefix(count).compactMap { Double($0) }
            guard numbers.count == count else { break }
            words = words.dropFirst(count)
            let point = matrix.point(numbers[count - 2], numbers[count - 1])
            guard abs(point.x) < 1e6, abs(point.y) < 1e6 else { continue }
            if count == 2, word != "L" || parts.isEmpty {
                parts.append(Part(points: [point]))
            } else if let last = parts.indices.last {
                parts[last].points.append(point)
                if count > 2 { parts[last].isCurved = true }
            }
        }
        return parts
    }

    private mutating func stroke(_ part: Part, _ width: Double) {
        guard !part.isCurved else { return }
        for (from, to) in zip(part.points, part.points.dropFirst()) {
            var box = OFDPath.bounds([from, to])
            guard box.width < 1 || box.height < 1 else { continue }
            if box.width >= box.height {
                box.top -= width / 2
                box.bottom += width / 2
            } else {
                box.left -= width / 2
                box.right += width / 2
            }
            rules.append(box)
        }
    }

    private mutating func fill(_ part: Part) {
        guard !part.points.isEmpty else { return }
        guard !part.isCurved, part.points.count < 10 else {
            isShape = true
            return
        }
        let box = OFDPath.bounds(part.points)
        if min(box.width, box.height) <= OFDPath.thickest { rules.append(box) }
    }

    private static func bounds(_ points: [Point]) -> Box {
        points.reduce(Box(left: points[0].x, top: points[0].y, right: points[0].x, bottom: points[0].y)) {
            $0.union(Box(left: $1.x, top: $1.y, right: $1.x, bottom: $1.y))
        }
    }
}
