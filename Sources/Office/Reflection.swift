import Mustache

/// A part of a view as a template looks into it.
///
/// Left to itself, the library reflects on a value anew for each name that it looks up, and on all values around it. This does so once a
/// value, when the template comes to it.
struct Reflection: MustacheParent {
    private let parts: [String: Any]

    /// What a template sees of a value: of a view its parts, of a list its elements, anything else as it is; nothing of an empty optional.
    static func of(_ value: Any) -> Any? {
        if value is String || value is Int || value is Bool { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { of($0.value) }
        case .collection: return List(values: mirror.children.map(\.value))
        case .struct: return Reflection(mirror)
        default: return value
        }
    }

    private init(_ mirror: Mirror) {
        var parts: [String: Any] = [:]
        for (label, value) in mirror.children {
            if let label, let part = Self.of(value) { parts[label] = part }
        }
        self.parts = parts
    }

    func child(named name: String) -> Any? { parts[name] }

    /// The elements of a list, each reflected on when its turn has come: thousands of them need not be held at once.
    private struct List: MustacheSequence {
        let values: [Any]

        func makeIterator() -> some IteratorProtocol<Any> {
            values.lazy.map { Reflection.of($0) ?? $0 }.makeIterator()
        }
    }
}
