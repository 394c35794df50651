import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Testing

@Suite struct OFDExtractionTests {
    private func blocks(_ bytes: [UInt8]) throws -> [Block] {
        try Extractor.extract(bytes, limits: Limits()).document.blocks
    }

    private func drawn(_ marks: [DrawnDocument.Mark]) -> DrawnDocument {
        var document = DrawnDocument()
        marks.forEach { document.draw($0) }
        return document
    }

    @Test(arguments: OFDWriter.Paths.allCases, [false, true])
    func `every number stands in its cell`(paths: OFDWriter.Paths, usesTemplate: Bool) throws {
        let sample = SampleReport()
        var writer = OFDWriter()
        writer.paths = paths
        writer.usesTemplate = usesTemplate
        let extract = try Extractor.extract(writer.bytes(FormPages(.strokes).draw(sample)), limits: Limits())
        #expect(extract.format == .ofd)
        expectEqual(try Reader.report(in: extract.document), sample)
    }

    @Test(arguments: [FormPages.Rules.strokes, .fills, .cellByCell], 0..<6)
    func `random numbers and blank cells stay in their cells`(rules: FormPages.Rules, seed: Int) throws {
        var random = Seeded(100 + seed)
        let sample = SampleReport.random(&random, blanks: true)
        var pages = FormPages(rules)
        pages.bottom = Double.random(in: 500...780, using: &random)
        pages.hasPageNumbers = true
        let extract = try Extractor.extract(OFDWriter().bytes(pages.draw(sample)), limits: Limits())
        expectEqual(try Reader.report(in: extract.document), sample)
    }

    @Test func `an OFD file and a PDF with the same pages are the same document`() throws {
        let pages = FormPages(.fills).draw(SampleReport())
        #expect(try blocks(OFDWriter().bytes(pages)) == blocks(PDFWriter().bytes(pages)))
    }

    @Test func `turned, hidden and white text`() throws {
        let marks: [DrawnDocument.Mark] = [
            .text("年度报告", x: 100, y: 100, size: 12, angle: 90),
            .text("看不见", x: 80, y: 200, size: 12, isInvisible: true), .text("白字", x: 80, y: 250, size: 12, gray: 1),
        ]
        #expect(try blocks(OFDWriter().bytes(drawn(marks))) == [.paragraph("年度报告")])
    }

    @Test func `pages that are pictures are scans`() {
        let scan = drawn([.image(left: 0, top: 0, right: 595, bottom: 842)])
        #expect(throws: Unreadable.scanned) { try blocks(OFDWriter().bytes(scan)) }
    }

    @Test func `an encrypted file, one without its pages and one that ends too early say so`() throws {
        let document = drawn([.text("年度报告", x: 80, y: 100, size: 12)])
        var writer = OFDWriter()
        writer.isEncrypted = true
        #expect(throws: Unreadable.encrypted) { try blocks(writer.bytes(document)) }
        let hollow = PackageBuilder(["OFD.xml": "<OFD xmlns=\"http://www.ofdspec.org/2016\"><DocBody/></OFD>"]).bytes()
        #expect(throws: Unreadable.damaged("OFD.xml 没有指明正文")) { try blocks(hollow) }
        let whole = OFDWriter().bytes(FormPages(.strokes).draw(SampleReport()))
        for end in stride(from: 1000, to: whole.count - 30, by: 1000) {
            #expect(throws: Unreadable.self) { try blocks(Array(whole[..<end])) }
        }
    }

    @Test func `a file that is only protected against changes is read`() throws {
        let document = FormPages(.strokes).draw(SampleReport())
        var writer = OFDWriter()
        let plain = writer.bytes(document)
        writer.isProtected = true
        #expect(try blocks(writer.bytes(document)) == blocks(plain))
        writer.isEncrypted = true
        #expect(throws: Unreadable.encrypted) { try blocks(writer.bytes(document)) }
    }

    @Test func `a file whose entry is encrypted asks for a password, an empty list encrypts nothing`() throws {
        let list = "<Encryptions xmlns=\"http://www.ofdspec.org/2016\"><EncryptInfo ID=\"1\"/></Encryptions>"
        let locked = PackageBuilder(["Encryptions.xml": list, "entriesmap.dat": "x", "1.dat": "x"]).bytes()
        #expect(throws: Unreadable.encrypted) { try blocks(locked) }
        let none = "<Encryptions xmlns=\"http://www.ofdspec.org/2016\"/>"
        let hollow = PackageBuilder([
            "OFD.xml": "<OFD xmlns=\"http://www.ofdspec.org/2016\"/>", "Encryptions.xml": none,
        ])
        #expect(throws: Unreadable.damaged("OFD.xml 没有指明正文")) { try blocks(hollow.bytes()) }
    }

    @Test func `repeats beyond all letters are not taken at their word`() throws {
        let page = """
            <Page xmlns="http://www.ofdspec.org/2016"><Content><Layer><TextObject Boundary="20 20 100 10" Size="4">
            <TextCode X="0" Y="4" DeltaX="g 2000000000 4">年度报告</TextCode></TextObject></Layer></Content></Page>
            """
        let package = PackageBuilder([
            "OFD.xml":
                "<OFD xmlns=\"http://www.ofdspec.org/2016\"><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
            "Doc_0/Document.xml":
                "<Document xmlns=\"http://www.ofdspec.org/2016\"><Pages><Page BaseLoc=\"P.xml\"/></Pages></Document>",
            "Doc_0/P.xml": page,
        ])
        #expect(try blocks(package.bytes()) == [.paragraph("年度报告")])
    }
}
