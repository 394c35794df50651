import Extraction
import Foundation
import ReaderInterface
import Reading
import Rules

/// Reads a document and judges it in one process, twice: the second time is what `instructions.py` counts. The first one makes the tables
/// that a reader has made before there is a document.
@main
enum Main {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else { throw CocoaError(.fileReadInvalidFileName) }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
        print(try findings(in: bytes))
        try counted(bytes)
    }

    /// What is counted. It has no closure, whose name would begin with its own.
    @inline(never)
    private static func counted(_ bytes: [UInt8]) throws {
        print(try findings(in: bytes))
    }

    /// How many findings there are, by the way of a report through the reader and what checks it.
    @inline(never)
    private static func findings(in bytes: [UInt8]) throws -> Int {
        let limits = Limits()
        let extract = try Extractor.extract(bytes, limits: limits)
        let report = try Reader.report(in: extract.document)
        let answer = try ReaderAnswer(format: extract.format, content: .report(report)).encoded(within: limits)
        guard case .report(let read) = try ReaderAnswer(decoding: answer, within: limits).content else { return -1 }
        return Rulebook.findings(in: read).count
    }
}
