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
        /// Where it stands in the sentence, in scalars.
        var place: Int
    }

    let section: Section
    let clauses: [Clause]
    /// Whether the sentence speaks of disclosure.
    let mentionsDisclosure: Bool
    private let text: String
    /// The scalars of a sentence that is too long to be quoted; empty for any other.
    private let scalars: [Unicode.Scalar]

    init(_ text: String, section: Section) {
        self.text = text
        self.section = section
        scalars = text.utf8.count > Sentence.longestQuote ? Array(text.unicodeScalars) : []
        mentionsDisclosure = text.mentions("公开")
        clauses = Sentence.clauses(of: Lexer.lexemes(of: text))
    }

    /// The sentence as printed; of one that goes on and on what stands near a clause.
    func quote(around clause: Clause) -> String {
        guard !scalars.isEmpty else { return text }
        let start = max(0, clause.place - Sentence.reach)
        let end = min(scalars.count, clause.place + 2 * Sentence.reach)
        let quote = String(String.UnicodeScalarView(scalars[start..<end]))
        return (start > 0 ? "…" : "") + quote + (end < scalars.count ? "…" : "")
    }

    /// In bytes: a sentence of some 400 characters, more than nearly all have.
    private static let longestQuote = 1_200
    /// How much of a longer one is quoted before the clause, in scalars; behind it twice as much.
    private static let reach = 100

    private static func clauses(of lexemes: [Lexer.Lexeme]) -> [Clause] {
        var clauses: [Clause] = []
        var current = Clause(tokens: [], opening: nil, depth: 0, place: 0)
        for lexeme in lexemes {
            guard case .stop(let stop) = lexeme.token, stop != .listComma else {
                current.tokens.append(lexeme.token)
                continue
            }
            clauses.append(current)
            let depth = current.depth + (stop == .open ? 1 : stop == .close ? -1 : 0)
            current = Clause(tokens: [], opening: stop, depth: max(0, depth), place: lexeme.place)
        }
        clauses.append(current)
        return clauses.filter { !$0.tokens.isEmpty }
    }
}

extension Sentence.Clause {
    func contains(_ word: Word) -> Bool { tokens.contains(.word(word)) }
}
