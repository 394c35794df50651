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

    private static let machine = "_MACHINE_ID"

    /// All files together.
    package let all: JournalReader
    private let files: [FilePath]
    /// Those of the files that can't be opened.
    package let unopened: [Unopened]
    private let origin: JournalOrigin
    /// Those of the files that have been looked at alone.
    private var alone: [Int: JournalReader] = [:]

    /// Opens journal files, of which the one that was written last comes first.
    package init(_ files: [FilePath], from origin: JournalOrigin) throws(Errno) {
        self.origin = origin
        (all, self.files, unopened) = try Self.open(files, from: origin)
    }

    /// A file of which nothing can be read, as one can be left by a power cut or a full disk.
    package struct Unopened: Sendable {
        package let file: FilePath
        package let reason: Errno
    }

    /// Opens those files together that can be opened: one that can't be keeps the others from being opened with it.
    private static func open(
        _ files: [FilePath], from origin: JournalOrigin
    ) throws(Errno) -> (all: JournalReader, files: [FilePath], unopened: [Unopened]) {
        do throws(Errno) {
            return (try JournalReader(.files(files), from: origin), files, [])
        } catch {
            var unopened: [Unopened] = []
            for file in files {
                do throws(Errno) {
                    _ = try JournalReader(.files([file]), from: origin)
                } catch {
                    unopened.append(Unopened(file: file, reason: error))
                }
            }
            let good = files.filter { file in !unopened.contains { $0.file == file } }
            guard !good.isEmpty else { throw error }
            return (try JournalReader(.files(good), from: origin), good, unopened)
        }
    }

    /// Whether something of them could not be read, as far as they were looked at.
    package var isDamaged: Bool { all.isDamaged || alone.values.contains(where: \.isDamaged) }

    /// When the entry that came last was written, by the clock of its machine; `nil` where nothing can be read.
    package func newest() throws -> Date? { try newest { try $0.newest() }.map { Date(microseconds: $0.found) } }

    /// The same of the entries of the machine that has written of a ledger.
    package func newest(fromMachineOf ledger: String) throws -> Date? {
        let field = (name: JournalRecords.ledgerField, value: ledger)
        let machine = try newest { journal -> String? in
            try journal.find([field])
            return try journal.last { $0 == Self.machine }?[Self.machine]
        }
        let sought = machine.map { (name: Self.machine, value: $0.found) } ?? field
        return try newest { try $0.newest(with: sought) }.map { Date(microseconds: $0.found) }
    }

    /// What `find` finds in that file that was written last of those in which it finds anything.
    func newest<Found>(_ find: (JournalReader) throws -> Found?) throws -> (found: Found, arrival: Arrival)? {
        for index in files.indices {
            let journal = try file(index)
            if let found = try find(journal) { return (found, Arrival(file: -index, place: try journal.place())) }
        }
        return nil
    }

    /// What the entries that have a field have in others, and when they came, from the one that came last back until that is enough.
    func backwards(
        with field: (name: String, value: String), _ names: [String], _ isEnough: ([String?], Arrival) -> Bool
    ) throws {
        var isDone = false
        for index in files.indices where !isDone {
            let journal = try file(index)
            try journal.find([field])
            try journal.backwards(names) { values, place in
                isDone = isEnough(values, Arrival(file: -index, place: place))
                return isDone
            }
        }
    }

    private func file(_ index: Int) throws(Errno) -> JournalReader {
        if let journal = alone[index] { return journal }
        let journal = try JournalReader(.files([files[index]]), from: origin)
        alone[index] = journal
        return journal
    }
}

extension Date {
    fileprivate init(microseconds: UInt64) { self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
}
