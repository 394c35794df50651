import ReaderInterface

/// Puts together the tree of what a parser meets, within the limits.
///
/// It is a class because a C parser hands it through as a pointer.
final class XMLTreeBuilder {
    private let limits: Limits
    /// Elements of which the tree has nothing, and how many are open of one of these and all that is in it.
    private let leftOut: Set<XMLName>
    private var openLeftOut = 0
    /// The elements that are open, the innermost last. The first is no element of the file but holds its root.
    private var open = [XMLElement(name: XMLName(.none, ""))]
    private var elements = 0
    /// Why the rest is not read.
    private(set) var failure: Unreadable?

    init(limits: Limits, leavingOut leftOut: Set<XMLName> = []) {
        self.limits = limits
        self.leftOut = leftOut
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
        guard failure == nil, isAdmitted() else { return }
        open.append(element)
    }

    /// Begins an element that the tree has nothing of; false where it is to be put in. The limits hold for it as well.
    func leaveOut(_ name: XMLName) -> Bool {
        guard openLeftOut > 0 || leftOut.contains(name) else { return false }
        if failure == nil, isAdmitted() { openLeftOut += 1 }
        return true
    }

    private func isAdmitted() -> Bool {
        elements += 1
        if elements > limits.elements { refuse(limits.reached(.elements)) }
        if open.count + openLeftOut > limits.depth { refuse(limits.reached(.depth)) }
        return failure == nil
    }

    func take(_ text: String) {
        guard failure == nil, openLeftOut == 0 else { return }
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
        guard failure == nil else { return }
        guard openLeftOut == 0 else {
            openLeftOut -= 1
            return
        }
        guard open.count > 1 else { return }
        let element = open.removeLast()
        open[open.count - 1].nodes.append(.element(element))
    }
}
