import Glibc

/// GB18030 by the C library's iconv, strict: one wrong byte and there is no text.
///
/// Foundation knows only part of the standard; iconv has its four-byte characters as well.
enum GB18030 {
    static func decode(_ bytes: [UInt8]) -> String? {
        guard let converter = unsafe iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
            return nil
        }
        defer { _ = unsafe iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No character grows more than twofold: two bytes become three, four stay four at most.
        var output = [CChar](repeating: 0, count: bytes.count * 2)
        var sourceLeft = input.count
        var targetLeft = output.count
        let status = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return unsafe iconv(converter, &from, &sourceLeft, &to, &targetLeft)
            }
        }
        guard status != -1, sourceLeft == 0 else { return nil }
        return String(validating: output.dropLast(targetLeft).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
