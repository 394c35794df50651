import Daemon
import Fixtures
import Foundation
import Office
import Rules
import Testing

@Suite("The sample reports give what their table says")
struct SampleTests {
    /// A line of the table in docs/samples/README.md.
    struct Sample: CustomTestStringConvertible, Sendable {
        let file: String
        let verdict: String
        let rules: Set<String>

        var testDescription: String { file }
        var url: URL { SampleTests.folder.appending(path: file) }

        init?(line: Substring) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 6, cells[3].contains("`") else { return nil }
            file = cells[1].trimmingCharacters(in: .whitespaces)
            verdict = cells[3].trimmingCharacters(in: CharacterSet(charactersIn: " `"))
            rules = Set(
                cells[4].split(separator: " ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "`")) })
        }
    }

    static let folder = URL(filePath: Project.file("docs/samples"))

    static let samples: [Sample] = {
        let table = try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        return (table ?? "").split(separator: "\n").compactMap(Sample.init)
    }()

    @Test
    func `each file has a line, each line a file`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: SampleTests.folder.path())
        #expect(Set(files).subtracting(["README.md"]) == Set(SampleTests.samples.map(\.file)))
    }

    @Test(arguments: samples)
    func `verdict, and the rules of its errors and warnings`(sample: Sample) async throws {
        let bytes = [UInt8](try Data(contentsOf: sample.url))
        let result = try await ReportChecker().result(of: Submission(bytes, sha256: "", file: sample.file))
        #expect(result.verdict.rawValue == sample.verdict)
        #expect(Set(result.findings.filter { $0.severity != .info }.map(\.rule)) == sample.rules)
    }
}
