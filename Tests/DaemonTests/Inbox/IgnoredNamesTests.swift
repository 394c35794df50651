import Daemon
import Linux
import Testing

@Suite struct IgnoredNamesTests {
    private let names = IgnoredNames()

    @Test(arguments: [
        "~$年报.docx", ".~lock.年报.docx#", ".~年报.docx", ".DS_Store", "._年报.docx", "年报.docx.part", "年报.docx.filepart",
        "年报.pdf.crdownload", "年报.TMP", "~WRL0001.tmp", "Thumbs.db", "desktop.ini", "@eaDir", "$RECYCLE.BIN", "__MACOSX",
        ".年报.docx.AbC123", "~syncthing~年报.docx.tmp", "年报.docx~", "年报.docx.uploading", "年报.pdf.opdownload",
        "年报.zip.incomplete", "年报.zip.aria2", "年报.zip.!qB", "年报.zip.bc!", "年报.txt.sb-8b2f01aa-Xy12Zz",
        "备份属于 年报.wbk",
    ])
    func `what programs leave beside a report is passed over`(name: String) {
        #expect(names.reason(for: FileName(name)) != nil)
    }

    @Test(arguments: ["年报.docx", "年报", "~年报.docx", "part.docx", "$年报.pdf", "2024.tmp.docx", "年报（修改稿）.txt"])
    func `a report is not`(name: String) {
        #expect(names.reason(for: FileName(name)) == nil)
    }

    @Test func `an office can add names`() {
        let names = IgnoredNames(adding: ["说明*", "?.txt"])
        #expect(names.reason(for: FileName("说明（必读）.docx")) != nil)
        #expect(names.reason(for: FileName("甲.TXT")) != nil)
        #expect(names.reason(for: FileName("甲乙.txt")) == nil)
    }
}
