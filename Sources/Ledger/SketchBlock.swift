import Foundation
import GRDB
import Rules

/// The sketches of versions whose numbers are in a row, of one year and one section: a row of the ledger. Many are read at once, and one that
/// is new changes a few pages of the database.
struct SketchBlock {
    private static let versions: Int64 = 64
    /// The number of the version, the first byte first, and its sketch.
    private static let entrySize = numberSize + Sketch.size
    private static let numberSize = 8

    private let year: String
    private let block: Int64
    private let section: Int
    private var bytes: [UInt8]

    /// The block in which a version's sketch is, or is to be.
    init(of version: Int64, year: String, section: Int, _ database: Database) throws {
        self.year = year
        block = version / Self.versions
        self.section = section
        let bytes = try Data.fetchOne(
            database, cached: "SELECT sketches FROM sketch WHERE year = ? AND block = ? AND section = ?",
            arguments: [year, block, section])
        self.bytes = bytes.map(Array.init) ?? []
    }

    /// The versions of a year whose text of a section may be as alike to a text as `least`, in per cent, each with how alike it seems.
    static func versions(
        like sketch: Sketch, atLeast least: Int, year: String, section: Int, _ database: Database
    ) throws -> [Int64: Int] {
        let statement = try database.cachedStatement(sql: "SELECT sketches FROM sketch WHERE year = ? AND section = ?")
        let blocks = try Data.fetchCursor(statement, arguments: [year, section])
        var found: [Int64: Int] = [:]
        while let block = try blocks.next() {
            let bytes = Array(block)
            for start in starts(in: bytes) {
                let other = bytes.span.extracting(start + numberSize..<start + entrySize)
                if let likeness = sketch.likeness(to: other, atLeast: least) {
                    found[number(at: start, in: bytes)] = likeness
                }
            }
        }
        return found
    }

    /// Where sketches begin. What is left over at the end, as in a ledger that somebody has damaged, is none.
    private static func starts(in bytes: [UInt8]) -> StrideTo<Int> {
        stride(from: 0, to: bytes.count - bytes.count % entrySize, by: entrySize)
    }

    private static func number(at start: Int, in bytes: [UInt8]) -> Int64 {
        bytes[start..<start + numberSize].reversed().reduce(0) { $0 << 8 | Int64($1) }
    }

    /// Puts in the sketch of a version, in the place of the one that it had.
    mutating func insert(_ sketch: Sketch, of version: Int64) {
        _ = remove(version)
        bytes += (0..<Self.numberSize).map { UInt8(truncatingIfNeeded: version >> Int64($0 * 8)) }
        bytes += sketch.places
    }

    /// Takes out the sketch of a version; false where it has none.
    mutating func remove(_ version: Int64) -> Bool {
        guard let start = Self.starts(in: bytes).first(where: { Self.number(at: $0, in: bytes) == version }) else {
            return false
        }
        bytes.removeSubrange(start..<start + Self.entrySize)
        return true
    }

    func save(_ database: Database) throws {
        guard !bytes.isEmpty else {
            return try database.execute(
                cached: "DELETE FROM sketch WHERE year = ? AND block = ? AND section = ?",
                arguments: [year, block, section])
        }
        try database.execute(
            cached: "INSERT OR REPLACE INTO sketch (year, block, section, sketches) VALUES (?, ?, ?, ?)",
            arguments: [year, block, section, Data(bytes)])
    }
}
