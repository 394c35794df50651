import Alerts
package import Ledger
import Linux
import SystemPackage

/// Whether what the inbox shows is what bureaus put there: where a share is not mounted, its empty mount point looks as
/// if nobody had handed in anything.
package enum MountIdentity: Sendable, Equatable {
    /// It is the inbox; what is to be remembered of it.
    case trusted(InboxMemory)
    /// It can't be looked at.
    case unreachable
    /// Another folder is in its place, and nothing is in it.
    case emptied
    /// Another folder is in its place, and none of the files that were known.
    case replaced

    /// Judges what a look met by what is remembered. Another folder is no other inbox when files of the inbox are in it:
    /// a share that is mounted anew has another number, often.
    package init(
        _ listing: InboxListing, path: String, memory: InboxMemory?, knows: (ObservedFile) -> Bool
    ) {
        guard listing.isReachable, let place = listing.place else {
            self = .unreachable
            return
        }
        let now = InboxMemory(path: path, place: place, held: !listing.files.isEmpty)
        guard let memory, memory.path == path, memory.place != place, memory.held else {
            self = .trusted(now)
            return
        }
        if listing.files.isEmpty {
            self = .emptied
        } else {
            self = listing.files.contains(where: knows) ? .trusted(now) : .replaced
        }
    }
}

extension MountIdentity {
    /// What a person is to be told; nothing where the look itself has told it.
    func alert(for path: FilePath) -> Alert? {
        switch self {
        case .trusted, .unreachable: nil
        case .emptied: .inboxEmptied(path)
        case .replaced: .inboxReplaced(path)
        }
    }
}

extension InboxPlace {
    init(_ stamp: FileStamp, _ system: FileSystem) {
        self.init(device: stamp.device, inode: stamp.inode, magic: system.magic)
    }
}
