extension Unicode.Scalar {
    /// White space, as `properties.isWhitespace` says.
    var isBlank: Bool {
        switch value {
        // Nearly all there is in a document; the tables of Unicode take their time.
        case 0x21...0x7E, 0x3001...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF5E: false
        case 0x09...0x0D, 0x20, 0x3000: true
        default: properties.isWhitespace
        }
    }
}
