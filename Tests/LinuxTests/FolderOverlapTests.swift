import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import Linux

@Suite struct `Folders that lie in each other` {
    @Test func `are told by what their names lead to`() throws {
        let scratch = try ScratchFolder()
        try scratch.makeFolder("inbox/财政局")
        try scratch.makeFolder("apart")
        for (link, target) in [("same", "inbox"), ("inside", "inbox/财政局"), ("other", "apart")] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path(link), withDestinationPath: scratch.path(target))
        }
        let inbox = FilePath(scratch.path("inbox"))
        for name in ["inbox", "inbox/new/one", "same", "same/new", "inside", "apart/../inbox"] {
            let folder = FilePath(scratch.path(name))
            #expect(folder.overlaps(inbox) && inbox.overlaps(folder), "\(name)")
        }
        for name in ["other", "apart", "inbox-2", "gone/folder"] {
            let folder = FilePath(scratch.path(name))
            #expect(!folder.overlaps(inbox) && !inbox.overlaps(folder), "\(name)")
        }
    }
}
