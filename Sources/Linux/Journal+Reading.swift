import CSystemd
import Glibc

extension Journal {
    /// Whether this machine's journal holds an entry with all these fields; false also where it may not be read.
    package func holds(_ fields: [(name: String, value: String)]) -> Bool {
        var opened: OpaquePointer?
        guard unsafe sd_journal_open(&opened, CInt(SD_JOURNAL_LOCAL_ONLY)) >= 0, let journal = unsafe opened else {
            return false
        }
        defer { unsafe sd_journal_close(journal) }
        for field in fields {
            let match = Array("\(field.name)=\(field.value)".utf8)
            guard unsafe sd_journal_add_match(journal, match, match.count) >= 0 else { return false }
        }
        return unsafe sd_journal_seek_head(journal) >= 0 && sd_journal_next(journal) > 0
    }
}
