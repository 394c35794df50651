import Documents
import Fixtures
import Foundation
import ReaderInterface
import Testing

@testable import Extraction

@Suite struct ZipArchiveTests {
    private func open(_ builder: PackageBuilder, limits: Limits = Limits()) throws -> ZipArchive {
        try ZipArchive(builder.bytes(), limits: limits)
    }

    @Test func `a member is found by name, in any case and with either slash`() throws {
        let archive = try open(PackageBuilder(["word/document.xml": "正文", "Doc_0\\Res\\Font.ttf": "字体"]))
        #expect(try archive.bytes(of: "word/document.xml") == Array("正文".utf8))
        #expect(try archive.bytes(of: "/WORD/Document.XML") == Array("正文".utf8))
        #expect(try archive.bytes(of: "doc_0/res/./font.ttf") == Array("字体".utf8))
        #expect(try archive.bytes(of: "word/styles.xml") == nil)
        #expect(archive.names == ["word/document.xml", "Doc_0/Res/Font.ttf"])
    }

    @Test func `a name from a Chinese Windows is read as GBK`() throws {
        var builder = PackageBuilder()
        let name = try #require("年度报告.docx".data(using: String.Encoding(rawValue: 0x8000_0632)))
        builder.add(rawName: [UInt8](name), [1, 2, 3])
        #expect(try open(builder).names == ["年度报告.docx"])
    }

    @Test func `a name that leads out of the folder is a name like any other`() throws {
        let archive = try open(PackageBuilder(["../../../etc/passwd": "x", "C:\\Windows\\..\\a.txt": "y"]))
        #expect(archive.names == ["etc/passwd", "C:/a.txt"])
    }

    @Test func `folders are no members`() throws {
        #expect(try open(PackageBuilder(["材料/": "", "材料/年报.txt": "x"])).names == ["材料/年报.txt"])
    }

    @Test func `an encrypted member asks for a password`() throws {
        var builder = PackageBuilder()
        builder.add("年报.docx", Array("内容".utf8), password: "123456")
        let archive = try open(builder)
        #expect(throws: Unreadable.encrypted) { try archive.bytes(of: "年报.docx") }
    }

    @Test func `a flat bomb stops at the ratio, whatever size it declares`() throws {
        var builder = PackageBuilder()
        builder.add("a", [UInt8](repeating: 0, count: 20_000_000))
        let bytes = builder.bytes()
        #expect(throws: Unreadable.limit(name: "limits.ratio", value: 500)) {
            try ZipArchive(bytes, limits: Limits()).bytes(of: "a")
        }
        let small = ZipBytes.declaring(size: 10, in: bytes)
        #expect(small != bytes)
        #expect(throws: Unreadable.limit(name: "limits.ratio", value: 500)) {
            try ZipArchive(small, limits: Limits()).bytes(of: "a")
        }
    }

    @Test func `what all members unpack to is counted together`() throws {
        let noise = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 11) }
        var builder = PackageBuilder()
        builder.add("a", noise)
        builder.add("b", noise)
        let archive = try open(builder, limits: Limits(.expandedSize, 500_000))
        #expect(try archive.bytes(of: "a") == noise)
        #expect(throws: Unreadable.limit(name: "limits.expanded_size", value: 500_000)) { try archive.bytes(of: "b") }
    }

    @Test func `members are counted before any is read`() {
        var builder = PackageBuilder()
        for index in 0...20 { builder.add("\(index)", "") }
        #expect(throws: Unreadable.limit(name: "limits.archive_members", value: 20)) {
            try open(builder, limits: Limits(.archiveMembers, 20))
        }
    }

    @Test func `an archive cut off anywhere is damaged, and one with a changed byte at its member`() throws {
        var builder = PackageBuilder()
        builder.add("a.xml", (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) })
        let bytes = builder.bytes()
        for end in stride(from: 0, to: bytes.count, by: 1024) {
            #expect(throws: Unreadable.damaged("压缩结构不完整，文件多半没有传完")) {
                try ZipArchive(Array(bytes.prefix(end)), limits: Limits())
            }
        }
        var changed = bytes
        changed[bytes.count / 2] ^= 0xFF
        #expect(throws: Unreadable.damaged("压缩包里的 a.xml 损坏或不完整")) {
            try ZipArchive(changed, limits: Limits()).bytes(of: "a.xml")
        }
    }

    @Test func `a member that must be there is named when it is not`() throws {
        let archive = try open(PackageBuilder(["a.xml": "<a/>"]))
        #expect(try archive.requiredXML("A.xml").is(.none, "a"))
        #expect(throws: Unreadable.damaged("压缩包里缺少 OFD.xml")) { try archive.requiredXML("OFD.xml") }
    }
}
