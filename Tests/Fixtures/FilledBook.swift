import Foundation

/// A workbook whose cells are filled in as a person would, but in its XML.
package struct FilledBook {
    package var parts: [(name: String, text: String)]

    package init(_ bytes: [UInt8]) throws {
        let scratch = try ScratchFolder()
        try Data(bytes).write(to: URL(filePath: scratch.path("book.zip")))
        let unzip = ChildProgram("/usr/bin/unzip", ["-q", scratch.path("book.zip"), "-d", scratch.path("book")])
        try unzip.run()
        unzip.waitUntilExit()
        let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.path("book"))
        parts = try names.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }.sorted().map {
            ($0, try scratch.text(of: "book/\($0)"))
        }
    }

    /// Fills in the line of the finding of a rule, on whichever sheet it is.
    package mutating func fill(_ rule: String, _ wish: String, _ why: String) throws {
        for index in parts.indices where parts[index].name.hasPrefix("xl/worksheets/sheet") {
            let text = parts[index].text
            guard
                let line = text.firstMatch(of: try Regex("<row r=\"([0-9]+)\"[^>]*>(?:(?!</row>).)*>\(rule)<"))?[1]
                    .substring
            else { continue }
            for (column, words) in [("I", wish), ("J", why)] where !words.isEmpty {
                let cell = try Regex("<c r=\"\(column)\(line)\"( s=\"[0-9]+\")?/>")
                guard parts[index].text.contains(cell) else { throw NoLine(rule: rule) }
                parts[index].text.replace(
                    cell, with: "<c r=\"\(column)\(line)\" t=\"inlineStr\"><is><t>\(words)</t></is></c>")
            }
            return
        }
        throw NoLine(rule: rule)
    }

    /// No cell to fill in is left in the line of a rule, or there is no such line.
    package struct NoLine: Error {
        package var rule: String
    }

    /// Changes text wherever it stands in the sheets.
    package mutating func replace(_ text: String, with other: String) {
        for index in parts.indices { parts[index].text = parts[index].text.replacing(text, with: other) }
    }

    package func bytes() -> [UInt8] {
        var package = PackageBuilder()
        for part in parts { package.add(part.name, part.text) }
        return package.bytes()
    }
}
