import Reports

/// Reads the rates of handled requests that a sentence gives beside its two numbers: 收到申请 8 件，办结 6 件，办结率 75%.
enum RateReader {
    /// The rates of a sentence. One whose two numbers the sentence does not both give is none.
    static func rates(in sentence: Sentence, context: Context) -> [Rate] {
        guard let percent = percentage(in: sentence) else { return [] }
        var context = context
        let statements = StatementReader.statements(in: sentence, context: &context)
        let wholes = statements.filter { [.received, .undertaken].contains($0.matter) }
        let parts = statements.filter { $0.matter == .handled }
        guard wholes.count == 1, parts.count == 1, let whole = wholes.first, let part = parts.first,
            part.number <= whole.number
        else { return [] }
        return [
            Rate(
                percent: percent, part: part.number, whole: whole.number, sentence: whole.sentence,
                section: sentence.section)
        ]
    }

    /// The one percentage of the sentence that is called a rate of handling. 按时办结率 is about time: another number below.
    private static func percentage(in sentence: Sentence) -> String? {
        let tokens = sentence.clauses.flatMap(\.tokens)
        guard let rate = tokens.firstIndex(of: .word(.rate)) else { return nil }
        for token in tokens[rate...].prefix(3) {
            if case .percent(let digits) = token { return digits }
        }
        return nil
    }
}
