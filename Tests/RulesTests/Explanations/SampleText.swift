import Foundation
import Reports
import Rules

/// The sample report that keeps every rule, line by line, and the same report with an example put into it.
struct SampleText {
    private var opening: [String]
    /// The lines of each section, its heading first.
    private var sections: [Section: [String]] = [:]
    private var order = Section.allCases
    private var signature: [String]

    /// docs/samples/青岚市水利局.txt
    init() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../../docs/samples/青岚市水利局.txt").standardized
        var rest = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")[...]
        let isSignature = { (line: String) in line == "青岚市水利局" }
        signature = Array(rest[(rest.firstIndex(where: isSignature) ?? rest.endIndex)...])
        rest = rest.prefix { !isSignature($0) }
        for section in Section.allCases.reversed() {
            let start = rest.firstIndex(of: section.heading) ?? rest.endIndex
            sections[section] = Array(rest[start...])
            rest = rest[..<start]
        }
        opening = Array(rest)
    }

    var text: String { (opening + order.flatMap { sections[$0] ?? [] } + signature).joined(separator: "\n") }

    /// Puts an example in its place; false where it is of no report's text.
    mutating func put(_ example: Example) -> Bool {
        switch example {
        case .opening(let words): opening = words.components(separatedBy: "\n")
        case .sections(let sections): order = sections
        case .heading(let section, let heading): sections[section]?[0] = heading
        case .prose(let section, let words): write(words, in: section)
        case .rows(let rows): rows.forEach { put($0) }
        case .wording(let words, let official): replace(official, by: words)
        case .situation: return false
        }
        return true
    }

    /// New words between the heading and the table.
    private mutating func write(_ words: String, in section: Section) {
        let lines = sections[section] ?? []
        let table = lines.dropFirst().drop { !$0.contains("\t") }
        sections[section] = lines.prefix(1) + words.components(separatedBy: "\n") + table
    }

    private mutating func replace(_ old: String, by new: String) {
        sections = sections.mapValues { $0.map { $0.replacing(old, with: new) } }
    }

    private mutating func put(_ row: Example.Row) {
        let cells = row.cells.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        switch row.at {
        case .disclosure(let id): change(.disclosure, where: { $0.first == id.label }) { [$0[0]] + cells }
        case .requests(let id):
            change(.requests, where: { $0.prefix(3).contains(id.label) }) { $0.prefix(3) + cells }
        case .undividedOther:
            let isOther = { (row: [String]) in
                RequestRow.allCases.contains { $0.group == .other && row.prefix(3).contains($0.label) }
            }
            sections[.requests]?.removeAll { isOther($0.cells) && !$0.contains(RequestGroup.other.label) }
            change(.requests, where: isOther) { _ in ["", RequestGroup.other.label, ""] + cells }
        case .review(let block):
            let start = (ReviewBlock.allCases.firstIndex(of: block) ?? 0) * ReviewOutcome.allCases.count
            change(.review, where: { Int($0[0]) != nil }) { row in
                row[..<start] + cells + row[(start + ReviewOutcome.allCases.count)...]
            }
        default: break
        }
    }

    private mutating func change(
        _ section: Section, where isMeant: ([String]) -> Bool, to new: ([String]) -> [String]
    ) {
        sections[section] = sections[section]?.map { line in
            isMeant(line.cells) ? new(line.cells).joined(separator: "\t") : line
        }
    }
}

extension String {
    /// The cells of a line of a table.
    fileprivate var cells: [String] { components(separatedBy: "\t") }
}
