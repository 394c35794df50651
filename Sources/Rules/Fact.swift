/// A number or a word that a finding rests on, as results give it under `facts`.
package enum Fact: Sendable, Hashable, Codable {
    case number(Int)
    case text(String)
    case numbers([Int])
    case texts([String])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let numbers = try? container.decode([Int].self) {
            self = .numbers(numbers)
        } else if let texts = try? container.decode([String].self) {
            self = .texts(texts)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .numbers(let numbers): try container.encode(numbers)
        case .texts(let texts): try container.encode(texts)
        }
    }
}

extension Fact {
    /// The values as sentences write them, one or several.
    var texts: [String] {
        switch self {
        case .number(let number): [String(number)]
        case .text(let text): [text]
        case .numbers(let numbers): numbers.map(String.init)
        case .texts(let texts): texts
        }
    }

    /// The fact, words and lists cut to a length.
    var bounded: Fact {
        switch self {
        case .number: self
        case .text(let text): .text(Excerpt.word(text))
        case .numbers(let numbers): .numbers(Array(numbers.prefix(Self.mostValues)))
        case .texts(let texts):
            .texts(texts.prefix(Self.mostValues).map { Excerpt.word($0, longest: Self.longestOfMany) })
        }
    }

    /// More than a table has cells.
    private static let mostValues = 200
    /// Of many texts each has at most so many characters: no path of a place has more.
    private static let longestOfMany = 80

    /// What is known of several places as one fact: the same fact, or a list with a value a place.
    static func together(_ facts: [Fact]) -> Fact? {
        guard let first = facts.first else { return nil }
        if facts.allSatisfy({ $0 == first }) { return first }
        let numbers = facts.compactMap { fact -> Int? in if case .number(let number) = fact { number } else { nil } }
        return numbers.count == facts.count ? .numbers(numbers) : .texts(facts.flatMap(\.texts))
    }
}
