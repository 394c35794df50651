import Reports

/// The numbers of documents that a text cites.
enum Citations {
    /// Citations of the form that do not name the one in force, as printed.
    ///
    /// Only documents of 国务院办公厅政府信息与政务公开办公室 are looked at: the one of 2019 that was replaced, and a wrong number in
    /// a sentence about the form.
    static func superseded(in passage: Passage) -> [Substring] {
        passage.paragraphs.filter { $0.mentions(mark) }.flatMap(\.sentences).flatMap { sentence -> [Substring] in
            let numbers = numbers(in: sentence)
            if numbers.isEmpty { return [] }
            let isHistory = sentence.mentionsAny(of: ["废止", "代替", "不再"])
            let isAboutForm = sentence.mentions("报告格式")
            return numbers.filter { $0.isReplaced && !isHistory || isAboutForm && !$0.isInForce }.map(\.text)
        }
    }

    /// What stands before the number of a document of that office.
    private static let mark = "公开办函"

    /// A document number behind 公开办函: 〔2021〕30号.
    private struct Number {
        var year: Substring
        var number: Substring
        var text: Substring
        var isInForce: Bool { year.compact == "2021" && number.compact == "30" }
        var isReplaced: Bool { year.compact == "2019" && number.compact == "60" }
    }

    private static func numbers(in sentence: String) -> [Number] {
        sentence.ranges(of: mark).compactMap { mark in
            var rest = Scan(sentence[mark.upperBound...])
            guard rest.skip("〔[［（(【"), let year = rest.digits(), year.count == 4, rest.skip("〕]］）)】"),
                let number = rest.digits(), rest.skip("号")
            else { return nil }
            return Number(year: year, number: number, text: sentence[mark.lowerBound..<rest.position])
        }
    }
}

/// Reads a text from its start, white space between its parts passed over.
private struct Scan {
    private var rest: Substring
    var position: String.Index { rest.startIndex }

    init(_ text: Substring) { rest = text }

    /// Passes over one of some characters; false where none of them comes next.
    mutating func skip(_ characters: String) -> Bool {
        rest = rest.drop(while: \.isWhitespace)
        guard let first = rest.first, characters.contains(first) else { return false }
        rest.removeFirst()
        return true
    }

    /// The digits that come next; `nil` for none.
    mutating func digits() -> Substring? {
        rest = rest.drop(while: \.isWhitespace)
        let digits = rest.prefix(while: \.isNumber)
        rest = rest[digits.endIndex...]
        return digits.isEmpty ? nil : digits
    }
}
