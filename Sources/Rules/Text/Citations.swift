import Reports

/// The numbers of documents that a text cites.
enum Citations {
    /// Citations of the form that do not name the one in force, as printed.
    ///
    /// Only documents of 国务院办公厅政府信息与政务公开办公室 are looked at: the one of 2019 that was replaced, and a wrong number in
    /// a sentence about the form.
    static func superseded(in paragraph: String) -> [String] {
        paragraph.sentences.flatMap { sentence in
            numbers(in: sentence).filter { number in
                number.isReplaced && !sentence.mentionsAny(of: ["废止", "代替", "不再"])
                    || sentence.mentions("报告格式") && !number.isInForce
            }.map(\.text)
        }
    }

    /// A document number behind 公开办函: 〔2021〕30号.
    private struct Number {
        var year: Substring
        var number: Substring
        var text: String
        var isInForce: Bool { year == "2021" && number == "30" }
        var isReplaced: Bool { year == "2019" && number == "60" }
    }

    private static func numbers(in sentence: String) -> [Number] {
        guard sentence.mentions("公开办函") else { return [] }
        return sentence.matches(of: #/公开办函\s*[〔\[［（(【]\s*(\d{4})\s*[〕\]］）)】]\s*(\d+)\s*号/#).map { match in
            Number(year: match.1, number: match.2, text: String(match.0))
        }
    }
}
