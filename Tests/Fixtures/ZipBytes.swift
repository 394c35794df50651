/// Changes in the bytes of an archive that no program would make.
package enum ZipBytes {
    /// The archive with another unpacked size in each header of its members.
    package static func declaring(size: UInt32, in bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let field = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
        for (signature, offset) in [([0x50, 0x4B, 3, 4], 22), ([0x50, 0x4B, 1, 2], 24)] as [([UInt8], Int)] {
            for start in bytes.indices
            where bytes[start...].starts(with: signature) && start + offset + 4 <= bytes.count {
                bytes.replaceSubrange(start + offset..<start + offset + 4, with: field)
            }
        }
        return bytes
    }
}
