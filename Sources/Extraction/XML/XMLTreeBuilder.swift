import ReaderInterface

/// Puts together the tree of what a parser meets, within the limits.
///
/// It is a class because a C parser hands it through as a pointer.
final class XMLTreeBuilder {
    private let limits: Limits
    /// The elements that are open, the innermost last. The first is no element of the file but holds its root.
    private var open = [XMLElement(name: XMLName(.none, ""))]
    private var elements = 0
    /// Why the rest is not read.
    private(set) var failure: Unreadable?

    init(limits: Limits) {
        self.limits = limits
    }

    /// What has been read, under an element without a name; elements that were never closed are closed.
    func finish() -> XMLElement {
        while open.count > 1 { end() }
        return open[0]
    }

    /// Gives the file up.
    func refuse(_ reason: Unreadable) {
        failure = failure ?? reason
    }

    func begin(_ element: XMLElement) {
        guard failure == nil else { return }
        elements += 1
        if elements > limits.elements { return refuse(limits.reached(.elements)) }
        if open.count > limits.depth { return refuse(limits.reached(.depth)) }
        open.append(element)
    }

    func take(_ text: String) {
        guard failure == nil else { return }
        // A parser gives long text in pieces.
        let parent = open.count - 1
        if let last = open[parent].nodes.indices.last, case .text(let before) = open[parent].nodes[last] {
            open[parent].nodes[last] = .text("")
            open[parent].nodes[last] = .text(before + text)
        } else {
            open[parent].nodes.append(.text(text))
        }
    }

    func end() {
        guard failure == nil, open.count > 1 else { return }
        let element = open.removeLast()
        open[open.count - 1].nodes.append(.element(element))
    }
}
