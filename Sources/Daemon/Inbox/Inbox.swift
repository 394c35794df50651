package import Alerts
package import Foundation
package import Ledger
package import Linux
package import SystemPackage

/// The folder where bureaus drop their reports: flat, or with a folder a bureau.
///
/// It belongs to the bureaus. Nothing here writes, moves, deletes or creates anything in it.
package struct Inbox: Sendable {
    package let path: FilePath
    private let ignored: IgnoredNames
    private let hints: Hints?
    private let calls: HangDetector

    package init(
        path: FilePath, ignored: IgnoredNames = IgnoredNames(), hints: Hints? = nil,
        calls: HangDetector = HangDetector()
    ) {
        self.path = path
        self.ignored = ignored
        self.hints = hints
        self.calls = calls
    }

    /// The same inbox, with other names to pass over.
    func ignoring(_ names: IgnoredNames) -> Inbox { Inbox(path: path, ignored: names, hints: hints, calls: calls) }

    /// Looks through the inbox, and has the system tell of changes from here on.
    package func look() -> InboxListing { calls.call(listing) }

    private func listing() -> InboxListing {
        var listing = InboxListing()
        listing.heard = hints?.heard ?? 0
        do throws(Errno) {
            let root = try Directory(path)
            let system = try FileSystem(of: path)
            listing.place = InboxPlace(FileStamp(try root.status()), system)
            listing.share = system.remoteName
            try look(through: root, nil, &listing)
        } catch {
            listing.isReachable = false
            let isOurs = [.tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory].contains(error)
            listing.alerts = [isOurs ? .resourcesShort(error) : .inboxUnreachable(path, error)]
        }
        return listing
    }

    /// Opens a file in the inbox as it is now, through the folders as they are now.
    package func open(_ file: InboxPath) throws(Errno) -> Descriptor {
        try calls.call { () throws(Errno) in
            let root = try Directory(path)
            guard let folder = file.folder else { return try root.open(file.name) }
            return try Directory(folder, in: root).open(file.name)
        }
    }

    /// The next piece of a file that is open.
    package func read(_ source: borrowing Descriptor, upTo count: Int) throws(Errno) -> [UInt8] {
        try calls.call { () throws(Errno) in try source.read(upTo: count) }
    }

    /// What the system knows of a file, without opening it.
    package func status(of file: InboxPath) throws(Errno) -> Stat {
        try calls.call { () throws(Errno) in
            let root = try Directory(path)
            guard let folder = file.folder else { return try root.status(of: file.name) }
            return try Directory(folder, in: root).status(of: file.name)
        }
    }

    private func look(
        through directory: borrowing Directory, _ folder: FileName?, _ listing: inout InboxListing
    ) throws(Errno) {
        // Watched first and listed then: what comes in between is seen twice rather than never.
        let watch = try? hints?.watch(directory)
        if watch == nil { listing.isWatched = false }
        if watch?.isNew == true { listing.newFolders.insert(folder) }
        let names = try directory.names()
        var locks = EditLocks()
        for name in names {
            locks.note(name) { (try? directory.status(of: name)).map { Date(nanoseconds: FileStamp($0).modified) } }
        }
        for name in names where ignored.reason(for: name) == nil {
            calls.goesOn()
            let path = InboxPath(folder: folder, name: name)
            listing.edited[path] = locks.since(name)
            do throws(Errno) {
                try meet(path, directory.status(of: name), in: directory, &listing)
            } catch .noSuchFileOrDirectory {
                // Gone since it was listed: the bureau took it back.
                continue
            } catch {
                listing.alerts.append(.folderUnreadable(path, error))
            }
        }
        // Asked last: whoever has begun to write meanwhile is known.
        if let watch, let writers = hints?.writers(in: watch) {
            let paths = { (names: Set<FileName>) in names.map { InboxPath(folder: folder, name: $0) } }
            listing.written.formUnion(paths(writers.written))
            listing.held.formUnion(paths(writers.held))
            listing.closed.formUnion(paths(writers.closed))
        }
    }

    private func meet(
        _ path: InboxPath, _ status: Stat, in directory: borrowing Directory, _ listing: inout InboxListing
    ) throws(Errno) {
        switch status.type {
        case .regular:
            listing.files.append(ObservedFile(path: path, stamp: FileStamp(status), owner: status.userID.rawValue))
        case .directory where path.folder == nil:
            listing.folders.insert(path.name)
            try look(through: Directory(path.name, in: directory), path.name, &listing)
        case let type:
            listing.refused[path] = type
            listing.alerts.append(.fileRefused(path, type))
        }
    }
}

extension Date {
    /// A time as files bear it, in nanoseconds since 1970.
    fileprivate init(nanoseconds: Int) { self.init(timeIntervalSince1970: Double(nanoseconds) / 1e9) }
}

/// What one look into the inbox met.
package struct InboxListing: Sendable, Equatable {
    /// The inbox could be listed. Where it could not, nothing is known of its files: none of them is gone.
    package var isReachable = true
    /// Changes are told by the system; where they are not, only the timer finds them.
    package var isWatched = true
    /// How often the system had told of something when the look began.
    package var heard = 0
    package var files: [ObservedFile] = []
    package var folders: Set<FileName> = []
    /// The files beside which an office program has left word that somebody edits them, and when it has.
    package var edited: [InboxPath: Date] = [:]
    /// The files that somebody has open and has written to.
    package var written: Set<InboxPath> = []
    /// The files that were written to and closed, and that somebody has open still.
    package var held: Set<InboxPath> = []
    /// The files that were written and closed, or replaced, since the last look: who had them open before their folder was watched writes
    /// to them no more.
    package var closed: Set<InboxPath> = []
    /// The folders that are watched since this look; `nil` stands for the inbox itself.
    package var newFolders: Set<FileName?> = []
    /// Which folder it was; `nil` where it could not be opened.
    package var place: InboxPlace?
    /// What the file system is called where it is one of other machines: it tells of nothing that these do.
    package var share: String?
    /// What is no file, and no folder of the inbox itself.
    package var refused: [InboxPath: FileType] = [:]
    /// What stands in the way, each with what to do.
    package var alerts: [Alert] = []

    package init() {}

    /// The files that somebody edits. Word of it that is as old as `patience` is what a crash has left.
    func edited(at date: Date, patience: Duration) -> Set<InboxPath> {
        Set(edited.filter { date.timeIntervalSince($0.value) < patience / .seconds(1) }.keys)
    }

    /// The system tells of every change, also of what other machines do.
    package var tells: Bool { isWatched && share == nil }
}
