import Glibc

/// Strings as a program or a library takes a list of them: ended by a null pointer, for as long as the call lasts.
func withCStrings<Answer>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Answer
) -> Answer {
    var copies = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe copies.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("a terminated list has an element") }
        return unsafe body(UnsafePointer(start))
    }
}
