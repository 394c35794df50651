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

    private static let journal = Result {
        try String(contentsOfFile: Project.file("docs/man/nianbao-journal.7"), encoding: .utf8)
    }

    @Test(arguments: Event.allCases)
    func `of the journal names each event, with what it is found by`(event: Event) throws {
        let name = event.rawValue.replacing("-", with: "\\-")
        #expect(try Self.journal.get().contains("\n.B \(name)\\fR  \(event.messageID)\n"))
    }

    @Test func `of the journal names every field`() throws {
        let page = try Self.journal.get()
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
}
