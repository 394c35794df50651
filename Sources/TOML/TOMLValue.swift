import CTOML

/// A value of a TOML text.
package struct TOMLValue: Sendable, Hashable {
    /// What a value can be. Fractions, dates and times are not told apart.
    package enum Content: Sendable, Hashable {
        /// In the order in which the names stand in the text.
        case table([Member])
        case array([TOMLValue])
        case string(String)
        case integer(Int)
        case boolean(Bool)
        case other
    }

    /// A value with its name.
    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: TOMLValue
    }

    package let content: Content
    /// The line, from 1, on which its name stands first, or the value itself where it has none.
    package let line: Int

    package init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }

    package var table: [Member]? { if case .table(let members) = content { members } else { nil } }
    package var array: [TOMLValue]? { if case .array(let values) = content { values } else { nil } }
    package var string: String? { if case .string(let text) = content { text } else { nil } }
    package var integer: Int? { if case .integer(let number) = content { number } else { nil } }
    package var boolean: Bool? { if case .boolean(let answer) = content { answer } else { nil } }
}

/// Why a text is no TOML, in the words of the parser. Line and column count from 1.
package struct TOMLProblem: Error, Hashable {
    package let line: Int
    package let column: Int
    package let words: String
}

extension TOMLValue {
    /// The table that a text holds.
    package init(parsing text: String) throws(TOMLProblem) {
        var text = text
        guard let document = text.withUTF8({ unsafe toml_read($0.baseAddress, $0.count) }) else {
            throw TOMLProblem(line: 1, column: 1, words: "内存不足")
        }
        defer { unsafe toml_close(document) }
        var count = 0
        let values = unsafe UnsafeBufferPointer(start: toml_values(document, &count), count: count)
        guard !values.isEmpty else {
            let problem = unsafe toml_what_is_wrong(document)
            throw unsafe TOMLProblem(
                line: Int(problem.line), column: Int(problem.column), words: String(problem.words))
        }
        var position = 0
        self = unsafe Self.value(in: values, at: &position).value
    }

    /// The value at a position, with all that it holds; the position moves behind it.
    private static func value(in values: UnsafeBufferPointer<toml_value>, at position: inout Int) -> Member {
        let value = unsafe values[position]
        position += 1
        func members() -> [Member] {
            unsafe (0..<value.members).map { _ in unsafe Self.value(in: values, at: &position) }
        }
        let content: Content =
            switch unsafe value.kind {
            case TOML_TABLE: .table(members().sorted { ($0.value.line, $0.name) < ($1.value.line, $1.name) })
            case TOML_ARRAY: .array(members().map(\.value))
            case TOML_STRING: unsafe .string(String(value.text))
            case TOML_INTEGER: unsafe .integer(Int(value.number))
            case TOML_BOOLEAN: unsafe .boolean(value.number != 0)
            default: .other
            }
        return unsafe Member(name: String(value.name), value: TOMLValue(content, line: Int(value.line)))
    }
}

extension String {
    fileprivate init(_ text: toml_text) {
        let bytes = unsafe UnsafeRawBufferPointer(start: text.bytes, count: text.count)
        self = unsafe String(decoding: bytes, as: UTF8.self)
    }
}
