import FoundationEssentials
import Reports

extension ReaderAnswer {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.report/2"

    /// The answer in JSON, within its bounds: quotations are cut, and a report that is over a limit all the same is one that
    /// can't be read. Throws where the encoder does.
    package func encoded(within limits: Limits) throws -> [UInt8] {
        let bytes = [UInt8](try JSONEncoder().encode(Wire(bounded(within: limits))))
        guard bytes.count > limits.answerBytes else { return bytes }
        return [UInt8](try JSONEncoder().encode(Wire(over(.characters, limits))))
    }

    /// The answer in bytes that anybody can have written. The cost is linear in their number, whatever they hold.
    package init(decoding bytes: [UInt8], within limits: Limits) throws(Violation) {
        guard bytes.count <= limits.answerBytes else { throw .size }
        let wire: Wire
        do {
            wire = try JSONDecoder().decode(Wire.self, from: Data(bytes))
        } catch let violation as Violation {
            throw violation
        } catch {
            throw .malformed("\(error)")
        }
        format = wire.format
        isCutOff = wire.isCutOff ?? false
        switch (wire.report, wire.unreadable) {
        case (let report?, nil):
            var bounding = ReportBounding(limits)
            content = .report(bounding.bounded(report))
            if let bound = bounding.firstBroken { throw .bound(bound) }
        case (nil, let reason?):
            guard reason.bounded == reason, reason.isPlausible(within: limits) else { throw .reason }
            content = .unreadable(reason)
        default:
            throw .malformed("report, unreadable: one of them")
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
}

extension ReaderAnswer {
    /// The object that is written.
    private struct Wire: Codable {
        var schema = ReaderAnswer.schema
        var format: Format
        var report: Report?
        var unreadable: Unreadable?
        /// Left out where it is not so.
        var isCutOff: Bool?

        init(_ answer: ReaderAnswer) {
            format = answer.format
            isCutOff = answer.isCutOff ? true : nil
            switch answer.content {
            case .report(let report): self.report = report
            case .unreadable(let reason): unreadable = reason
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // First of all: nothing else can be expected of another schema.
            guard try container.decode(String.self, forKey: .schema) == schema else { throw Violation.otherSchema }
            format = try container.decode(Format.self, forKey: .format)
            report = try container.decodeIfPresent(Report.self, forKey: .report)
            unreadable = try container.decodeIfPresent(Unreadable.self, forKey: .unreadable)
            isCutOff = try container.decodeIfPresent(Bool.self, forKey: .isCutOff)
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
