import Foundation

/// A part of a document that a test makes. With NIANBAO_WRITE_DOCS set, it is written before it is compared.
package enum MadeSection {
    package struct Missing: Error {
        package let name: String
    }

    /// What stands in a document between `<!-- name -->` and `<!-- /name -->`. The path counts from the top of the project.
    package static func text(of path: String, _ name: String, made text: String) throws -> String {
        let file = URL(filePath: #filePath).appending(path: "../../../\(path)").standardized
        let page = try String(contentsOf: file, encoding: .utf8)
        guard let start = page.range(of: "<!-- \(name) -->\n")?.upperBound,
            let end = page.range(of: "<!-- /\(name) -->")?.lowerBound
        else { throw Missing(name: name) }
        guard ProcessInfo.processInfo.environment["NIANBAO_WRITE_DOCS"] != nil else { return String(page[start..<end]) }
        try page.replacingCharacters(in: start..<end, with: text).write(to: file, atomically: true, encoding: .utf8)
        return text
    }
}
