import Reports
import Rules
import Synchronization

/// The texts that were cut into runs last. The same few earlier ones are compared with each report that comes, and to cut a text takes
/// longer than all else that is done with it. What is kept is held to the text itself, so that it is never out of date.
final class CutTexts: Sendable {
    static let shared = CutTexts()

    /// How many texts of other reports a generation has, of which two are kept; a text with its runs takes some 16 KB.
    private static let mostOthers = 96
    /// How many of the new reports' own: each has two.
    private static let mostOwn = 4
    /// Longer ones, in bytes, are cut each time.
    private static let longest = 20_000

    /// Whose text it is.
    struct Key: Hashable {
        let version: Int64
        let section: Section
    }

    private struct Cut {
        let text: String
        let shingles: Shingles
    }

    private struct State {
        var own: [Cut] = []
        var others: [Key: Cut] = [:]
        var older: [Key: Cut] = [:]
    }

    private let state = Mutex(State())

    /// The text of a version, cut.
    func shingles(of text: String, from key: Key) -> Shingles {
        let known = state.withLock { $0.others[key] ?? $0.older[key] }
        let cut = known.flatMap { $0.text == text ? $0 : nil } ?? Cut(text: text, shingles: Shingles([text]))
        guard text.utf8.count <= Self.longest else { return cut.shingles }
        state.withLock { state in
            if state.others.count >= Self.mostOthers, state.others[key] == nil {
                (state.others, state.older) = ([:], state.others)
            }
            state.others[key] = cut
        }
        return cut.shingles
    }

    /// A new report's text, cut. It is asked for when the report is judged and when it is recorded.
    func shingles(of text: String) -> Shingles {
        if let known = state.withLock({ $0.own.first { $0.text == text } }) { return known.shingles }
        let cut = Cut(text: text, shingles: Shingles([text]))
        keep(cut)
        return cut.shingles
    }

    private func keep(_ cut: Cut) {
        guard cut.text.utf8.count <= Self.longest else { return }
        state.withLock { state in
            if state.own.count >= Self.mostOwn { state.own.removeFirst() }
            state.own.append(cut)
        }
    }
}
