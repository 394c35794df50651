import Foundation

/// The known report of the folder Documents: what must be read out of each of its files.
///
/// Its README says how the files were made, and why no number stands in it twice.
package struct KnownReport: Decodable, Sendable {
    /// The cells of a row as their digits.
    package struct Row: Decodable, Sendable {
        package var digits: [String]

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let counts = try? container.decode([Int].self) {
                digits = counts.map(String.init)
            } else if let count = try? container.decode(Int.self) {
                digits = [String(count)]
            } else {
                digits = [try container.decode(String.self)]
            }
        }
    }

    package var title: String
    package var agency: String
    package var year: Int
    /// The titles of the sections by their numbers.
    package var sections: [String: String]
    /// The rows of each table by their ids.
    package var disclosure: [String: Row]
    package var requests: [String: Row]
    package var review: [String: Row]

    /// What must be read, as `known.json` has it.
    package static func expected() throws -> KnownReport {
        try JSONDecoder().decode(KnownReport.self, from: Data(bytes(of: "known.json")))
    }

    /// The bytes of a file of the folder.
    package static func bytes(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    /// `known.doc` with other words in the place of some, each as long as those: the file holds its text as it is.
    package static func doc(saying changes: [(String, String)]) throws -> [UInt8] {
        try changes.reduce(bytes(of: "known.doc")) { bytes, change in
            let (old, new) = (Array(change.0.utf16), Array(change.1.utf16))
            precondition(old.count == new.count)
            let encoded = [old, new].map { $0.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
            return bytes.replacing(encoded[0], with: encoded[1])
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Documents")
}
