import Foundation
import SystemPackage
import Testing

@testable import Settings

@Suite struct `A file named by a person` {
    private func inFolder(_ body: (FilePath) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(component: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(FilePath(folder.path(percentEncoded: false)))
    }

    private func write(_ bytes: Int, to path: FilePath) throws {
        try Data(repeating: 0x61, count: bytes).write(to: URL(filePath: path.string))
    }

    @Test func `is read whole up to the limit`() throws {
        try inFolder { folder in
            let path = folder.appending("年报.txt")
            try write(100, to: path)
            #expect(try BoundedFile.read(path, limit: 100).count == 100)
            let tooLarge = BoundedFile.Failure.tooLarge(size: 100, limit: 99)
            #expect(throws: tooLarge) { try BoundedFile.read(path, limit: 99) }
        }
    }

    @Test func `is followed through a link`() throws {
        try inFolder { folder in
            let path = folder.appending("年报.txt")
            let link = folder.appending("link")
            try write(3, to: path)
            try FileManager.default.createSymbolicLink(atPath: link.string, withDestinationPath: path.string)
            #expect(try BoundedFile.read(link, limit: 10) == [0x61, 0x61, 0x61])
        }
    }

    @Test func `is told apart from a folder, a device and nothing at all`() throws {
        try inFolder { folder in
            #expect(throws: BoundedFile.Failure.folder) { try BoundedFile.read(folder, limit: 10) }
            #expect(throws: BoundedFile.Failure.missing) { try BoundedFile.read(folder.appending("无"), limit: 10) }
            #expect(throws: BoundedFile.Failure.special) { try BoundedFile.read("/dev/zero", limit: 10) }
        }
    }
}
