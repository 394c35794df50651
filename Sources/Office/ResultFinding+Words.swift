import Reports
import Rules

extension Place {
    /// The words by which a message may name the place.
    fileprivate var names: [String] {
        guard case .section(let section) = self else { return [description] }
        return ["第\(section.numeral)部分", section.title, section.heading]
    }
}

extension ResultFinding {
    /// What is wrong, the place before it where the message does not name it.
    var heading: String {
        guard let place = Place(path: at) else { return message }
        return place.names.contains(where: message.contains) ? message : "\(place.description)：\(message)"
    }

    /// The text it rests on, a line each.
    var quotes: [String] { excerpt.split(whereSeparator: \.isNewline).map(String.init) }

    /// The article that asks for it; some rules rest on none and have a dash.
    var sources: [String] { articles(source) }
}

extension Rule {
    /// The article that asks for it, if there is one.
    var sources: [String] { articles(source) }
}

private func articles(_ source: String) -> [String] { source.contains(where: \.isLetter) ? [source] : [] }
