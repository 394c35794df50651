package import Foundation
package import Linux
package import SystemPackage

/// The journals of one sender.
///
/// In what order entries came is told by where they lie. The time that they bear is from the clock of the machine that wrote them, which may
/// have been years ahead.
///
/// Not for several threads at once.
package final class SentJournals {
    /// When something came, as compared with what else the same sender has sent.
    package struct Arrival: Comparable, Sendable {
        fileprivate let file: Int
        fileprivate let place: UInt64

        package static let never = Arrival(file: .min, place: 0)

        package static func < (one: Arrival, other: Arrival) -> Bool {
            (one.file, one.place) < (other.file, other.place)
        }
    }

    /// All files together.
    package let all: JournalReader
    private let files: [FilePath]
    /// Those of the files that can't be opened.
    package let unopened: [Unopened]
    private let origin: JournalOrigin
    /// Those of the files that have been looked at alone.
    private var alone: [Int: JournalReader] = [:]
    private var heads: [Int: JournalFileHead] = [:]

    /// Opens journal files, of which the one that was written last comes first.
    package init(_ files: [FilePath], from origin: JournalOrigin) throws(Errno) {
        self.origin = origin
        (all, self.files, unopened) = try Self.open(files, from: origin)
    }

    /// A file of which nothing can be read, as one can be left by a power cut or a full disk.
    package struct Unopened: Sendable {
        package let file: FilePath
        package let reason: Errno

        package init(file: FilePath, reason: Errno) { (self.file, self.reason) = (file, reason) }
    }

    /// Opens those files together that can be opened: one that can't be keeps the others from being opened with it.
    private static func open(
        _ files: [FilePath], from origin: JournalOrigin
    ) throws(Errno) -> (all: JournalReader, files: [FilePath], unopened: [Unopened]) {
        do throws(Errno) {
            return (try reader(files, origin), files, [])
        } catch {
            var unopened: [Unopened] = []
            for file in files {
                do throws(Errno) {
                    _ = try reader([file], origin)
                } catch {
                    unopened.append(Unopened(file: file, reason: error))
                }
            }
            let good = files.filter { file in !unopened.contains { $0.file == file } }
            guard !good.isEmpty else { throw error }
            return (try reader(good, origin), good, unopened)
        }
    }

    private static func reader(_ files: [FilePath], _ origin: JournalOrigin) throws(Errno) -> JournalReader {
        let journal = try JournalReader(.files(files), from: origin)
        journal.unpack(upTo: RemoteRecords.longestEntry)
        return journal
    }

    /// Whether something of them could not be read, as far as they were looked at.
    package var isDamaged: Bool { all.isDamaged || alone.values.contains(where: \.isDamaged) }

    /// When the entry that came last was written, by the clock of its machine; `nil` where nothing can be read.
    package func newest() throws -> Date? { try newest { try $0.newest() }.map { Date(microseconds: $0.found) } }

    /// What `find` finds in that file that was written last of those in which it finds anything.
    func newest<Found>(_ find: (JournalReader) throws -> Found?) throws -> (found: Found, arrival: Arrival)? {
        for index in files.indices {
            let journal = try file(index)
            if let found = try find(journal) {
                return (found, Arrival(file: -index, place: try journal.place().number))
            }
        }
        return nil
    }

    /// What `find` finds in that file that was written first of those in which it finds anything.
    func oldest<Found>(_ find: (JournalReader) throws -> Found?) throws -> Found? {
        for index in files.indices.reversed() {
            if let found = try find(file(index)) { return found }
        }
        return nil
    }

    /// How far files have been gone through, by what each bears in its head.
    package typealias Marks = [String: UInt64]

    /// Goes through the entries with a field that have come since `marks`, those of the oldest file first, until that is enough. Marks of
    /// files that are gone are dropped.
    func goThrough(
        _ field: (name: String, value: String), since marks: inout Marks, _ isEnough: (JournalReader) throws -> Bool
    ) throws {
        let heads = try files.indices.map(head)
        let ids = Set(heads.map(\.id))
        marks = marks.filter { ids.contains($0.key) }
        for (index, head) in zip(files.indices, heads).reversed() {
            var mark = marks[head.id] ?? 0
            guard head.last != mark else { continue }
            // It was put back as it was once: what has come to it since is not what was gone through.
            if head.last < mark { (mark, marks[head.id]) = (0, nil) }
            let journal = try file(index)
            try journal.find([field])
            if try journal.goToEnd(), case let end = try journal.place(), end.number > mark {
                try journal.find([field])
                if mark > 0 { try journal.seek(behind: .init(sequence: end.sequence, number: mark)) }
                while try journal.advance() {
                    let isDone = try isEnough(journal)
                    marks[head.id] = try journal.place().number
                    if isDone { return }
                }
            }
            if head.last < .max { marks[head.id] = max(marks[head.id] ?? 0, head.last) }
        }
    }

    /// The head of a file as it was before it was opened: all that it counts can be found.
    private func head(_ index: Int) throws(Errno) -> JournalFileHead {
        if let head = heads[index] { return head }
        let head = try JournalFileHead(of: files[index])
        heads[index] = head
        return head
    }

    private func file(_ index: Int) throws(Errno) -> JournalReader {
        if let journal = alone[index] { return journal }
        _ = try head(index)
        let journal = try Self.reader([files[index]], origin)
        alone[index] = journal
        return journal
    }
}

extension Date {
    init(microseconds: UInt64) { self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
}
