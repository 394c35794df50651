import ReaderInterface
import Testing

@Suite("What a file's name claims against what it holds")
struct FormatNameTests {
    @Test(arguments: [
        ("年报.pdf", Format.docx, "pdf"), ("年报.DOC", .docx, "doc"), ("年报.docx", .pdf, "docx"), ("年报.doc", .html, "doc"),
        ("年报.txt", .image, "txt"), ("年报.docm", .doc, "docm"), ("年报.dot", .docx, "dot"),
    ]) func `another format than the content is named`(name: String, format: Format, claimed: String) {
        #expect(format.contradiction(in: name) == claimed)
    }

    @Test(arguments: [
        ("年报.docx", Format.docx), ("年报.wps", .docx), ("年报.wps", .doc), ("年报.wpt", .docx), ("年报.WPT", .doc),
        ("年报.docm", .docx), ("年报.dotx", .docx), ("年报.dotm", .docx), ("年报.dot", .doc),
        ("年报.HTM", .html), ("年报", .pdf),
        ("2024.1.年报定稿", .docx), ("年报.doc", .unknown),
    ]) func `a name that fits or claims nothing is none`(name: String, format: Format) {
        #expect(format.contradiction(in: name) == nil)
    }
}
