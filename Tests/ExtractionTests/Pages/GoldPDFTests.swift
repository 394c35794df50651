import Documents
import Extraction
import Foundation
import ReaderInterface
import Reading
import Reports
import Testing

/// The tables of real PDF reports, cell by cell. They are not part of the project: where they lie beside it they are read.
@Suite struct GoldPDFTests {
    private static let folder = URL(filePath: #filePath).appending(path: "../../../../../shared").standardized
    private static let names = ["hongze-2023", "huaian-2024"]
    private static let isAtHand = names.allSatisfy {
        FileManager.default.fileExists(atPath: folder.appending(path: "reports/\($0).pdf").path)
    }

    @Test(.enabled(if: isAtHand, "the real reports are not at hand"), arguments: names)
    func `tables equal the gold file`(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: "reports/\(name).pdf")))
        let json = try Data(contentsOf: Self.folder.appending(path: "gold/\(name).json"))
        let gold = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let report = try Reader.report(in: try Extractor.extract(bytes, limits: Limits()).document)
        #expect(report.agency == gold["agency"] as? String)
        #expect(report.year == gold["year"] as? Int)
        for row in RequestRow.allCases {
            #expect(counts(report.requests?[row]) == table("requests", of: gold)[row.rawValue] as? [Int], "\(row)")
        }
        for block in ReviewBlock.allCases {
            #expect(counts(report.review?[block]) == table("review", of: gold)[block.rawValue] as? [Int], "\(block)")
        }
        let disclosure = table("disclosure", of: gold)
        for row in DisclosureRow.allCases where row != .fees {
            let expected = disclosure[row.rawValue] as? [Int] ?? (disclosure[row.rawValue] as? Int).map { [$0] }
            #expect(counts(report.disclosure?[row]) == expected, "\(row)")
        }
        #expect(report.disclosure?[.fees]?.cells?.first?.digits == disclosure["fees_10k_yuan"] as? String)
        if let undivided = gold["undivided_other_row"] as? [Int] { #expect(counts(report.undividedOther) == undivided) }
    }

    private func table(_ name: String, of gold: [String: Any]) -> [String: Any] { gold[name] as? [String: Any] ?? [:] }

    private func counts(_ row: PrintedRow?) -> [Int]? {
        row?.cells?.map { cell in if case .count(let count) = cell { count } else { -1 } }
    }
}
