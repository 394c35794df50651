import Reports

extension ReaderAnswer {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.report/2"

    /// The answer in JSON, within its bounds: quotations are cut, and a report that is over a limit all the same is one that
    /// can't be read. Throws where the encoder does.
    package func encoded(within limits: Limits) throws -> [UInt8] {
        let bytes = try bounded(within: limits).wire.encoded()
        guard bytes.count > limits.answerBytes else { return bytes }
        return try over(.characters, limits).wire.encoded()
    }

    /// The answer in bytes that anybody can have written. The cost is linear in their number, whatever they hold.
    package init(decoding bytes: [UInt8], within limits: Limits) throws(Violation) {
        let wire = try AnswerWire<ReaderAnswer>(decoding: bytes, within: limits)
        (format, isCutOff) = (wire.format, wire.isCutOff)
        switch wire.content {
        case .success(let report):
            var bounding = ReportBounding(limits)
            content = .report(bounding.bounded(report))
            if let bound = bounding.firstBroken { throw .bound(bound) }
        case .failure(let reason): content = .unreadable(reason)
        }
    }

    /// The answer with nothing in it that is out of bounds.
    private func bounded(within limits: Limits) -> ReaderAnswer {
        switch content {
        case .unreadable(let reason):
            return ReaderAnswer(format: format, content: .unreadable(reason.bounded), isCutOff: isCutOff)
        case .report(let report):
            var bounding = ReportBounding(limits)
            let bounded = bounding.bounded(report)
            if let limit = bounding.limitReached { return over(limit, limits) }
            return ReaderAnswer(format: format, content: .report(bounded), isCutOff: isCutOff)
        }
    }

    private func over(_ limit: Limit, _ limits: Limits) -> ReaderAnswer {
        ReaderAnswer(format: format, content: .unreadable(limits.reached(limit)))
    }

    private var wire: AnswerWire<ReaderAnswer> {
        switch content {
        case .report(let report): AnswerWire(format, .success(report), isCutOff: isCutOff)
        case .unreadable(let reason): AnswerWire(format, .failure(reason), isCutOff: isCutOff)
        }
    }
}

extension Unreadable {
    /// As long as the words of a reason may be, in bytes.
    private static let longest = 600

    /// The reason, its words cut to their length.
    var bounded: Unreadable {
        switch self {
        case .damaged(let seen): .damaged(seen.cut(toBytes: Self.longest))
        case .notAReport(let missed): .notAReport(missed.cut(toBytes: Self.longest))
        default: self
        }
    }

    /// Whether a reader can have it: a limit is one of those it was given, and of its own crash it does not speak.
    func isPlausible(within limits: Limits) -> Bool {
        switch self {
        case .limit(let name, _): Limit(rawValue: name).map { limits.reached($0) == self } ?? false
        case .crashed: false
        case .damaged, .encrypted, .format, .scanned, .notAReport: true
        }
    }
}
