import Linux
import Testing

@Suite struct SHA256Tests {
    /// From the standard, FIPS 180-4.
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `the hash is that of the standard`() {
        #expect(SHA256.digits(of: Array("abc".utf8)) == Self.abc)
        #expect(SHA256.digits(of: []).hasPrefix("e3b0c44298fc1c14"))
    }

    @Test func `pieces give the hash of the whole`() {
        var hash = SHA256()
        for byte in "abc".utf8 { hash.update([byte]) }
        #expect(hash.digits() == Self.abc)
    }
}
