import Fixtures
import Foundation
import Linux
import SystemPackage
import Testing

@Suite struct `Writing in an open folder` {
    private let scratch: ScratchFolder
    private let folder: FilePath
    private let name = FileName("页.html")

    init() throws {
        scratch = try ScratchFolder()
        folder = FilePath(try scratch.makeFolder("folder"))
    }

    @Test func `replaces a file whole and leaves nothing else`() throws {
        let directory = try Directory(folder)
        try scratch.write("半", to: "folder/.页.html.draft")
        for text in ["旧", "新"] { try directory.write(Array(text.utf8), as: name, mode: 0o640) }
        #expect(try scratch.names(in: "folder") == ["页.html"])
        #expect(try scratch.text(of: "folder/页.html") == "新")
        #expect(try directory.status(of: name).permissions.rawValue & 0o777 == 0o640)
    }

    @Test func `stays in the folder when its path has come to mean another one`() throws {
        let directory = try Directory(folder)
        try FileManager.default.moveItem(atPath: folder.string, toPath: scratch.path("moved"))
        try scratch.makeFolder("folder")
        try directory.write([65], as: name, mode: 0o640)
        #expect(try scratch.names(in: "folder").isEmpty && scratch.names(in: "moved") == ["页.html"])
    }

    @Test func `follows no link`() throws {
        let directory = try Directory(folder)
        try scratch.write("不动", to: "victim")
        for link in ["页.html", ".页.html.draft"] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path("folder/\(link)"), withDestinationPath: "../victim")
        }
        #expect(try !directory.holds(Array("不动".utf8), as: name))
        try directory.write([65], as: name, mode: 0o640)
        #expect(try scratch.text(of: "victim") == "不动" && scratch.text(of: "folder/页.html") == "A")
    }

    @Test func `a draft that can't take its place is gone`() throws {
        let directory = try Directory(folder)
        try scratch.makeFolder("folder/页.html/voll")
        #expect(throws: Errno.isDirectory) { try directory.write([65], as: name, mode: 0o640) }
        #expect(try scratch.names(in: "folder") == ["页.html"])
    }

    @Test func `knows a file that has these bytes`() throws {
        let directory = try Directory(folder)
        #expect(try !directory.holds([65], as: name))
        try directory.write([65], as: name, mode: 0o640)
        #expect(try directory.holds([65], as: name))
        #expect(try !directory.holds([66], as: name) && !directory.holds([65, 65], as: name))
    }

    @Test func `makes a folder where there is nothing of its name`() throws {
        let directory = try Directory(folder)
        #expect(try directory.make(FileName("内"), mode: 0o750))
        #expect(try !directory.make(FileName("内"), mode: 0o750))
        #expect(try directory.status(of: FileName("内")).permissions.rawValue & 0o777 == 0o750)
    }
}
