import Fixtures
import Foundation
import Linux
import SystemPackage
import Testing

@Suite struct AtomicFileTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func `a file is replaced whole`() throws {
        try scratch.write("旧", to: "status.json")
        try AtomicFile.write(Array("新".utf8), to: FilePath(scratch.path("status.json")))
        #expect(try scratch.text(of: "status.json") == "新")
        #expect(try scratch.names() == ["status.json"])
    }

    @Test func `a file that is not finished leaves the old one and no trace`() throws {
        try scratch.write("旧", to: "status.json")
        try {
            let file = try AtomicFile("status.json", in: FilePath(scratch.path))
            try file.write(Array("半".utf8))
        }()
        #expect(try scratch.text(of: "status.json") == "旧")
        #expect(try scratch.names() == ["status.json"])
    }

    @Test func `what a killed writer left is replaced`() throws {
        try scratch.write("半", to: ".status.json.draft")
        try AtomicFile.write(Array("新".utf8), to: FilePath(scratch.path("status.json")))
        #expect(try scratch.names() == ["status.json"])
    }

    @Test func `nothing is written through a link that lies in the way`() throws {
        try scratch.write("别人的", to: "other")
        for name in [".status.json.draft", "status.json"] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path(name), withDestinationPath: scratch.path("other"))
        }
        try AtomicFile.write(Array("新".utf8), to: FilePath(scratch.path("status.json")))
        #expect(try scratch.text(of: "other") == "别人的")
        #expect(try scratch.text(of: "status.json") == "新")
    }

    @Test func `missing folders are made, but never the root`() throws {
        try Folders.make("reports/2024/某局/v1", below: FilePath(scratch.path))
        try Folders.make("reports/2024/某局/v2", below: FilePath(scratch.path))
        #expect(try scratch.names(in: "reports/2024/某局") == ["v1", "v2"])
        #expect(throws: Errno.noSuchFileOrDirectory) {
            try Folders.make("reports", below: FilePath(scratch.path("none")))
        }
    }
}
