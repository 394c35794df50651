import Linux
import SystemPackage

/// The folder of a site: each file is written whole, and only where it has other bytes than before.
///
/// What lies there is read once; afterwards it is known. So whatever was left half done, by a kill or an error, is made good by writing once
/// more.
struct SiteFolder {
    private let path: FilePath
    /// The hashes of the files that are known to lie there, by their places.
    private var digests: [String: String] = [:]
    private var unsynced = UnsyncedFolders()

    init(_ path: FilePath) { self.path = path }

    /// Writes a text at a place below the folder.
    mutating func write(_ text: String, to place: String) throws { try write(Array(text.utf8), to: place) }

    mutating func write(_ bytes: [UInt8], to place: String) throws {
        let digest = SHA256.digits(of: bytes)
        guard try digest != self.digest(of: place) else { return }
        let (folder, name) = try open(place)
        let draft = try AtomicFile(name, in: folder)
        try draft.write(bytes)
        try draft.put(as: name, in: folder)
        note(digest, of: place, in: folder)
    }

    /// Writes what `source` hands over piece by piece. Where it is something else than before, `before` is called first: what follows from
    /// the same is then there before what it is known by.
    mutating func write(
        to place: String, from source: (_ write: (String) throws -> Void) throws -> Void,
        before: (inout SiteFolder) throws -> Void
    ) throws {
        let (folder, name) = try open(place)
        let draft = try AtomicFile(name, in: folder)
        var hash = SHA256()
        try source { text in
            let bytes = Array(text.utf8)
            hash.update(bytes)
            try draft.write(bytes)
        }
        let digest = hash.digits()
        guard try digest != self.digest(of: place) else { return }
        try before(&self)
        try draft.put(as: name, in: folder)
        note(digest, of: place, in: folder)
    }

    /// Whether there is a file at a place.
    func has(_ place: String) throws(Errno) -> Bool { try Folders.status(of: path.appending(place)) != nil }

    /// Forgets what lies at a place, so that it is written in any case.
    mutating func forget(_ place: String) { digests[place] = "" }

    /// Forgets the files that are known and that somebody has removed, and gives their places. Only the folders are listed.
    mutating func forgetRemoved() throws(Errno) -> Set<String> {
        var removed: Set<String> = []
        let known = digests.filter { !$0.value.isEmpty }.keys
        for (folder, places) in Dictionary(grouping: known, by: { FilePath($0).removingLastComponent() }) {
            let path = path.pushing(folder)
            let isThere = try Folders.status(of: path) != nil
            if !isThere { unsynced.forget(path) }
            let names = isThere ? Set(try Self.names(in: path)) : []
            removed.formUnion(places.filter { !names.contains(FilePath($0).lastComponent?.string ?? "") })
        }
        for place in removed { digests[place] = nil }
        return removed
    }

    /// Removes the files in a folder whose names begin and end so and that nobody wants any more; also what a killed writer has left of
    /// such.
    mutating func keep(
        only wanted: Set<String>, in folder: String = "", beginning: String = "", ending: String = ".html"
    ) throws {
        let place = folder.isEmpty ? path : path.appending(folder)
        guard try Folders.status(of: place) != nil else { return }
        for name in try Self.names(in: place) {
            let isDraft = name.hasPrefix(".") && name.hasSuffix(".draft")
            let file = isDraft ? String(name.dropFirst().dropLast(".draft".count)) : name
            guard file.hasPrefix(beginning), file.hasSuffix(ending), isDraft || !wanted.contains(file) else { continue }
            try Folders.remove(place.appending(name))
            digests[folder.isEmpty ? file : "\(folder)/\(file)"] = nil
            unsynced.note(place)
        }
    }

    /// Removes a folder of which no file is wanted. What others have put there stays.
    mutating func remove(folder: String) throws {
        try keep(only: [], in: folder)
        do throws(Errno) {
            try Folders.removeEmpty(path.appending(folder))
        } catch .directoryNotEmpty {
            return
        }
        unsynced.forget(path.appending(folder))
        unsynced.note(path)
    }

    /// The names in the folder of the site.
    func names() throws(Errno) -> [String] { try Self.names(in: path) }

    private static func names(in folder: FilePath) throws(Errno) -> [String] {
        try Directory(folder).names().map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Makes all that was written safe from a power cut.
    mutating func sync() throws(Errno) { try unsynced.sync() }

    private mutating func note(_ digest: String, of place: String, in folder: FilePath) {
        digests[place] = digest
        unsynced.note(folder)
    }

    /// The folder and the name of a place; the folders that are missing are made, but for that of the site itself.
    private mutating func open(_ place: String) throws(Errno) -> (folder: FilePath, name: String) {
        let relative = FilePath(place)
        let file = path.pushing(relative)
        let folder = file.removingLastComponent()
        try unsynced.make(relative.removingLastComponent(), below: path)
        return (folder, file.lastComponent?.string ?? "")
    }

    /// The hash of the file at a place; `nil` where there is none that could be read.
    private mutating func digest(of place: String) throws(Errno) -> String? {
        if let known = digests[place] { return known }
        let file = path.pushing(FilePath(place))
        let digest: String?
        do throws(Errno) {
            let name = FileName(file.lastComponent?.string ?? "")
            digest = SHA256.digits(of: try Directory(file.removingLastComponent()).open(name).readAll())
        } catch .noSuchFileOrDirectory {
            digest = nil
        } catch .tooManySymbolicLinkLevels {
            digest = nil
        }
        digests[place] = digest
        return digest
    }
}
