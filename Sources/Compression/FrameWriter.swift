import CZstd

/// Compresses bytes that come piece by piece into one Zstandard frame, which names its expanded size and has a checksum.
///
/// It holds a few megabytes, however long the frame gets.
@safe package struct FrameWriter: ~Copyable {
    /// Fast, and close to the best for documents.
    private static let level: CInt = 3

    private let context: OpaquePointer

    /// Begins a frame of exactly `size` expanded bytes.
    package init(size: Int) throws(CompressionFailure) {
        guard size >= 0, let context = unsafe ZSTD_createCCtx() else { throw .noMemory }
        unsafe self.context = unsafe context
        unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Self.level)
        unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        unsafe _ = ZSTD_CCtx_setPledgedSrcSize(context, UInt64(size))
    }

    deinit {
        unsafe _ = ZSTD_freeCCtx(context)
    }

    /// Takes in the next bytes and gives what has come out by now. Throws `damaged` where there are more or fewer than promised.
    package mutating func add(_ bytes: [UInt8]) throws(CompressionFailure) -> [UInt8] {
        try compress(bytes, ZSTD_e_continue)
    }

    /// Ends the frame and gives the rest of it.
    package mutating func finish() throws(CompressionFailure) -> [UInt8] { try compress([], ZSTD_e_end) }

    private func compress(_ bytes: [UInt8], _ end: ZSTD_EndDirective) throws(CompressionFailure) -> [UInt8] {
        var (read, isDone, failed) = (0, false, false)
        var frame: [UInt8] = []
        while !isDone, !failed {
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: ZSTD_CStreamOutSize()) { space, filled in
                unsafe bytes.withUnsafeBytes { source in
                    var output = unsafe ZSTD_outBuffer(dst: space.baseAddress, size: space.count, pos: 0)
                    var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: read)
                    let left = unsafe ZSTD_compressStream2(context, &output, &input, end)
                    failed = ZSTD_isError(left) != 0
                    (filled, read) = unsafe (output.pos, input.pos)
                    isDone = end == ZSTD_e_end ? left == 0 : read == bytes.count
                }
            }
            frame += piece
        }
        guard !failed else { throw .damaged }
        return frame
    }
}
