/// Puts a text together of scalars. A `String` to which they are appended one by one takes many times as long.
package struct TextBuilder {
    private var bytes: [UInt8] = []

    /// Room for so many bytes; there may be more.
    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func append(_ scalar: Unicode.Scalar) {
        if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
    }
}

extension String {
    /// The text of some scalars.
    package init(scalars: ArraySlice<Unicode.Scalar>) {
        var builder = TextBuilder(capacity: 3 * scalars.count)
        for scalar in scalars { builder.append(scalar) }
        self = builder.text
    }
}
