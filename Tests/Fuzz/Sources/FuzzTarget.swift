import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Rules

/// What the fuzzer changes: a whole file, or, of formats that are archives, the part with the text in it. Changed bytes of an
/// archive would seldom get past its own check sums.
enum FuzzTarget: String {
    case txt, doc, rtf, pdf, html, mht, zip
    case docx, odt, xlsx, ofd

    /// Reads what the fuzzer made as the worker does, and judges the answer as the daemon does. Nothing traps, and an answer of
    /// our own reader keeps to its bounds.
    func run(_ input: [UInt8]) {
        let limits = FuzzTarget.limits
        guard let extract = try? Extractor.extract(file(of: input), limits: limits),
            let report = try? Reader.report(in: extract.document)
        else { return }
        do {
            let answer = ReaderAnswer(format: extract.format, content: .report(report))
            let heard = try ReaderAnswer(decoding: answer.encoded(within: limits), within: limits)
            guard case .report(let report) = heard.content else { return }
            _ = Rulebook.findings(in: report)
        } catch {
            fatalError("the answer is not accepted: \(error)")
        }
    }

    /// Small enough for many runs a second.
    private static let limits: Limits = {
        var limits = Limits()
        limits.characters = 100_000
        limits.cells = 10_000
        limits.elements = 50_000
        limits.expandedBytes = 5_000_000
        limits.pages = 20
        limits.marksPerPage = 20_000
        return limits
    }()

    /// The file around the part that the fuzzer changes.
    private func file(of input: [UInt8]) -> [UInt8] {
        switch self {
        case .txt, .doc, .rtf, .pdf, .html, .mht, .zip: input
        case .odt: FuzzTarget.openDocument(input)
        case .docx: FuzzTarget.package(office: "word/document.xml", input)
        case .xlsx: FuzzTarget.workbook(input)
        case .ofd: FuzzTarget.fixedLayout(input)
        }
    }

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"

    private static func package(office main: String, _ input: [UInt8]) -> [UInt8] {
        var package = packageHead(main)
        package.add(main, input)
        return package.bytes()
    }

    private static func packageHead(_ main: String) -> PackageBuilder {
        PackageBuilder([
            "_rels/.rels": """
            <Relationships xmlns="\(relations)"><Relationship Id="r" Type="\(office)/relationships/officeDocument" \
            Target="\(main)"/></Relationships>
            """
        ])
    }

    private static func openDocument(_ input: [UInt8]) -> [UInt8] {
        var package = PackageBuilder()
        package.add("mimetype", "application/vnd.oasis.opendocument.text")
        package.add("META-INF/manifest.xml", "<manifest/>")
        package.add("content.xml", input)
        return package.bytes()
    }

    private static func workbook(_ input: [UInt8]) -> [UInt8] {
        var package = packageHead("xl/workbook.xml")
        package.add(
            "xl/workbook.xml",
            """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\(office)/relationships">\
            <sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>
            """)
        package.add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="\(relations)"><Relationship Id="r1" Type="\(office)/relationships/worksheet" \
            Target="worksheets/sheet1.xml"/></Relationships>
            """)
        package.add("xl/worksheets/sheet1.xml", input)
        return package.bytes()
    }

    private static func fixedLayout(_ input: [UInt8]) -> [UInt8] {
        let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
        var package = PackageBuilder([
            "OFD.xml": """
            <ofd:OFD \(space)><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>
            """,
            "Doc_0/Document.xml": """
            <ofd:Document \(space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
            </ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Content.xml"/></ofd:Pages></ofd:Document>
            """,
        ])
        package.add("Doc_0/Content.xml", input)
        return package.bytes()
    }
}
