import Fixtures
import Foundation
import Ledger
import Testing

@Suite("The manual pages")
struct ManualPageTests {
    static let pages = DocumentationTests.files(in: "docs/man").filter { $0.last?.isNumber == true }

    @Test(arguments: pages)
    func `groff has nothing to complain of`(page: String) async throws {
        let groff = "/usr/bin/groff"
        guard FileManager.default.isExecutableFile(atPath: groff) else { try Test.cancel("groff is not installed") }
        let arguments = ["-K", "utf8", "-man", "-Tutf8", "-ww", "-z", Project.file(page)]
        let outcome = try await Script(groff, arguments, label: "groff").run()
        #expect(outcome.status == 0)
        #expect(outcome.lines == [])
    }

    /// The folders of the languages: Chinese for who reads them, English for who packages.
    static let folders = ["docs/man/zh_CN", "docs/man"]

    @Test func `are there in both languages`() throws {
        let names = try Self.folders.map { folder in
            try FileManager.default.contentsOfDirectory(atPath: Project.file(folder)).filter { $0 != "zh_CN" }.sorted()
        }
        #expect(names[0].count > 10)
        #expect(names[0] == names[1])
    }

    private static func journal(_ folder: String) throws -> String {
        try String(contentsOfFile: Project.file("\(folder)/nianbao-journal.7"), encoding: .utf8)
    }

    @Test(arguments: folders)
    func `of the journal name each event, with what it is found by`(folder: String) throws {
        let page = try Self.journal(folder)
        for event in Event.allCases {
            let name = event.rawValue.replacing("-", with: "\\-")
            #expect(page.contains("\n.B \(name)\\fR  \(event.messageID)\n"), "\(name)")
        }
    }

    @Test(arguments: folders)
    func `of the journal name every field`(folder: String) throws {
        let page = try Self.journal(folder)
        var fields: Set<Substring> = []
        for file in DocumentationTests.files(in: "Sources/Ledger/Records") where file.hasSuffix(".swift") {
            let text = try String(contentsOfFile: Project.file(file), encoding: .utf8)
            fields.formUnion(text.matches(of: /"(?:NIANBAO_)?([A-Z]{2,})"(?=[\]:,])/).map(\.output.1))
        }
        #expect(fields.isSuperset(of: ["AGENCY", "CHAIN", "FLAPPING", "RULE", "WHY"]))
        for field in fields.subtracting(["MESSAGE", "PRIORITY"]) {
            #expect(page.contains("NIANBAO_\(field)"), "\(field)")
        }
    }

    /// The names of a page, by its section NAME.
    private static func names(of page: String) throws -> [String] {
        let lines = try String(contentsOfFile: Project.file(page), encoding: .utf8).split(separator: "\n")
        guard let head = lines.firstIndex(where: { $0 == ".SH NAME" || $0 == ".SH 名称" }) else { return [] }
        let names = lines[head + 1].split(separator: " \\- ")[0].replacing("\\-", with: "-")
        return names.split(separator: ", ").map(String.init)
    }

    @Test func `are installed under each of their names, and removed`() async throws {
        let make = "/usr/bin/make"
        guard FileManager.default.isExecutableFile(atPath: make) else { try Test.cancel("make is not installed") }
        let scratch = try ScratchFolder()
        let arguments = ["-C", Project.file(""), "DESTDIR=\(scratch.path)", "PREFIX=/usr"]
        #expect(try await Script(make, arguments + ["install-manuals"], label: "make").run().status == 0)
        for page in Self.pages {
            let section = page.suffix(1)
            let folder = "usr/share/man/\(page.contains("zh_CN") ? "zh_CN/" : "")man\(section)"
            let names = try Self.names(of: page)
            #expect(page.hasSuffix("/\(names.first ?? "").\(section)"), "\(page) begins with its own name")
            for name in names {
                let installed = try scratch.text(of: "\(folder)/\(name).\(section)")
                #expect(try installed == String(contentsOfFile: Project.file(page), encoding: .utf8), "\(name)")
            }
        }
        #expect(try await Script(make, arguments + ["uninstall-manuals"], label: "make").run().status == 0)
        let left = FileManager.default.enumerator(atPath: scratch.path)?.compactMap { $0 as? String } ?? []
        #expect(left.filter { $0.last?.isNumber == true && !$0.contains(/man[1-8]$/) } == [])
    }
}
