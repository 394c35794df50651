import Linux
import Testing

@Suite struct FileNameTests {
    @Test(arguments: [
        ("年报.docx", "年报.docx"),
        ("年报\n合格.docx", "年报\\n合格.docx"),
        ("a\u{202E}txt.exe", "a\\u{202e}txt.exe"),
        ("\u{1B}[31m红", "\\u{1b}[31m红"),
        ("𠮷\u{2CE93}.txt", "𠮷\u{2CE93}.txt"),
    ])
    func `a name is shown so that it can forge nothing`(name: String, shown: String) {
        #expect(FileName(name).display == shown)
    }

    @Test func `a name in GB18030 is read as such`() {
        #expect(FileName(bytes: [0xB1, 0xA8, 0xB8, 0xE6, 0x2E, 0x64, 0x6F, 0x63]).display == "报告.doc")
    }

    @Test func `a name that is no text is given in hexadecimal digits`() {
        #expect(FileName(bytes: [0x61, 0xFF, 0xFF]).display == "0x61ffff")
    }
}
