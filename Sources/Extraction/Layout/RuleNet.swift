import Documents
import ReaderInterface

/// Lines that meet each other: what a drawn table is made of.
struct RuleNet {
    var horizontal: [Segment]
    var vertical: [Segment]

    /// The nets of a page that can be tables, loose ends taken off and open sides closed.
    static func nets(of rules: [Box], limits: Limits) throws(Unreadable) -> [RuleNet] {
        let lines = Segment.lines(of: rules)
        let page = RuleNet(horizontal: lines.horizontal, vertical: lines.vertical)
        var nets: [RuleNet] = []
        for net in try page.components(limits) {
            if let table = try net.closed().pruned(limits) { nets.append(table) }
        }
        return nets
    }

    /// The pairs of lines that meet, by their indices.
    private func crossings(_ limits: Limits) throws(Unreadable) -> [(horizontal: Int, vertical: Int)] {
        let sorted = vertical.indices.sorted { vertical[$0].position < vertical[$1].position }
        var crossings: [(horizontal: Int, vertical: Int)] = []
        for (index, line) in horizontal.enumerated() {
            let start = sorted.firstPlace { vertical[$0].position >= line.from - Segment.reach }
            for other in sorted[start...] {
                guard vertical[other].position <= line.to + Segment.reach else { break }
                if line.meets(vertical[other]) { crossings.append((index, other)) }
            }
            // A cell has four crossings, and shares most of them.
            guard crossings.count <= 4 * limits.cells else { throw limits.reached(.cells) }
        }
        return crossings
    }

    private func components(_ limits: Limits) throws(Unreadable) -> [RuleNet] {
        var sets = DisjointSets(horizontal.count + vertical.count)
        for crossing in try crossings(limits) { sets.join(crossing.horizontal, horizontal.count + crossing.vertical) }
        var nets: [Int: RuleNet] = [:]
        for index in horizontal.indices {
            nets[sets.root(index), default: RuleNet(horizontal: [], vertical: [])].horizontal.append(horizontal[index])
        }
        for index in vertical.indices {
            let root = sets.root(horizontal.count + index)
            nets[root, default: RuleNet(horizontal: [], vertical: [])].vertical.append(vertical[index])
        }
        let parts = nets.values.filter { !$0.horizontal.isEmpty && !$0.vertical.isEmpty }
        let loose = nets.values.filter(\.horizontal.isEmpty).flatMap(\.vertical)
        let open = RuleNet.open(loose).flatMap { net in parts.contains { $0.surrounds(net) } ? nil : net
        }
        return (parts + [open].compactMap(\.self)).sorted { $0.top < $1.top }
    }

    /// What of a table with lines between its columns only is on a page that it fills: nothing closes it above and below.
    private static func open(_ lines: [Segment]) -> RuleNet? {
        guard let longest = lines.max(by: { $0.length < $1.length }) else { return nil }
        let sides = lines.filter {
            abs($0.from - longest.from) < Segment.near && abs($0.to - longest.to) < Segment.near
        }
        let positions = sides.map(\.position)
        guard sides.count > 2, let left = positions.min(), let right = positions.max() else {
            return nil
        }
        let ends = [longest.from, longest.to].map {
            Segment(position: $0, from: left, to: right, isInferred: true)
        }
        return RuleNet(horizontal: ends, vertical: sides)
    }

    private var top: Double { vertical.map(\.from).min() ?? 0 }
    private var bottom: Double { vertical.map(\.to).max() ?? 0 }

    private func surrounds(_ other: RuleNet) -> Bool {
        top <= other.top + 1 && other.bottom - 1 <= bottom
    }

    /// The net with lines where several others end at nothing: the open sides of a table, and where a page cuts it.
    private func closed() -> RuleNet {
        var net = self
        net.vertical += RuleNet.closings(of: horizontal, at: vertical)
        net.horizontal += RuleNet.closings(of: vertical, at: horizontal)
        return net
    }

    private static func closings(of lines: [Segment], at others: [Segment]) -> [Segment] {
        let positions = others.map(\.position)
        guard let first = positions.min(), let last = positions.max() else { return [] }
        let outermost = (first - 2 * Segment.reach, last + 2 * Segment.reach)
        return [\Segment.from, \Segment.to].flatMap { end -> [Segment] in
            let loose = lines.filter { end == \.from ? $0.from < outermost.0 : $0.to > outermost.1 }
            let sorted = loose.sorted { $0[keyPath: end] < $1[keyPath: end] }
            return sorted.clusters(within: Segment.near, by: { $0[keyPath: end] }).compactMap { group in
                let positions = group.map(\.position)
                guard group.count > 1, let from = positions.min(), let to = positions.max() else { return nil }
                return Segment(position: group[group.startIndex][keyPath: end], from: from, to: to, isInferred: true)
            }
        }
    }

    /// The net without what bounds nothing: lines that meet fewer than two others, and ends beyond the last that is met.
    private func pruned(_ limits: Limits) throws(Unreadable) -> RuleNet? {
        var net = self
        // Each round takes off what the last one laid bare. Real tables need one or two.
        for _ in 0..<8 {
            let before = net.horizontal.count + net.vertical.count
            let crossings = try net.crossings(limits)
            var met = (
                horizontal: Array(repeating: [Double](), count: net.horizontal.count),
                vertical: Array(repeating: [Double](), count: net.vertical.count)
            )
            for crossing in crossings {
                met.horizontal[crossing.horizontal].append(net.vertical[crossing.vertical].position)
                met.vertical[crossing.vertical].append(net.horizontal[crossing.horizontal].position)
            }
            net = RuleNet(
                horizontal: RuleNet.trimmed(net.horizontal, to: met.horizontal),
                vertical: RuleNet.trimmed(net.vertical, to: met.vertical))
            if net.horizontal.count + net.vertical.count == before { break }
        }
        return net.horizontal.count > 1 && net.vertical.count > 1 ? net : nil
    }

    private static func trimmed(_ lines: [Segment], to met: [[Double]]) -> [Segment] {
        zip(lines, met).compactMap { line, met in
            guard let from = met.min(), let to = met.max(), to - from > Segment.near else { return nil }
            return Segment(position: line.position, from: from, to: to, isInferred: line.isInferred)
        }
    }
}

extension Array {
    /// The first index for which a condition holds that, once true, stays true.
    func firstPlace(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
