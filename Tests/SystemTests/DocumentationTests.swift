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
        #expect(try Self.deadLinks(of: Project.file(document)) == [])
    }

    private static func deadLinks(of document: String) throws -> [String] {
        let place = URL(filePath: document)
        let text = try String(contentsOf: place, encoding: .utf8)
        return text.matches(of: /\]\((?!https?:)([^)#]+)/).map { String($0.output.1) }.filter { link in
            let target = place.deletingLastPathComponent().appending(path: link)
            return !FileManager.default.fileExists(atPath: target.path(percentEncoded: false))
        }
    }

    /// What they say of the source is text where there is none.
    @Test func `installed, they have links to each other only`() async throws {
        let make = "/usr/bin/make"
        guard FileManager.default.isExecutableFile(atPath: make) else { try Test.cancel("make is not installed") }
        let scratch = try ScratchFolder()
        let arguments = ["-C", Project.file(""), "DESTDIR=\(scratch.path)", "PREFIX=/usr", "install-documents"]
        #expect(try await Script(make, arguments, label: "make").run().status == 0)
        let folder = scratch.path("usr/share/doc/nianbao")
        let installed = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        #expect(installed.count > 10)
        for document in installed { #expect(try Self.deadLinks(of: "\(folder)/\(document)") == [], "\(document)") }
        #expect(try scratch.text(of: "usr/share/doc/nianbao/docs/operations.md").contains("](share.md)"))
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
