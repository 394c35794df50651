package import SystemPackage

/// The folders in which something was made, renamed or removed and is not safe from a power cut yet: each is synced once for all of a
/// batch.
package struct UnsyncedFolders {
    private var folders: Set<FilePath> = []
    /// The folders that are known to be there.
    private var made: Set<FilePath> = []

    package init() {}

    /// Makes a folder below a root where there is none, with those on the way to it; the root itself is never made.
    package mutating func make(_ relative: FilePath, below root: FilePath) throws(Errno) {
        let folder = root.pushing(relative)
        guard !made.contains(folder) else { return }
        var parents: [FilePath] = []
        defer { folders.formUnion(parents) }
        try Folders.makeUnsynced(relative, below: root) { parent throws(Errno) in parents.append(parent) }
        made.insert(folder)
    }

    /// Something in a folder has another name than before.
    package mutating func note(_ folder: FilePath) { folders.insert(folder) }

    /// A folder is gone.
    package mutating func forget(_ folder: FilePath) {
        folders.remove(folder)
        made.remove(folder)
    }

    /// Syncs them. Nothing of the batch counts as written before.
    package mutating func sync() throws(Errno) {
        for folder in folders { try Directory(folder).sync() }
        folders = []
    }
}
