import Documents
import Extraction
import Fixtures
import Foundation
import ReaderInterface
import Reading
import Reports
import Rules

/// A report as it comes in: what it says, how it is laid out and encoded, and what is known beside it.
struct Specimen: Sendable {
    let body: Body
    let figures: Figures
    var author: Author
    var layout: TextLayout
    var report: SampleReport
    var encoding = String.Encoding.utf8
    var context = Context()
    var limits = Limits()
    /// The bytes of the file, where they are not those of the text.
    var ownBytes: [UInt8]?

    /// A clean report. The seed decides all of it; seeds that follow each other take the layouts in turn.
    init(_ seed: Int) {
        var random = Seeded(seed)
        body = random.pick(Body.all)
        let year = Int.random(in: 2021...2025, using: &random)
        let rules = body.mayMakeRules && random.once(in: 2)
        figures = Figures(upTo: random.pick([0, 1, 9, 40, 5_000]), rules: rules, using: &random)
        layout = TextLayout.allCases[seed % TextLayout.allCases.count]
        author = Author(body: body, year: year, figures: figures, random: random)
        report = SampleReport()
        report.agency = body.name
        report.year = year
        report.head = author.head()
        report.headings = author.headings()
        report.ownPassages = author.passages()
        report.foot = author.foot()
        encoding = author.random.pick([.utf8, .utf8, .utf8, .utf16])
        fillTables()
    }

    private mutating func fillTables() {
        func printed(_ numbers: [Int]) -> [String] { numbers.map { Numeral.cell($0, using: &author.random) } }
        report.disclosure = figures.disclosure.mapValues(printed)
        report.disclosure[.fees] = [author.random.pick(["0", "0.00", "58.206", "904.5", "12"])]
        report.requests = figures.requests.mapValues(printed)
        report.review = figures.review.mapValues(printed)
    }

    var text: String { layout.text(of: report) }
    var bytes: [UInt8] { ownBytes ?? Array(text.data(using: encoding) ?? Data()) }

    /// What is found on the whole way from the bytes.
    var findings: [Finding] {
        do throws(Unreadable) {
            let extract = try Extractor.extract(bytes, limits: limits)
            return Rulebook.findings(in: try Reader.report(in: extract.document), knowing: context)
        } catch {
            return [Rulebook.unreadable(rule: error.rule, detail: error.detail)]
        }
    }
}
