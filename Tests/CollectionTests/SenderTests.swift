import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import Ledger

/// Who has sent what lies in the folder of `systemd-journal-remote`.
@Suite struct SenderTests {
    @Test(arguments: [
        ("remote-qinglan.journal", "qinglan"),
        ("remote-qinglan@5f3a0000000000000000000000000001-0000000000000001-00062c0b0e7a7b3a.journal", "qinglan"),
        ("remote-qinglan@00062c0b0e7a7b3a-5f3a.journal~", "qinglan"),
        ("remote-office@county.gov.cn.journal", "office@county.gov.cn"),
        ("remote-a.b-c.journal", "a.b-c"), ("remote.journal", "remote"),
        ("qinglan.journal.zst", nil), ("note.txt", nil), (".journal.tmp", nil),
    ])
    func `the name of a file says who sent it`(file: String, name: String?) {
        #expect(RemoteSender.sender(of: file) == name)
    }

    @Test func `files of one sender belong together, and only files count`() throws {
        let scratch = try ScratchFolder()
        for file in ["remote-b.journal", "remote-a@01-02.journal", "remote-a.journal", "note.txt"] {
            try scratch.write("", to: file)
        }
        try scratch.makeFolder("remote-folder.journal")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("remote-link.journal"), withDestinationPath: "remote-a.journal")
        let folder = FilePath(scratch.path(""))
        let senders = try RemoteSender.all(in: folder)
        #expect(senders.map(\.name) == ["a", "b"])
        #expect(senders.map(\.files.count) == [2, 1])
        #expect(try RemoteSender.all(in: folder) == senders)
        try scratch.write("more", to: "remote-a.journal")
        #expect(try RemoteSender.all(in: folder).map { $0 == senders[0] || $0 == senders[1] } == [false, true])
    }
}
