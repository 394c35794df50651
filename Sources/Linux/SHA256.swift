import CGcrypt

/// The SHA-256 of bytes that come piece by piece.
@safe package struct SHA256: ~Copyable {
    /// Makes the library ready, once: its first call must not meet another one.
    private static let isReady = unsafe gcry_check_version(nil) != nil

    private let handle: gcry_md_hd_t

    package init() {
        precondition(Self.isReady, "libgcrypt does not start")
        var opened: gcry_md_hd_t?
        let error = unsafe gcry_md_open(&opened, CInt(GCRY_MD_SHA256.rawValue), 0)
        guard error == 0, let opened = unsafe opened else {
            preconditionFailure("libgcrypt has no SHA-256")
        }
        unsafe handle = opened
    }

    deinit {
        unsafe gcry_md_close(handle)
    }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe gcry_md_write(handle, $0.baseAddress, $0.count) }
    }

    /// The hash of all bytes taken in, in 64 hexadecimal digits.
    package consuming func digits() -> String {
        let length = Int(gcry_md_get_algo_dlen(CInt(GCRY_MD_SHA256.rawValue)))
        guard let digest = unsafe gcry_md_read(handle, CInt(GCRY_MD_SHA256.rawValue)) else {
            preconditionFailure("libgcrypt lost its SHA-256")
        }
        return unsafe UnsafeBufferPointer(start: digest, count: length).hexadecimal
    }

    /// The hash of bytes that are all at hand, in 64 hexadecimal digits.
    package static func digits(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.digits()
    }
}
