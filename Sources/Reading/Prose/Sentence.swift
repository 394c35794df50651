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
    /// Whether the sentence counts documents of the body's own by their public attribute: 主动公开120条、依申请公开50条.
    let isAboutOwnDocuments: Bool
    /// Whether the sentence counts powers, not decisions.
    let isAboutPowers: Bool
    private let text: String
    /// The scalars of a sentence that is too long to be quoted; empty for any other.
    private let scalars: [Unicode.Scalar]

    init(_ text: String, section: Section) {
        self.text = text
        self.section = section
        scalars = text.utf8.count > Sentence.longestQuote ? Array(text.unicodeScalars) : []
        mentionsDisclosure = text.mentions("公开")
        let lexemes = Lexer.lexemes(of: text)
        let words = Set(lexemes.map(\.token))
        let takesRequests = [Act.receive, .undertake].contains { words.contains(.word(.act($0))) }
        let counts = words.contains(.word(.publicAttribute)) && Sentence.countsPublished(lexemes)
        isAboutOwnDocuments = !takesRequests && (counts || words.contains(.word(.ownDocuments)))
        isAboutPowers = words.contains(.word(.powers))
        clauses = Sentence.clauses(of: lexemes)
    }

    /// Whether 主动公开 stands before a number, and no stop between.
    private static func countsPublished(_ lexemes: [Lexer.Lexeme]) -> Bool {
        var isOpen = false
        for lexeme in lexemes {
            switch lexeme.token {
            case .word(.publicAttribute): isOpen = true
            case .stop: isOpen = false
            case .amount where isOpen: return true
            default: break
            }
        }
        return false
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
