import CGcrypt

/// HMAC-SHA256: says of bytes that they come from somebody who has the key.
package enum HMAC {
    /// The code of a message under a key.
    package static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        precondition(unsafe gcry_check_version(nil) != nil, "libgcrypt does not start")
        var opened: gcry_md_hd_t?
        let error = unsafe gcry_md_open(
            &opened, CInt(GCRY_MD_SHA256.rawValue), CUnsignedInt(GCRY_MD_FLAG_HMAC.rawValue))
        guard error == 0, let handle = unsafe opened else { preconditionFailure("libgcrypt has no HMAC-SHA256") }
        defer { unsafe gcry_md_close(handle) }
        unsafe key.withUnsafeBytes { unsafe _ = gcry_md_setkey(handle, $0.baseAddress, $0.count) }
        unsafe message.withUnsafeBytes { unsafe gcry_md_write(handle, $0.baseAddress, $0.count) }
        guard let digest = unsafe gcry_md_read(handle, CInt(GCRY_MD_SHA256.rawValue)) else {
            preconditionFailure("libgcrypt lost its HMAC-SHA256")
        }
        return unsafe Array(
            UnsafeBufferPointer(start: digest, count: Int(gcry_md_get_algo_dlen(CInt(GCRY_MD_SHA256.rawValue)))))
    }
}
