import CSystemd
import Glibc
package import SystemPackage

/// The systemd journal, to read from: this machine's, or a folder of journal files from many.
@safe package final class JournalReader {
    private let journal: OpaquePointer

    /// Opens what this account may read of this machine's journal, or of the files in a folder.
    package init(directory: FilePath? = nil) throws(Errno) {
        var opened: OpaquePointer?
        // All namespaces: a unit may have been given one of its own.
        let flags = CInt(SD_JOURNAL_LOCAL_ONLY) | CInt(SD_JOURNAL_ALL_NAMESPACES)
        let answer =
            if let directory {
                unsafe sd_journal_open_directory(&opened, directory.string, 0)
            } else {
                unsafe sd_journal_open_namespace(&opened, nil, flags)
            }
        guard answer >= 0, let journal = unsafe opened else { throw Errno(rawValue: -answer) }
        unsafe self.journal = journal
        // Whole fields, however large.
        unsafe sd_journal_set_data_threshold(journal, 0)
    }

    deinit {
        unsafe sd_journal_close(journal)
    }

    /// When the oldest entry was taken, in microseconds since 1970; `nil` where nothing can be read.
    package func oldest() throws(Errno) -> UInt64? {
        unsafe sd_journal_flush_matches(journal)
        try check(unsafe sd_journal_seek_head(journal))
        guard try check(unsafe sd_journal_next(journal)) > 0 else { return nil }
        var time: UInt64 = 0
        try check(unsafe sd_journal_get_realtime_usec(journal, &time))
        return time
    }

    /// The values that a field has in any entry.
    package func values(of field: String) throws(Errno) -> [String] {
        try check(unsafe sd_journal_query_unique(journal, field))
        unsafe sd_journal_restart_unique(journal)
        var values: [String] = []
        var data: UnsafeRawPointer?
        var length = 0
        while try check(unsafe sd_journal_enumerate_unique(journal, &data, &length)) > 0 {
            let text = unsafe String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
            values.append(String(text.dropFirst(field.utf8.count + 1)))
        }
        return values
    }

    /// Goes to the beginning of the entries that have all fields of one of these lists; of values for one field, one is
    /// enough.
    package func find(_ lists: [(name: String, value: String)]...) throws(Errno) {
        try find(any: lists)
    }

    func find(any lists: [[(name: String, value: String)]]) throws(Errno) {
        unsafe sd_journal_flush_matches(journal)
        for fields in lists {
            try check(unsafe sd_journal_add_disjunction(journal))
            for field in fields {
                let match = Array("\(field.name)=\(field.value)".utf8)
                try check(unsafe sd_journal_add_match(journal, match, match.count))
            }
        }
        try check(unsafe sd_journal_seek_head(journal))
    }

    /// The fields of the next entry whose names are wanted; `nil` after the last one. What can't be read of a damaged
    /// file is passed over.
    package func next(_ isWanted: (Substring) -> Bool) throws(Errno) -> [String: String]? {
        guard try check(unsafe sd_journal_next(journal)) > 0 else { return nil }
        unsafe sd_journal_restart_data(journal)
        var fields: [String: String] = [:]
        var data: UnsafeRawPointer?
        var length = 0
        while unsafe sd_journal_enumerate_data(journal, &data, &length) > 0 {
            let text = unsafe String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
            guard let end = text.utf8.firstIndex(of: UInt8(ascii: "=")), isWanted(text[..<end]) else { continue }
            fields[String(text[..<end])] = String(text[text.index(after: end)...])
        }
        return fields
    }

    @discardableResult
    private func check(_ answer: CInt) throws(Errno) -> CInt {
        guard answer >= 0 else { throw Errno(rawValue: -answer) }
        return answer
    }
}
