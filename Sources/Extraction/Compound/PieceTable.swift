import Documents
import ReaderInterface

/// The text of a document, put together from its pieces, with the place of each character in the file.
struct PieceTable {
    /// The text in UTF-16, all stories one behind another.
    private(set) var units: [UInt16] = []
    /// For each unit where it stands in the main stream.
    private(set) var places: [Int32] = []
    /// Properties that a piece puts over those of its text.
    private var overrides: [(positions: Range<Int>, properties: ArraySlice<UInt8>)] = []

    init(_ bytes: ByteView, main: ByteView, limits: Limits) throws(Unreadable) {
        var offset = 0
        var groups: [ArraySlice<UInt8>] = []
        // Groups of properties come first, each behind a 1; the pieces behind a 2.
        while try bytes.uint8(offset) == 1 {
            let length = try bytes.uint16(offset + 1)
            groups.append(try bytes.slice(offset + 3, length))
            offset += 3 + length
        }
        guard try bytes.uint8(offset) == 2 else { throw .damaged("Word 文档的文字目录读不懂") }
        let table = try PositionTable(try bytes.view(offset + 5, try bytes.uint32(offset + 1)), itemSize: 8)
        for (index, item) in table.items.enumerated() {
            let length = table.positions[index + 1] - table.positions[index]
            guard table.positions[index] == units.count, length >= 0 else { throw .damaged("Word 文档的文字目录前后不接") }
            try limits.check(.characters, units.count + length)
            let override = PieceTable.override(try item.uint16(6), groups)
            if !override.isEmpty { overrides.append((units.count..<units.count + length, override)) }
            try append(length, at: try item.uint32(2), of: main)
        }
    }

    /// The positions that share the override of a position, or all positions around it that have none.
    func piece(at position: Int) -> Range<Int> {
        let next = overrides.partitioningIndex { $0.positions.lowerBound > position }
        let end = next < overrides.count ? overrides[next].positions.lowerBound : .max
        guard next > 0 else { return 0..<end }
        let last = overrides[next - 1].positions
        return last.contains(position) ? last : last.upperBound..<end
    }

    /// The properties that the piece of a position puts over those of its text.
    func override(at position: Int) -> ArraySlice<UInt8> {
        let next = overrides.partitioningIndex { $0.positions.lowerBound > position }
        return next > 0 && overrides[next - 1].positions.contains(position) ? overrides[next - 1].properties : []
    }

    private mutating func append(_ length: Int, at address: Int, of main: ByteView) throws(Unreadable) {
        let isNarrow = address & 0x4000_0000 != 0
        let start = isNarrow ? (address & 0x3FFF_FFFF) / 2 : address & 0x3FFF_FFFF
        let bytes = try main.slice(start, isNarrow ? length : 2 * length)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            places.append(Int32(truncatingIfNeeded: start + index - bytes.startIndex))
            units.append(
                isNarrow ? PieceTable.windows1252(bytes[index]) : UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8)
            index += isNarrow ? 1 : 2
        }
    }

    /// A piece names a group of properties, or one short property by a number of its own.
    private static func override(_ word: Int, _ groups: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
        if word & 1 == 1 {
            let index = word >> 1
            return index < groups.count ? groups[index] : []
        }
        guard let code = shortCodes[word >> 1 & 0x7F] else { return [] }
        return [UInt8(code & 0xFF), UInt8(code >> 8), UInt8(word >> 8)]
    }

    /// The short properties that matter here.
    private static let shortCodes = [
        0x18: Sprm.isInTable, 0x19: Sprm.endsRow, 0x41: Sprm.isDeleted, 0x5C: Sprm.isHidden,
    ]

    private static func windows1252(_ byte: UInt8) -> UInt16 {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)
    }

    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]
}

extension Array {
    /// The first index of which a condition holds that holds of all behind it, or the end.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
