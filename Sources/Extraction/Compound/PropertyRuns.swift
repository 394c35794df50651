import ReaderInterface

/// Properties by the place of their text in the main stream, gathered from the pages on which Word keeps them (FKP).
struct PropertyRuns {
    /// What the pages hold.
    enum Kind {
        case paragraphs
        case characters
    }

    struct Run {
        var places: Range<Int>
        /// The paragraph's style and its properties, or the properties alone.
        var bytes: ArraySlice<UInt8>
    }

    private var runs: [Run] = []

    init(_ index: ByteView, of kind: Kind, main: ByteView) throws(Unreadable) {
        // A page that is named twice is read once, so that a small file can't ask for much.
        var seen: Set<Int> = []
        for item in try PositionTable(index, itemSize: 4).items {
            let number = try item.uint32(0) & 0x3F_FFFF
            if seen.insert(number).inserted { try readPage(try main.view(number * 512, 512), kind) }
        }
        runs.sort { $0.places.lowerBound < $1.places.lowerBound }
    }

    /// The run in which a place lies.
    func run(at place: Int) -> Run? {
        let next = runs.partitioningIndex { $0.places.lowerBound > place }
        guard next > 0, runs[next - 1].places.contains(place) else { return nil }
        return runs[next - 1]
    }

    /// A page: the places, then where each run's properties lie on it; how many there are stands in the last byte.
    private mutating func readPage(_ page: ByteView, _ kind: Kind) throws(Unreadable) {
        let count = try page.uint8(511)
        let entrySize = kind == .paragraphs ? 13 : 1
        guard 4 * (count + 1) + entrySize * count <= 511 else { throw .damaged("Word 文档的格式页读不懂") }
        for index in 0..<count {
            let start = try page.uint32(4 * index)
            let end = try page.uint32(4 * index + 4)
            guard start < end else { continue }
            let offset = 2 * (try page.uint8(4 * (count + 1) + entrySize * index))
            runs.append(Run(places: start..<end, bytes: try PropertyRuns.properties(at: offset, kind, page)))
        }
    }

    private static func properties(at offset: Int, _ kind: Kind, _ page: ByteView) throws(Unreadable) -> ArraySlice<
        UInt8
    > {
        guard offset > 0 else { return [] }
        let length = try page.uint8(offset)
        switch kind {
        case .characters: return try page.slice(offset + 1, length)
        case .paragraphs:
            if length > 0 { return try page.slice(offset + 1, 2 * length - 1) }
            return try page.slice(offset + 2, 2 * (try page.uint8(offset + 1)))
        }
    }
}
