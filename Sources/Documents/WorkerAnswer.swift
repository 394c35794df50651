/// What the worker says of one file, `nianbao.document/1`: its format, with the document in it or why there is none to be had.
package struct WorkerAnswer: Sendable, Equatable {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.document/1"

    /// An answer in another schema: the two programs are not of the same edition.
    package struct OtherSchema: Error {}

    /// What was found behind the bytes.
    package enum Content: Sendable, Equatable, Codable {
        case document(Document)
        case unreadable(Unreadable)
    }

    package var format: Format
    package var content: Content

    package init(format: Format, content: Content) {
        self.format = format
        self.content = content
    }
}

extension WorkerAnswer: Codable {
    enum CodingKeys: String, CodingKey {
        case schema, format, content
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard try container.decode(String.self, forKey: .schema) == Self.schema else { throw OtherSchema() }
        format = try container.decode(Format.self, forKey: .format)
        content = try container.decode(Content.self, forKey: .content)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schema, forKey: .schema)
        try container.encode(format, forKey: .format)
        try container.encode(content, forKey: .content)
    }
}

extension Limits {
    /// The longest answer there can be, in bytes: each character escaped, each cell with its frame, and room for all else.
    package var answerBytes: Int { min(characters, 1 << 40) * 6 + min(cells, 1 << 40) * 64 + 1_000_000 }
}
