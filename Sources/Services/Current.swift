import Synchronization

/// A value that a reload replaces whole: whoever needs it asks each time, and has either the old one or the new one.
package final class Current<Value: Sendable>: Sendable {
    private let inside: Mutex<Value>

    package init(_ value: Value) {
        inside = Mutex(value)
    }

    package var value: Value { inside.withLock(\.self) }

    package func replace(by value: Value) {
        inside.withLock { $0 = value }
    }
}
