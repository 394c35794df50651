import Fixtures
import Foundation
import Testing

/// The programs of a sweep.
private let hasPrograms = ["/usr/bin/soffice", "/usr/bin/python3", "/usr/bin/pdftotext"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// A sample of `make sweep`: reports that LibreOffice breaks over pages, line by line.
@Suite(.enabled(if: hasPrograms, "LibreOffice, python3 or pdftotext is not installed"))
struct CutRowsSweepTests {
    @Test func `no cell is wrong and no report accused, wherever a page cuts a table`() throws {
        let sweep = try Nianbao(
            [Project.file("Tests/Sweep/sweep.py"), "--binary", Nianbao.program.path, "--sample"],
            environment: ["PATH": "/usr/bin:/bin"], program: URL(filePath: "/usr/bin/python3"))
        #expect(sweep.status == 0, "\(sweep.output)\(sweep.standardError)")
        let sum = try #require(sweep.lines.last?.split(separator: " "))
        #expect(sum.count == 6 && sum[0] == "all" && sum[1] == "10" && sum[3...] == ["0", "0", "0"], "\(sweep.output)")
    }
}
