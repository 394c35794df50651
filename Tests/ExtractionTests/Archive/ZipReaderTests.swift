import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite struct ZipReaderTests {
    private func extract(_ builder: PackageBuilder) throws -> Extract {
        try Extractor.extract(builder.bytes(), limits: Limits())
    }

    private func reason(_ builder: PackageBuilder) -> Unreadable? {
        do throws(Unreadable) { _ = try Extractor.extract(builder.bytes(), limits: Limits()) } catch { return error }
        return nil
    }

    @Test func `the one document in an archive is read, the format is that of the file that came`() throws {
        var builder = PackageBuilder([
            "年报/": "", "__MACOSX/年报/._年报.docx": "x", "年报/.DS_Store": "y", "年报/~$年报.docx": "z",
        ])
        builder.add("年报/年报.docx", WordFile(p("一、总体情况")).bytes())
        let extract = try extract(builder)
        #expect(extract.document.blocks == [.paragraph("一、总体情况")])
        #expect(extract.format == .zip)
    }

    @Test func `a note beside the report and the parts of a web page are no reports`() throws {
        var builder = PackageBuilder(["说明.txt": "见附件"])
        builder.add("年报.docx", WordFile(p("甲")).bytes())
        #expect(try extract(builder).document.blocks == [.paragraph("甲")])
        let page = PackageBuilder([
            "a.htm": "<html><body>乙", "a.files/header.htm": "<html><body>页眉", "a.files/1.png": "\u{89}PNG",
        ])
        #expect(try extract(page).document.blocks == [.paragraph("乙")])
    }

    @Test func `which of several documents is the report is not guessed`() {
        var builder = PackageBuilder()
        for name in ["甲", "乙"] { builder.add("\(name).docx", WordFile(p(name)).bytes()) }
        #expect(reason(builder) == .notAReport("压缩包里有 2 个文件（“甲.docx”、“乙.docx”），请只放一份年度报告"))
    }

    @Test func `pictures are a scan, other things nothing to read`() {
        #expect(reason(PackageBuilder(["1.jpg": "GIF89a", "2.jpg": "GIF89a"])) == .scanned)
        #expect(reason(PackageBuilder(["a.url": "[x]", "b.lnk": "y"])) == .notAReport("压缩包里没有可以读取的文件"))
        #expect(reason(PackageBuilder()) == .notAReport("压缩包里没有可以读取的文件") || PackageBuilder().bytes().isEmpty)
    }

    @Test func `an archive in an archive is opened, one more is not, and a bomb in one stops at its limit`() throws {
        var inner = PackageBuilder(["a.txt": "内容"])
        var outer = PackageBuilder()
        outer.add("a.zip", inner.bytes())
        #expect(try extract(outer).document.blocks == [.paragraph("内容")])
        var third = PackageBuilder()
        third.add("a.zip", outer.bytes())
        #expect(reason(third) == .notAReport("压缩包里套着多层压缩包，请直接提交年度报告"))
        inner.add("b.txt", [UInt8](repeating: 0x20, count: 5_000_000))
        var bomb = PackageBuilder()
        bomb.add("a.zip", inner.bytes())
        #expect(reason(bomb) == .limit(name: "limits.ratio", value: 500))
    }

    @Test func `a password inside is asked for`() {
        var builder = PackageBuilder()
        builder.add("年报.docx", WordFile(p("甲")).bytes(), password: "123")
        #expect(reason(builder) == .encrypted)
    }
}
