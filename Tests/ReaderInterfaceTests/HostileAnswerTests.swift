import Fixtures
import Foundation
import ReaderInterface
import Reports
import Rules
import Testing

/// Answers of a reader that somebody has taken over: well formed or not, none of them may trap, in the decoder or in the rules.
@Suite struct `A hostile answer` {
    private static let limits: Limits = {
        var limits = Limits()
        (limits.characters, limits.paragraphs, limits.statements) = (20_000, 500, 50)
        return limits
    }()

    /// Judges what is accepted; false where nothing is.
    private func judge(_ bytes: [UInt8]) throws -> Bool {
        let answer: ReaderAnswer
        do throws(ReaderAnswer.Violation) {
            answer = try ReaderAnswer(decoding: bytes, within: Self.limits)
        } catch {
            return false
        }
        guard case .report(let report) = answer.content else { return true }
        _ = Rulebook.findings(in: report)
        // What was accepted would have been written so.
        let again = try ReaderAnswer(decoding: answer.encoded(within: Self.limits), within: Self.limits)
        #expect(again == answer)
        return true
    }

    @Test func `with hostile values in any of its places ends nothing`() throws {
        let honest = try JSONSerialization.jsonObject(with: Data(AnyReport.written(AnyReport.full)))
        var accepted = 0
        for seed in 0..<1_500 {
            var vandal = Vandal(seed: seed)
            var answer = honest
            for _ in 0...seed % 4 { answer = vandal.damaged(answer) }
            let bytes = try JSONSerialization.data(withJSONObject: answer, options: [.fragmentsAllowed, .sortedKeys])
            if try judge([UInt8](bytes)) { accepted += 1 }
        }
        // Both ways are gone.
        #expect((1..<1_500).contains(accepted))
    }

    @Test func `of broken bytes ends nothing`() throws {
        let honest = try AnyReport.written(AnyReport.full)
        for seed in 0..<1_500 {
            var vandal = Vandal(seed: seed)
            var bytes = honest
            for _ in 0...seed % 3 { vandal.damage(&bytes) }
            _ = try judge(bytes)
        }
    }

    @Test(arguments: [
        "", "null", "[]", "{}", "0", "NaN", "\u{FEFF}{}", "{\"schema\": \"nianbao.report/2\"}",
        "{\"schema\": \"nianbao.report/2\", \"format\": \"txt\"}",
        "{\"schema\": \"nianbao.report/2\", \"format\": \"txt\", \"report\": {}, \"unreadable\": {\"scanned\": {}}}",
        "{\"schema\": \"nianbao.report/2\", \"format\": \"txt\", \"unreadable\": {\"scanned\": {}, \"encrypted\": {}}}",
    ])
    func `that is no answer is none`(text: String) throws {
        #expect(throws: ReaderAnswer.Violation.self) {
            try ReaderAnswer(decoding: Array(text.utf8), within: Self.limits)
        }
    }

    @Test(arguments: ["[", "{\"a\":", "{\"schema\":", "\"", "1"])
    func `that goes on for ever is none`(text: String) throws {
        let bytes = Array(String(repeating: text, count: Self.limits.answerBytes / text.utf8.count).utf8)
        #expect(throws: ReaderAnswer.Violation.self) { try ReaderAnswer(decoding: bytes, within: Self.limits) }
    }
}

/// Damages answers, the same ones for the same seed.
private struct Vandal {
    private var random: Seeded

    init(seed: Int) {
        random = Seeded(seed)
    }

    /// The answer with something in one of its places that does not belong there.
    mutating func damaged(_ value: Any) -> Any {
        switch value {
        case var object as [String: Any] where !object.isEmpty && !goesNoFurther():
            let key = random.pick(object.keys.sorted())
            switch Int.random(in: 0..<12, using: &random) {
            case 0: object[key] = nil
            case 1: object[key + "x"] = object[key]
            default: object[key] = object[key].map { damaged($0) }
            }
            return object
        case var list as [Any] where !list.isEmpty && !goesNoFurther():
            let index = Int.random(in: list.indices, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: list.remove(at: index)
            case 1: list.insert(list[index], at: index)
            case 2: list = Array(repeating: list[index], count: random.pick([8, 40, 600]))
            default: list[index] = damaged(list[index])
            }
            return list
        default: return hostile(value)
        }
    }

    private mutating func goesNoFurther() -> Bool { random.once(in: 20) }

    private mutating func hostile(_ value: Any) -> Any {
        let texts: [String] = [
            "", "\0", "…", "\u{202E}", "1e300", "99999999999999999999", "-1", "0.0000000000001", "十万", "e\u{301}",
            String(repeating: "e\u{301}\u{301}\u{301}", count: 60), String(repeating: "（", count: 190),
            String(repeating: "长", count: 5_000), String(repeating: "12345", count: 5_000), "件", "无", "2024年",
        ]
        let numbers: [Any] = [
            0, 1, -1, 7, 9999, 10_000, 1_000_000_000_000, 1_000_000_000_001, Int.max, Int.min, UInt64.max, 1e300, 0.5,
        ]
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return NSNull()
        case 1: return [String: Any]()
        case 2: return [Any]()
        case 3: return (0..<200).reduce(value) { nested, _ in [nested] }
        case 4...6 where value is String: return random.pick(texts)
        case 4...6: return random.pick(numbers)
        case 7: return random.pick(texts)
        case 8: return random.pick(numbers)
        default: return true
        }
    }

    /// Changes some bytes.
    mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 4: bytes.insert(contentsOf: [0xC3, 0x28, 0xFF], at: place)
        case 5: bytes.insert(contentsOf: Array("-9223372036854775809e99".utf8), at: place)
        default: bytes.insert(contentsOf: Array(#","schema":"nianbao.report/2","report":null,"#.utf8), at: place)
        }
    }
}
