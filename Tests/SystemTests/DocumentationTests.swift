import Fixtures
import Foundation
import Testing

@Suite("The documents in the repository")
struct DocumentationTests {
    static let documents = ["README.md"] + files(in: "docs").filter { $0.hasSuffix(".md") }

    static func files(in folder: String) -> [String] {
        let names = try? FileManager.default.subpathsOfDirectory(atPath: Project.file(folder))
        return (names ?? []).map { "\(folder)/\($0)" }.sorted()
    }

    @Test(arguments: documents)
    func `every link leads to a file`(document: String) throws {
        let place = URL(filePath: Project.file(document))
        let text = try String(contentsOf: place, encoding: .utf8)
        for link in text.matches(of: /\]\((?!https?:)([^)#]+)/).map(\.output.1) {
            let target = place.deletingLastPathComponent().appending(path: String(link))
            #expect(FileManager.default.fileExists(atPath: target.path(percentEncoded: false)), "\(link)")
        }
    }

    @Test
    func `every function that the architecture names is where its link leads`() throws {
        let place = URL(filePath: Project.file("docs/architecture.md"))
        let text = try String(contentsOf: place, encoding: .utf8)
        let links = text.matches(of: /\[`(\w+)\.(\w+)`\]\((\.\.\/Sources[^)]+)\)/)
        #expect(!links.isEmpty)
        for (_, type, function, path) in links.map(\.output) {
            let source = try String(
                contentsOf: place.deletingLastPathComponent().appending(path: String(path)), encoding: .utf8)
            #expect(source.contains("func \(function)("), "\(type).\(function)")
            #expect(source.contains(" \(type)"), "\(type).\(function)")
        }
    }
}
