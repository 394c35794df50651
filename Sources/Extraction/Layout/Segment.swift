/// A straight line along one axis: a horizontal one at height `position`, a vertical one at that distance from the left.
struct Segment {
    /// How far apart two lines may lie that are one to the eye: double borders, and borders drawn cell by cell.
    static let near = 3.2
    /// How far a line may end from another that it meets.
    static let reach = 3.6
    /// The largest gap between two dashes of one line.
    private static let gap = 4.5
    /// What stays shorter is a dot or a dash of the text.
    private static let shortest = 4.0

    var position: Double
    var from: Double
    var to: Double
    /// Not drawn, but where several lines end at nothing.
    var isInferred = false

    var length: Double { to - from }

    /// Whether a line of the other axis meets this one.
    func meets(_ other: Segment) -> Bool {
        from - Segment.reach <= other.position && other.position <= to + Segment.reach
            && other.from - Segment.reach <= position && position <= other.to + Segment.reach
    }

    /// The horizontal and the vertical lines that thin boxes draw; pieces of one line are joined.
    static func lines(of rules: [Box]) -> (horizontal: [Segment], vertical: [Segment]) {
        var horizontal: [Segment] = []
        var vertical: [Segment] = []
        for box in rules {
            // A dot belongs to whatever dotted line it lies on.
            let isDot = max(box.width, box.height) <= 4 && max(box.width, box.height) < 3 * min(box.width, box.height)
            if isDot || box.width >= box.height {
                horizontal.append(Segment(position: box.midY, from: box.left, to: box.right))
            }
            if isDot || box.height > box.width {
                vertical.append(Segment(position: box.midX, from: box.top, to: box.bottom))
            }
        }
        return (joined(horizontal), joined(vertical))
    }

    private static func joined(_ pieces: [Segment]) -> [Segment] {
        var lines: [Segment] = []
        let sorted = pieces.sorted { $0.position < $1.position }
        for cluster in sorted.clusters(within: near, by: \.position) {
            var open: Segment?
            for piece in cluster.sorted(by: { $0.from < $1.from }) {
                guard let line = open, piece.from <= line.to + gap else {
                    if let line = open { lines.append(line) }
                    open = piece
                    continue
                }
                open?.position = line.length >= piece.length ? line.position : piece.position
                open?.to = max(line.to, piece.to)
            }
            if let line = open { lines.append(line) }
        }
        return lines.filter { $0.length >= shortest }
    }
}

extension Array {
    /// The elements of a sorted array in clusters, none of which is wider than `width`.
    func clusters(within width: Double, by value: (Element) -> Double) -> [ArraySlice<Element>] {
        var clusters: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices where value(self[index]) - value(self[start]) > width {
            clusters.append(self[start..<index])
            start = index
        }
        if start < endIndex { clusters.append(self[start...]) }
        return clusters
    }
}
