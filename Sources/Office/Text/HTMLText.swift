extension String {
    /// The text as it stands between tags and in quotation marks.
    var escapedForHTML: String {
        guard utf8.contains(where: { signs[$0] != nil }) else { return self }
        let bytes = utf8.reduce(into: [UInt8]()) { bytes, byte in
            if let sign = signs[byte] { bytes += sign } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private let signs: [UInt8: [UInt8]] = [
    UInt8(ascii: "&"): Array("&amp;".utf8), UInt8(ascii: "<"): Array("&lt;".utf8),
    UInt8(ascii: ">"): Array("&gt;".utf8), UInt8(ascii: "\""): Array("&quot;".utf8),
    UInt8(ascii: "'"): Array("&#39;".utf8),
]
