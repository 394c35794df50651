import Documents
import Extraction
import Foundation
import ReaderInterface
import Reading
import Reports
import Testing

/// The blank form as the government publishes it, which is not part of this project but may lie beside it.
@Suite struct OfficialTemplateTests {
    private static let file = URL(filePath: #filePath)
        .appending(path: "../../../../shared/reports/official-template.docx").standardized
    private static var isAtHand: Bool { FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) }

    @Test(.enabled(if: isAtHand, "the official template is not at hand in ../shared/reports"))
    func `the official template is a report whose every cell is blank`() throws {
        let bytes = [UInt8](try Data(contentsOf: OfficialTemplateTests.file))
        let report = try Reader.report(in: Extractor.extract(bytes, limits: Limits()).document)
        #expect(report.headings.map(\.section) == Section.allCases)
        for row in DisclosureRow.allCases { #expect(isBlank(report.disclosure?[row])) }
        for row in RequestRow.allCases { #expect(isBlank(report.requests?[row])) }
        for block in ReviewBlock.allCases { #expect(isBlank(report.review?[block])) }
    }

    /// Whether a row is there, with cells that are all blank.
    private func isBlank(_ row: PrintedRow?) -> Bool {
        guard let cells = row?.cells, !cells.isEmpty else { return false }
        return cells.allSatisfy { $0 == .blank }
    }
}
