import Documents
import ReaderInterface

/// Finds the cells that the lines of a net enclose.
struct GridFaces {
    private let columns: [Double]
    private let rows: [Double]
    private let width: Int
    private let height: Int
    /// For each place, whether a line lies on its left, and on its top.
    private var left: [Bool]
    private var top: [Bool]

    /// The grid of a net; `nil` where it is one box only: a frame is no table.
    static func grid(of net: RuleNet, limits: Limits) throws(Unreadable) -> Grid? {
        let faces = try GridFaces(net, limits)
        let cells = faces.cells()
        guard cells.count > 1 else { return nil }
        let drawn = net.horizontal.filter { !$0.isInferred }.map { nearest(to: $0.position, in: faces.rows) }
        return Grid(
            columns: faces.columns, rows: faces.rows, cells: cells, isOpenAbove: !drawn.contains(0),
            isOpenBelow: !drawn.contains(faces.height),
            hasInnerRules: drawn.contains { 0 < $0 && $0 < faces.height })
    }

    private init(_ net: RuleNet, _ limits: Limits) throws(Unreadable) {
        columns = GridFaces.positions(of: net.vertical)
        rows = GridFaces.positions(of: net.horizontal)
        width = columns.count - 1
        height = rows.count - 1
        let places = (width + 1) * (height + 1)
        // Merged cells cover several places; a table of many more places than cells is no table of a report.
        guard places <= 4 * limits.cells else { throw limits.reached(.cells) }
        left = Array(repeating: false, count: places)
        top = left
        for line in net.vertical {
            let column = GridFaces.nearest(to: line.position, in: columns)
            for row in GridFaces.covered(by: line, of: rows) { left[row * (width + 1) + column] = true }
        }
        for line in net.horizontal {
            let row = GridFaces.nearest(to: line.position, in: rows)
            for column in GridFaces.covered(by: line, of: columns) { top[row * (width + 1) + column] = true }
        }
    }

    private static func positions(of lines: [Segment]) -> [Double] {
        let sorted = lines.map(\.position).sorted()
        return sorted.clusters(within: Segment.near, by: \.self).map { $0.reduce(0, +) / Double($0.count) }
    }

    private static func nearest(to value: Double, in positions: [Double]) -> Int {
        let place = min(positions.firstPlace { $0 >= value }, positions.count - 1)
        guard place > 0, value - positions[place - 1] < positions[place] - value else { return place }
        return place - 1
    }

    /// The spans between positions of which a line covers most.
    private static func covered(by line: Segment, of positions: [Double]) -> Range<Int> {
        var first = max(0, positions.firstPlace { $0 >= line.from } - 1)
        while first < positions.count - 1, !covers(line, positions[first], positions[first + 1]) {
            guard positions[first] < line.to else { return 0..<0 }
            first += 1
        }
        var end = first
        while end < positions.count - 1, covers(line, positions[end], positions[end + 1]) { end += 1 }
        return first..<end
    }

    private static func covers(_ line: Segment, _ from: Double, _ to: Double) -> Bool {
        min(line.to, to) - max(line.from, from) > 0.6 * (to - from)
    }

    /// The places that no line parts, put together into rectangles.
    private func cells() -> [Grid.Cell] {
        guard width > 0, height > 0 else { return [] }
        var sets = DisjointSets(width * height)
        for row in 0..<height {
            for column in 0..<width {
                if column > 0, !left[row * (width + 1) + column] {
                    sets.join(row * width + column, row * width + column - 1)
                }
                if row > 0, !top[row * (width + 1) + column] {
                    sets.join(row * width + column, (row - 1) * width + column)
                }
            }
        }
        var cells: [Grid.Cell] = []
        /// The cells that end in the row above, by where they begin.
        var open: [Int: Int] = [:]
        for row in 0..<height {
            var below: [Int: Int] = [:]
            var column = 0
            while column < width {
                let start = column
                let root = sets.root(row * width + start)
                while column < width, sets.root(row * width + column) == root { column += 1 }
                // A face that is no rectangle is cut into some.
                if let above = open[start], cells[above].columns == start..<column,
                    sets.root((row - 1) * width + start) == root
                {
                    cells[above].rows = cells[above].rows.lowerBound..<(row + 1)
                    below[start] = above
                } else {
                    below[start] = cells.count
                    cells.append(Grid.Cell(columns: start..<column, rows: row..<(row + 1)))
                }
            }
            open = below
        }
        return cells
    }
}
