import Reports

/// Fills the places of a sentence, `{stated}`, from a hit.
struct Template {
    private let values: [String: String]

    init(_ hit: Hit) {
        values = hit.facts.mapValues(\.text)
            .merging(hit.words) { _, word in word }
            .merging(["at": hit.at.description]) { given, _ in given }
    }

    /// The sentence with each known name replaced; an unknown one stays, so that tests see it.
    func fill(_ sentence: String) -> String {
        var filled = ""
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            filled += rest[..<open] + (values[name] ?? "{\(name)}")
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

extension Fact {
    /// The fact as a sentence writes it.
    fileprivate var text: String {
        switch self {
        case .number(let number): String(number)
        case .text(let text): text
        case .numbers(let numbers): numbers.map(String.init).joined(separator: "、")
        }
    }
}
