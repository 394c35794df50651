import Compression
import Testing

@Suite struct FrameTests {
    @Test(arguments: [0, 1, 1000, 3_000_000]) func `what was compressed comes back`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
        #expect(try expand(try compress(bytes), to: count) == bytes)
    }

    @Test func `a long run of zeros takes next to nothing`() throws {
        #expect(try compress(Array(repeating: 0, count: 8 << 20)).count < 2_000)
    }

    @Test func `no byte more comes out than was promised`() throws {
        let frame = try compress(Array(repeating: 0, count: 8 << 20))
        var most = 0
        #expect(throws: CompressionFailure.damaged) {
            var reader = try FrameReader(size: 1000)
            try reader.add(frame) { most += $0.count }
        }
        #expect(most == 0)
    }

    @Test func `a frame that was changed, cut or lengthened is damaged`() throws {
        let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0) }
        let frame = try compress(bytes)
        var changed = frame
        changed[changed.count / 2] ^= 1
        for damaged in [changed, Array(frame.dropLast()), frame + [0], Array("年报".utf8), []] {
            #expect(throws: CompressionFailure.damaged) { _ = try expand(damaged, to: bytes.count) }
        }
        #expect(throws: CompressionFailure.damaged) { _ = try expand(frame, to: bytes.count + 1) }
    }

    @Test func `a frame of another length than was promised is not written`() throws {
        #expect(throws: CompressionFailure.damaged) { _ = try compress([1, 2, 3], promised: 4) }
    }

    private func compress(_ bytes: [UInt8], promised: Int? = nil) throws -> [UInt8] {
        var writer = try FrameWriter(size: promised ?? bytes.count)
        var frame: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 100_000) {
            frame += try writer.add(Array(bytes[start..<min(start + 100_000, bytes.count)]))
        }
        return frame + (try writer.finish())
    }

    private func expand(_ frame: [UInt8], to size: Int) throws -> [UInt8] {
        var reader = try FrameReader(size: size)
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: frame.count, by: 1000) {
            let piece = Array(frame[start..<min(start + 1000, frame.count)])
            try reader.add(piece) { bytes += $0 }
        }
        try reader.finish()
        return bytes
    }
}
