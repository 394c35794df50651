extension GridAnswer {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.grid/1"

    /// The answer in JSON. Throws where the encoder does.
    package func encoded() throws -> [UInt8] {
        let content: Result<CellGrid, Unreadable> =
            switch content {
            case .grid(let grid): .success(grid)
            case .unreadable(let reason): .failure(reason.bounded)
            }
        return try AnswerWire<GridAnswer>(format, content, isCutOff: isCutOff).encoded()
    }

    package init(decoding bytes: [UInt8], within limits: Limits) throws(ReaderAnswer.Violation) {
        let wire = try AnswerWire<GridAnswer>(decoding: bytes, within: limits)
        (format, isCutOff) = (wire.format, wire.isCutOff)
        switch wire.content {
        case .success(let grid):
            guard grid.isInBounds(limits) else { throw .malformed("grid") }
            content = .grid(grid)
        case .failure(let reason): content = .unreadable(reason)
        }
    }
}
