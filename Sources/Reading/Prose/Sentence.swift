import Reports

/// A sentence cut into clauses.
struct Sentence {
    /// A stretch between two stops. A list comma does not end one.
    struct Clause {
        var tokens: [Token]
        /// The stop before it; `nil` at the start of the sentence.
        var opening: Stop?
        /// How many brackets it stands in.
        var depth: Int
    }

    let text: String
    let section: Section
    let clauses: [Clause]

    init(_ text: String, section: Section) {
        self.text = text
        self.section = section
        clauses = Sentence.clauses(of: Lexer.tokens(of: text))
    }

    private static func clauses(of tokens: [Token]) -> [Clause] {
        var clauses: [Clause] = []
        var current = Clause(tokens: [], opening: nil, depth: 0)
        for token in tokens {
            guard case .stop(let stop) = token, stop != .listComma else {
                current.tokens.append(token)
                continue
            }
            clauses.append(current)
            let depth = current.depth + (stop == .open ? 1 : stop == .close ? -1 : 0)
            current = Clause(tokens: [], opening: stop, depth: max(0, depth))
        }
        clauses.append(current)
        return clauses.filter { !$0.tokens.isEmpty }
    }
}

extension Sentence.Clause {
    func contains(_ word: Word) -> Bool { tokens.contains(.word(word)) }
}
