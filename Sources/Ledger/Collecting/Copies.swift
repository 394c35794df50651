import Foundation
import GRDB
import Linux
import Office
package import SystemPackage

/// The copies of offices' ledgers in a folder, looked at beside the service that writes them. Nothing is changed, and nothing left behind.
package struct Copies: Sendable {
    package enum State: Sendable, Equatable {
        /// It has the records up to this one.
        case whole(Int)
        /// What is wrong with it.
        case damaged(String)
        case missing
        /// The service was writing it all the time.
        case busy
        /// What keeps it from being looked at.
        case closed(String)
    }

    /// So often a copy is looked at that was written meanwhile.
    private static let mostLooks = 3
    private static let ending = ".sqlite"
    private static let aside = ".damaged"

    private let folder: FilePath
    /// The ledgers of which there is a copy, and those of which a damaged one was put out of the way.
    package let ledgers, setAside: [String]

    package init(in folder: FilePath) throws(Errno) {
        self.folder = folder
        let names = try Directory(folder).names().map(\.display).sorted()
        ledgers = Self.stems(of: names, ending: Self.ending)
        setAside = Self.stems(of: names, ending: Self.aside)
    }

    private static func stems(of names: [String], ending: String) -> [String] {
        names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.filter(JournalRecords.isID)
    }

    package func path(of ledger: String) -> FilePath { folder.appending(ledger + Self.ending) }

    /// Where the damaged copy of a ledger lies that was put out of the way.
    package func asidePath(of ledger: String) -> FilePath { folder.appending(ledger + Self.aside) }

    /// How many bytes the copy of a ledger has.
    package func size(of ledger: String) throws(Errno) -> Int {
        try Folders.status(of: path(of: ledger)).map { FileStamp($0).size } ?? 0
    }

    /// How the copy of a ledger is. All of it is read where the look is thorough.
    package func state(of ledger: String, isThorough: Bool) -> State {
        let path = path(of: ledger)
        for _ in 0..<Self.mostLooks {
            do throws(Errno) {
                guard let before = try Folders.status(of: path).map(FileStamp.init) else { return .missing }
                let state = Self.look(at: path, isThorough)
                guard case .damaged = state else { return state }
                // Without locks, what is written meanwhile can look like damage.
                if try Folders.status(of: path).map(FileStamp.init) == before { return state }
            } catch {
                return .closed(error.reason)
            }
        }
        return .busy
    }

    private static func look(at path: FilePath, _ isThorough: Bool) -> State {
        do {
            let database = try ReadOnlyDatabase.openQuietly(path)
            return try database.read { database in
                // It ends with the first thing that is wrong.
                let complaint = isThorough ? try String.fetchOne(database, sql: "PRAGMA quick_check(1)") : nil
                if let complaint, complaint != "ok" { return .damaged(complaint) }
                return .whole(try StoredRecord.last(before: .max, in: database)?.number ?? 0)
            }
        } catch {
            guard let error = error as? DatabaseError else { return .closed("\(error)") }
            let words = Ledger.words(of: error)
            let isDamaged = [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
            return isDamaged ? .damaged(words) : .closed(words)
        }
    }
}

extension LedgerReader {
    /// The offices whose records are collected.
    package func followedOffices() throws(LedgerReaderFailure) -> [Ledger.Followed] {
        try read { try Ledger.followedOffices($0) }
    }
}

extension FoundTrouble {
    /// The copy of an office's ledger is not what it was.
    package static func copyLost(_ office: Ledger.Followed, _ number: Int, from sender: String) -> FoundTrouble {
        FoundTrouble(
            .copyLost, about: office.name, from: sender,
            "本机汇集的\(office.name)的副本丢失或损坏：原来汇集到第 \(office.record) 条，现在只能从收到的日志重建到第 \(number) 条。显示的仍是原来的。"
                + "请放回 \(StateFolder.offices) 的备份，或请对方从头再传一次（见 docs/scale.md）；都不行的，确认以后从现有的记录接着汇集。")
    }
}
