/// On which line each name of a TOML file stands: the parser does not tell.
///
/// The text is known to be good TOML, so that a name is whatever stands before an equals sign, outside strings and lists.
struct TOMLLines {
    private var lines: [String: Int] = [:]

    init(_ text: String) {
        var table: [String] = []
        var nesting = Nesting()
        for (number, line) in zip(1..., text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)) {
            let isFresh = nesting.isClosed
            let start = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
            if isFresh, start.first == "[" {
                table = Self.parts(start.drop { $0 == "[" }.prefix { $0 != "]" })
                note(table, number)
            } else if isFresh, start.first != "#", let end = start.firstIndex(of: "=") {
                note(table + Self.parts(start[..<end]), number)
            }
            if !(isFresh && start.first == "[") { nesting.read(line) }
        }
    }

    /// The line of a name, or of the table that holds it; 1 where neither is found.
    subscript(name: String) -> Int {
        lines[name] ?? name.lastIndex(of: ".").map { self[String(name[..<$0])] } ?? 1
    }

    private mutating func note(_ parts: [String], _ number: Int) {
        for end in parts.indices {
            let name = parts[...end].joined(separator: ".")
            if lines[name] == nil { lines[name] = number }
        }
    }

    /// The parts of a dotted name, quotes and spaces taken off.
    private static func parts(_ name: Substring) -> [String] {
        name.split(separator: ".").map { part in String(part.filter { !" \t\"'".contains($0) }) }
    }
}

extension TOMLLines {
    /// Whether the end of a line is inside a list or a string of many lines.
    private struct Nesting {
        private var depth = 0
        private var fence: Substring?

        var isClosed: Bool { depth == 0 && fence == nil }

        mutating func read(_ line: Substring) {
            var rest = line
            while let letter = rest.first {
                if let fence {
                    rest = skip(rest, to: fence)
                } else if letter == "#" {
                    return
                } else if letter == "\"" || letter == "'" {
                    let triple = rest.prefix(3)
                    fence = triple.count == 3 && triple.allSatisfy { $0 == letter } ? triple : rest.prefix(1)
                    rest = rest.dropFirst(fence?.count ?? 1)
                } else {
                    depth += "[{".contains(letter) ? 1 : "]}".contains(letter) ? -1 : 0
                    rest = rest.dropFirst()
                }
            }
            if fence?.count == 1 { fence = nil }
        }

        /// What follows the end of a string, or one letter on.
        private mutating func skip(_ rest: Substring, to fence: Substring) -> Substring {
            if rest.hasPrefix(fence) {
                self.fence = nil
                return rest.dropFirst(fence.count)
            }
            return rest.dropFirst(rest.first == "\\" && fence.first == "\"" ? 2 : 1)
        }
    }
}
