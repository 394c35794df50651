import Fixtures
import Foundation

/// What another program makes of a workbook.
enum LibreOffice {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")

    /// The first sheet of a workbook, read by LibreOffice.
    static func csv(of book: [UInt8]) throws -> [[String]] {
        let text = try converted(book, to: "csv", by: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")
            .replacing("\u{FEFF}", with: "")
        return text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The whole of a workbook as LibreOffice understands it, in XML.
    static func document(of book: [UInt8]) throws -> String { try converted(book, to: "fods", by: "fods") }

    private static func converted(_ book: [UInt8], to ending: String, by filter: String) throws -> String {
        let scratch = try ScratchFolder()
        try Data(book).write(to: URL(filePath: scratch.path("book.xlsx")))
        try run(
            "/usr/bin/soffice", "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless", "--convert-to",
            filter, "--outdir", scratch.path("."), scratch.path("book.xlsx"))
        return try scratch.text(of: "book.\(ending)")
    }

    /// The XML files that a workbook is made of.
    static func parts(of book: [UInt8]) throws -> [String: String] {
        let scratch = try ScratchFolder()
        try Data(book).write(to: URL(filePath: scratch.path("book.zip")))
        try run("/usr/bin/unzip", "-q", scratch.path("book.zip"), "-d", scratch.path("book"))
        let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.path("book"))
        return try Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }.map { name in
                (name, try scratch.text(of: "book/\(name)"))
            })
    }

    private static func run(_ program: String, _ arguments: String...) throws {
        let process = ChildProgram(program, arguments)
        process.standardOutput = .null
        process.standardError = .null
        try process.run()
        process.waitUntilExit()
    }
}
