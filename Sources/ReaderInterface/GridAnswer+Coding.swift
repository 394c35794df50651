import FoundationEssentials

extension GridAnswer {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.grid/1"

    /// The answer in JSON. Throws where the encoder does.
    package func encoded() throws -> [UInt8] { [UInt8](try JSONEncoder().encode(Wire(self))) }

    package init(decoding bytes: [UInt8], within limits: Limits) throws(ReaderAnswer.Violation) {
        guard bytes.count <= Self.longest(within: limits) else { throw .size }
        let wire: Wire
        do {
            wire = try JSONDecoder().decode(Wire.self, from: Data(bytes))
        } catch let violation as ReaderAnswer.Violation {
            throw violation
        } catch {
            throw .malformed("\(error)")
        }
        switch (wire.grid, wire.unreadable) {
        case (let grid?, nil):
            guard grid.isInBounds(limits) else { throw .malformed("grid") }
            self.init(format: wire.format, content: .grid(grid), isCutOff: wire.isCutOff ?? false)
        case (nil, let reason?):
            guard reason.bounded == reason, reason.isPlausible(within: limits) else { throw .reason }
            self.init(format: wire.format, content: .unreadable(reason), isCutOff: wire.isCutOff ?? false)
        default:
            throw .malformed("grid, unreadable: one of them")
        }
    }

    /// The object that is written.
    private struct Wire: Codable {
        var schema = GridAnswer.schema
        var format: Format
        var grid: CellGrid?
        var unreadable: Unreadable?
        /// Left out where it is not so.
        var isCutOff: Bool?

        init(_ answer: GridAnswer) {
            format = answer.format
            isCutOff = answer.isCutOff ? true : nil
            switch answer.content {
            case .grid(let grid): self.grid = grid
            case .unreadable(let reason): unreadable = reason.bounded
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // First of all: nothing else can be expected of another schema.
            guard try container.decode(String.self, forKey: .schema) == schema else {
                throw ReaderAnswer.Violation.otherSchema
            }
            format = try container.decode(Format.self, forKey: .format)
            grid = try container.decodeIfPresent(CellGrid.self, forKey: .grid)
            unreadable = try container.decodeIfPresent(Unreadable.self, forKey: .unreadable)
            isCutOff = try container.decodeIfPresent(Bool.self, forKey: .isCutOff)
        }
    }
}
