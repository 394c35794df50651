import Ledger
import Linux
import Testing

@testable import Daemon

@Suite("Whether the system tells of changes is found out by trying")
struct MissedEventsTests {
    /// A look that met files, after so many words of the system.
    private func look(_ names: [String], heard: Int, in place: UInt64 = 1) -> InboxListing {
        var listing = InboxListing()
        listing.place = InboxPlace(device: place, inode: 1, magic: 1)
        listing.heard = heard
        listing.files = names.map { name in
            let stamp = FileStamp(device: 1, inode: 1, size: 1, modified: 1, changed: 1)
            return ObservedFile(path: InboxPath(name: FileName(name)), stamp: stamp)
        }
        return listing
    }

    private func proves(_ looks: InboxListing...) -> Bool {
        var changes = MissedEvents()
        looks.forEach { changes.observe($0) }
        return changes.areProven
    }

    @Test func `a file that came without a word, then and by the look after, proves it`() {
        #expect(proves(look([], heard: 0), look(["甲"], heard: 0), look(["甲"], heard: 0)))
        #expect(proves(look(["甲", "乙"], heard: 3), look(["甲"], heard: 3), look(["甲"], heard: 3)))
    }

    @Test func `a word that comes after the file is a word`() {
        #expect(!proves(look([], heard: 0), look(["甲"], heard: 0), look(["甲"], heard: 1), look(["甲"], heard: 1)))
    }

    @Test func `what was there at the first look, and in another folder, proves nothing`() {
        #expect(!proves(look(["甲"], heard: 0), look(["甲"], heard: 0), look(["甲"], heard: 0)))
        #expect(!proves(look([], heard: 0), look(["甲"], heard: 0, in: 2), look(["甲"], heard: 0, in: 2)))
    }
}
