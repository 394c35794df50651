import Foundation
import Rules
import Testing

/// What must come out for a real report: a file of the gold folder beside this project.
///
/// The real reports are not part of the project. Where they are not at hand the tests that need them say so.
struct Gold: Decodable, CustomTestStringConvertible, Sendable {
    /// A finding that must be there, with the facts it must name.
    struct Must: Decodable, Sendable {
        var rule: String
        var at: String?
        var facts: [String: Fact]

        struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            rule = try container.decode(String.self, forKey: Key(stringValue: "rule"))
            at = try container.decodeIfPresent(String.self, forKey: Key(stringValue: "at"))
            facts = [:]
            for key in container.allKeys where !["rule", "at"].contains(key.stringValue) {
                facts[key.stringValue] = try container.decode(Fact.self, forKey: key)
            }
        }
    }

    var report: String
    var agency: String?
    var year: Int?
    var verdict: String
    var sections: [String: String]?
    var requests: [String: [Int?]?]
    var review: [String: [Int?]?]
    var must: [Must]
    var mustNot: [String]

    enum CodingKeys: String, CodingKey {
        case report, agency, year, verdict, sections, requests, review, must
        case mustNot = "must_not"
    }

    var testDescription: String { report }

    /// The folder with the real reports and what must come out for them.
    static let folder = URL(filePath: #filePath).appending(path: "../../../../shared").standardized

    /// All gold files for reports in text form; none where the folder is not there.
    static let texts: [Gold] = load { $0.hasSuffix(".txt") }

    private static func load(where isWanted: (String) -> Bool) -> [Gold] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: "gold"), includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
            .compactMap { try? JSONDecoder().decode(Gold.self, from: Data(contentsOf: $0)) }
            .filter { isWanted($0.report) }
    }

    /// The bytes of the report.
    func bytes() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Gold.folder.appending(path: "reports").appending(path: report)))
    }

    /// Table 2 as the gold file has it, key for key.
    func disclosure() throws -> NSDictionary? {
        let name = report.prefix(3) + ".json"
        let data = try Data(contentsOf: Gold.folder.appending(path: "gold").appending(path: String(name)))
        return (try JSONSerialization.jsonObject(with: data) as? NSDictionary)?["disclosure"] as? NSDictionary
    }
}
