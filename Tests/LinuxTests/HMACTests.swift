import Linux
import Testing

@Suite struct `HMAC-SHA256` {
    @Test(arguments: [
        // RFC 4231, test case 2; and nothing at all.
        ("Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        ("", "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
    ])
    func `gives the codes of the standard`(key: String, message: String, code: String) {
        let found = HMAC.code(of: Array(message.utf8), key: Array(key.utf8))
        #expect(found.hexadecimal == code)
    }
}
