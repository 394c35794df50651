/// An element of XML or HTML with all that is in it.
struct XMLElement {
    /// What stands in an element.
    enum Node {
        case element(XMLElement)
        case text(String)
    }

    struct Attribute {
        var name: XMLName
        var value: String
    }

    let name: XMLName
    var attributes: [Attribute] = []
    var nodes: [Node] = []

    /// The elements right in this one.
    var elements: some Sequence<XMLElement> {
        nodes.lazy.compactMap { node in
            guard case .element(let element) = node else { return nil }
            return element
        }
    }

    /// All text in it, that of the elements in it included.
    var text: String {
        var text = ""
        appendText(to: &text)
        return text
    }

    /// Whether it is the element of this name in this namespace.
    func `is`(_ namespace: XMLNamespace, _ local: String) -> Bool {
        name.local == local && name.namespace == namespace
    }

    /// The first element right in it with this name, of its own namespace.
    func child(_ local: String) -> XMLElement? {
        elements.first { $0.is(name.namespace, local) }
    }

    /// The elements right in it with this name, of its own namespace.
    func children(_ local: String) -> [XMLElement] {
        elements.filter { $0.is(name.namespace, local) }
    }

    /// All elements in it at any depth with this name, of its own namespace, in the order of the text.
    func descendants(_ local: String) -> [XMLElement] {
        elements.flatMap { element in
            (element.is(name.namespace, local) ? [element] : []) + element.descendants(local)
        }
    }

    /// The value of an attribute that has no namespace, or that of the element.
    subscript(_ local: String) -> String? {
        attributes.first {
            $0.name.local == local && ($0.name.namespace == .none || $0.name.namespace == name.namespace)
        }?.value
    }

    /// The value of an attribute of another namespace.
    subscript(_ namespace: XMLNamespace, _ local: String) -> String? {
        attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
    }

    private func appendText(to text: inout String) {
        for node in nodes {
            switch node {
            case .text(let piece): text += piece
            case .element(let element): element.appendText(to: &text)
            }
        }
    }
}
