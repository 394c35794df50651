import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Reports
import Testing

@Suite struct LargeNumberTests {
    @Test(arguments: ["1000000000001", "9223372036854775807", "99999999999999999999", "1000000000001.5"])
    func `more than anyone counts is no number, and stays as printed`(number: String) throws {
        var sample = SampleReport()
        sample.disclosure[.normativeDocuments] = ["1", "0", number]
        let text = TextLayout.tabs.text(of: sample)
        let report = try Reader.report(in: Extractor.extract(Array(text.utf8), limits: Limits()).document)
        #expect(report.disclosure?[.normativeDocuments]?.cells?.last == .words(number))
    }

    @Test(arguments: ["13800138000", "１３８００１３８０００"])
    func `a mobile number is no count`(number: String) throws {
        var sample = SampleReport()
        sample.disclosure[.normativeDocuments] = ["1", "0", number]
        let text = TextLayout.tabs.text(of: sample)
        let report = try Reader.report(in: Extractor.extract(Array(text.utf8), limits: Limits()).document)
        #expect(report.disclosure?[.normativeDocuments]?.cells?.last == .words(number))
    }
}
