import FoundationEssentials

/// An answer as it is written, in JSON: the schema, the format, and what was read or why nothing was.
struct AnswerWire<Reply: ReaderReply>: Codable {
    let format: Format
    let content: Result<Reply.Value, Unreadable>
    let isCutOff: Bool

    init(_ format: Format, _ content: Result<Reply.Value, Unreadable>, isCutOff: Bool) {
        (self.format, self.content, self.isCutOff) = (format, content, isCutOff)
    }

    /// The answer in bytes that anybody can have written, as far as it is not the value itself. The cost is linear in their number, whatever
    /// they hold.
    init(decoding bytes: [UInt8], within limits: Limits) throws(ReaderAnswer.Violation) {
        guard bytes.count <= Reply.longest(within: limits) else { throw .size }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch let violation as ReaderAnswer.Violation {
            throw violation
        } catch {
            throw .malformed("\(error)")
        }
        if case .failure(let reason) = content {
            guard reason.bounded == reason, reason.isPlausible(within: limits) else { throw .reason }
        }
    }

    func encoded() throws -> [UInt8] { [UInt8](try JSONEncoder().encode(self)) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        // First of all: nothing else can be expected of another schema.
        guard try container.decode(String.self, forKey: .schema) == Reply.schema else {
            throw ReaderAnswer.Violation.otherSchema
        }
        format = try container.decode(Format.self, forKey: .format)
        isCutOff = try container.decodeIfPresent(Bool.self, forKey: .isCutOff) ?? false
        let value = try container.decodeIfPresent(Reply.Value.self, forKey: .value)
        let reason = try container.decodeIfPresent(Unreadable.self, forKey: .unreadable)
        switch (value, reason) {
        case (let value?, nil): content = .success(value)
        case (nil, let reason?): content = .failure(reason)
        default: throw ReaderAnswer.Violation.malformed("\(Reply.subject.rawValue), unreadable: one of them")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Reply.schema, forKey: .schema)
        try container.encode(format, forKey: .format)
        // Left out where it is not so.
        if isCutOff { try container.encode(true, forKey: .isCutOff) }
        switch content {
        case .success(let value): try container.encode(value, forKey: .value)
        case .failure(let reason): try container.encode(reason, forKey: .unreadable)
        }
    }

    /// The value is named after what was asked for.
    private enum Key: CodingKey {
        case schema, format, value, unreadable, isCutOff

        var stringValue: String {
            switch self {
            case .schema: "schema"
            case .format: "format"
            case .value: Reply.subject.rawValue
            case .unreadable: "unreadable"
            case .isCutOff: "isCutOff"
            }
        }

        var intValue: Int? { nil }

        // Whoever lists the keys of an object: nobody does here.
        init?(stringValue: String) { return nil }
        init?(intValue: Int) { return nil }
    }
}
