import ReaderInterface

/// Bytes with numbers in them, the lowest byte first. What lies beyond the end throws `damaged`; nothing traps.
struct ByteView {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func uint8(_ offset: Int) throws(Unreadable) -> Int { try number(offset, bytes: 1) }
    func uint16(_ offset: Int) throws(Unreadable) -> Int { try number(offset, bytes: 2) }
    func uint32(_ offset: Int) throws(Unreadable) -> Int { try number(offset, bytes: 4) }

    func int32(_ offset: Int) throws(Unreadable) -> Int {
        Int(Int32(truncatingIfNeeded: try uint32(offset)))
    }

    /// Some of the bytes.
    func slice(_ offset: Int, _ length: Int) throws(Unreadable) -> ArraySlice<UInt8> {
        guard offset >= 0, length >= 0, length <= bytes.count, offset <= bytes.count - length else {
            throw .damaged("文件里的地址指到了文件之外，多半没有传完")
        }
        let start = bytes.startIndex + offset
        return bytes[start..<start + length]
    }

    /// Some of the bytes, to read numbers of.
    func view(_ offset: Int, _ length: Int) throws(Unreadable) -> ByteView {
        ByteView(try slice(offset, length))
    }

    private func number(_ offset: Int, bytes length: Int) throws(Unreadable) -> Int {
        try slice(offset, length).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
