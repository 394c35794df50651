import CZstd

/// Expands a Zstandard frame that comes piece by piece, to a size that is known before: whatever the frame says, no byte more comes out
/// of it, and it holds no more memory than a frame of `FrameWriter` needs.
@safe package struct FrameReader: ~Copyable {
    /// The largest window of a frame, as a power of two: eight megabytes.
    private static let largestWindow: CInt = 23

    private let context: OpaquePointer
    private var left: Int
    private var isDone = false

    /// Begins to expand a frame of exactly `size` expanded bytes.
    package init(size: Int) throws(CompressionFailure) {
        guard let context = unsafe ZSTD_createDCtx() else { throw .noMemory }
        unsafe self.context = unsafe context
        left = size
        unsafe _ = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.largestWindow)
    }

    deinit {
        unsafe _ = ZSTD_freeDCtx(context)
    }

    /// Takes in the next bytes of the frame and hands on what comes out, in pieces.
    ///
    /// Throws `CompressionFailure`, and what `take` throws.
    package mutating func add(_ bytes: [UInt8], _ take: ([UInt8]) throws -> Void) throws {
        var read = 0
        var isFull = true
        // What fills the space may have left more inside.
        while read < bytes.count || isFull {
            guard !isDone else {
                if read < bytes.count { throw CompressionFailure.damaged }
                return
            }
            let piece = try expand(bytes, &read, &isFull)
            left -= piece.count
            guard left >= 0 else { throw CompressionFailure.damaged }
            if !piece.isEmpty { try take(piece) }
        }
    }

    /// Throws `damaged` where the frame has not ended, or has ended too early.
    package consuming func finish() throws(CompressionFailure) {
        guard isDone, left == 0 else { throw .damaged }
    }

    private mutating func expand(
        _ bytes: [UInt8], _ read: inout Int, _ isFull: inout Bool
    ) throws(CompressionFailure) -> [UInt8] {
        var (place, state) = (read, 0)
        let context = unsafe context
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_DStreamOutSize()) { space, filled in
            unsafe bytes.withUnsafeBytes { source in
                var output = unsafe ZSTD_outBuffer(dst: space.baseAddress, size: space.count, pos: 0)
                var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: place)
                state = unsafe ZSTD_decompressStream(context, &output, &input)
                (filled, place) = unsafe (output.pos, input.pos)
                isFull = unsafe output.pos == output.size
            }
        }
        guard ZSTD_isError(state) == 0 else { throw .damaged }
        (read, isDone) = (place, state == 0)
        return piece
    }
}
