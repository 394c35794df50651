import Reports

/// Fills the places of a sentence, `{stated}`, from a hit.
struct Template {
    /// Of several values so many are said.
    private static let mostValues = 3
    private let values: [String: [String]]

    init(facts: [String: Fact], words: [String: [String]], at place: Place) {
        values = facts.mapValues(\.texts)
            .merging(words) { _, words in words }
            .merging(["at": [place.description]]) { given, _ in given }
    }

    /// The sentence with each known name replaced, `{“label”}` by its values in quotes; an unknown one stays, so that tests see it.
    func fill(_ sentence: String) -> String {
        var filled = ""
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open] + (value(of: rest[rest.index(after: open)..<close]) ?? String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func value(of name: Substring) -> String? {
        let isQuoted = name.first == "“"
        guard let values = values[String(isQuoted ? name.dropFirst().dropLast() : name)] else { return nil }
        let shown = values.prefix(Self.mostValues).map { isQuoted ? "“\($0)”" : $0 }
        return shown.joined(separator: isQuoted ? "" : "、") + (values.count > shown.count ? "等" : "")
    }
}
