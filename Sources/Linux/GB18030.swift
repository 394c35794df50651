import Glibc

/// The national character set, as the C library reads it.
package enum GB18030 {
    /// The text that bytes stand for, `nil` where they are not GB18030.
    package static func text(of bytes: [UInt8]) -> String? {
        let converter = unsafe iconv_open("UTF-8", "GB18030")
        guard Int(bitPattern: converter) != -1 else { return nil }
        defer { unsafe _ = iconv_close(converter) }

        var source = bytes.map(CChar.init(bitPattern:))
        // Two bytes at the least make three of UTF-8, and one makes one.
        var target = [CChar](repeating: 0, count: bytes.count * 3)
        var sourceLeft = source.count
        var targetLeft = target.count
        let answer = unsafe source.withUnsafeMutableBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return unsafe iconv(converter, &from, &sourceLeft, &to, &targetLeft)
            }
        }
        guard answer != -1, sourceLeft == 0 else { return nil }
        return String(validating: target.dropLast(targetLeft).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
