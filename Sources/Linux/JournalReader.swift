import CSystemd
import Glibc
package import SystemPackage

/// The systemd journal, to read from: this machine's, or a folder of journal files from many.
@safe package final class JournalReader {
    private let journal: OpaquePointer
    private let origin: JournalOrigin?
    /// How many bytes its files had at the beginning.
    private var size: UInt64 = 0
    private var hasLostEntries = false

    /// Opens what this account may read of this machine's journal, or of the files in a folder. Where an origin is given, `find` finds
    /// entries of that origin alone.
    package init(_ place: JournalSource.Place = .machine, from origin: JournalOrigin? = nil) throws(Errno) {
        self.origin = origin
        var opened: OpaquePointer?
        let answer =
            switch place {
            case .folder(let folder): unsafe sd_journal_open_directory(&opened, folder.string, 0)
            case .files(let files): unsafe Self.open(files, &opened)
            case .machine: unsafe sd_journal_open_namespace(&opened, nil, Self.flags(for: origin))
            }
        guard answer >= 0, let journal = unsafe opened else { throw Errno(rawValue: -answer) }
        unsafe self.journal = journal
        // Whole fields, however large.
        unsafe sd_journal_set_data_threshold(journal, 0)
        size = usage
    }

    deinit {
        unsafe sd_journal_close(journal)
    }

    private static func open(_ files: [FilePath], _ journal: inout OpaquePointer?) -> CInt {
        unsafe withCStrings(files.map(\.string)) { names in
            unsafe names.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: files.count + 1) { paths in
                unsafe sd_journal_open_files(&journal, UnsafeMutablePointer(mutating: paths), 0)
            }
        }
    }

    /// Not what other accounts' sessions have written, nor what came from other machines. All namespaces: a unit may have been given one
    /// of its own.
    private static func flags(for origin: JournalOrigin?) -> CInt {
        let system = CInt(SD_JOURNAL_LOCAL_ONLY) | CInt(SD_JOURNAL_SYSTEM) | CInt(SD_JOURNAL_ALL_NAMESPACES)
        // A daemon that a person has started by hand writes to that person's own journal.
        return origin == .account(geteuid()) ? system | CInt(SD_JOURNAL_CURRENT_USER) : system
    }

    /// Whether something of it could not be read, as far as it was looked at: libsystemd passes over an entry that is damaged, and lets go of a file
    /// in which it can't find its way, without a word.
    package var isDamaged: Bool { hasLostEntries || usage < size }

    /// How many bytes the files have that are still read.
    private var usage: UInt64 {
        var bytes: UInt64 = 0
        return unsafe sd_journal_get_usage(journal, &bytes) >= 0 ? bytes : 0
    }

    /// When the oldest entry was taken, in microseconds since 1970; `nil` where nothing can be read.
    package func oldest() throws(Errno) -> UInt64? {
        unsafe sd_journal_flush_matches(journal)
        try check(unsafe sd_journal_seek_head(journal))
        guard try check(unsafe sd_journal_next(journal)) > 0 else { return nil }
        return try time()
    }

    /// When the newest entry was written that has a field, or any entry, by the clock of its machine, in microseconds since 1970; `nil` where
    /// nothing can be read. Whoever wrote it counts.
    package func newest(with field: (name: String, value: String)? = nil) throws(Errno) -> UInt64? {
        try match(field.map { [[$0]] } ?? [])
        return try goToEnd() ? time() : nil
    }

    private func time() throws(Errno) -> UInt64 {
        var time: UInt64 = 0
        try check(unsafe sd_journal_get_realtime_usec(journal, &time))
        return time
    }

    /// Where an entry lies: those of one file are in one sequence, and count up as they come.
    package struct Place: Sendable, Hashable {
        package let sequence: String
        package let number: UInt64

        package init(sequence: String, number: UInt64) { (self.sequence, self.number) = (sequence, number) }
    }

    /// Where the entry at hand lies.
    package func place() throws(Errno) -> Place {
        // libsystemd says it by itself since 254 only.
        var cursor: UnsafeMutablePointer<CChar>?
        try check(unsafe sd_journal_get_cursor(journal, &cursor))
        defer { unsafe free(cursor) }
        let parts = unsafe cursor.map { unsafe String(cString: $0) }?.split(separator: ";") ?? []
        let part = { (name: String) in parts.first { $0.hasPrefix(name) }?.dropFirst(name.utf8.count) }
        return Place(sequence: String(part("s=") ?? ""), number: part("i=").flatMap { UInt64($0, radix: 16) } ?? 0)
    }

    /// Has `advance` go on behind a place of the sequence of the files.
    package func seek(behind place: Place) throws(Errno) {
        let (next, isBeyond) = place.number.addingReportingOverflow(1)
        guard !isBeyond else { return }
        try check(unsafe sd_journal_seek_cursor(journal, "s=\(place.sequence);i=\(String(next, radix: 16))"))
    }

    /// The values that a field has in any entry, whoever wrote it; those of more bytes than `limit` are left out.
    package func values(of field: String, limit: Int) throws(Errno) -> [String] {
        try check(unsafe sd_journal_query_unique(journal, field))
        unsafe sd_journal_restart_unique(journal)
        var values: [String] = []
        var data: UnsafeRawPointer?
        var length = 0
        while try check(unsafe sd_journal_enumerate_unique(journal, &data, &length)) > 0 {
            guard length <= limit + field.utf8.count + 1 else { continue }
            let text = unsafe String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
            values.append(String(text.dropFirst(field.utf8.count + 1)))
        }
        return values
    }

    /// Goes to the beginning of the entries that have all fields of one of these lists; of values for one field, one is
    /// enough. Other origins than that of this reader are passed over.
    package func find(_ lists: [(name: String, value: String)]...) throws(Errno) {
        try find(any: lists)
    }

    func find(any lists: [[(name: String, value: String)]]) throws(Errno) {
        let own = origin.map { [(name: $0.field, value: $0.value)] } ?? []
        try match(lists.map { $0 + own })
    }

    /// How many entries that have a field come from others than this reader's origin, by what these have in the field of the origin.
    package func others(with field: (name: String, value: String)) throws(Errno) -> [String?: Int] {
        guard let origin else { return [:] }
        try match([[field]])
        var counts: [String?: Int] = [:]
        while try check(unsafe sd_journal_next(journal)) > 0 {
            let value = value(of: origin.field)
            guard value != origin.value else { continue }
            // Whoever writes cannot choose the account, but may have many units.
            let key = counts.count < 100 ? value : nil
            counts[key, default: 0] += 1
        }
        return counts
    }

    /// Whether the newest entry that has a field comes from another origin than this reader's.
    package func isNewestForeign(with field: (name: String, value: String)) throws(Errno) -> Bool {
        guard let origin else { return false }
        try match([[field]])
        return try goToEnd() && value(of: origin.field) != origin.value
    }

    /// Whose entries have a value in the field of the origin, as a person may know it.
    package func who(has value: String?) -> String { origin?.description(of: value) ?? "" }

    /// One field of the entry at hand. The others are not looked at, however large.
    package func value(of field: String) -> String? {
        var data: UnsafeRawPointer?
        var length = 0
        guard unsafe sd_journal_get_data(journal, field, &data, &length) >= 0 else { return nil }
        let text = unsafe String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
        return String(text.dropFirst(field.utf8.count + 1))
    }

    private func match(_ lists: [[(name: String, value: String)]]) throws(Errno) {
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

    /// Goes to the next entry that `find` finds; whether there is one.
    package func advance() throws(Errno) -> Bool { try check(unsafe sd_journal_next(journal)) > 0 }

    /// Goes to the newest entry that `find` finds; whether there is one.
    package func goToEnd() throws(Errno) -> Bool {
        try check(unsafe sd_journal_seek_tail(journal))
        return try retreat()
    }

    /// Goes to the entry before the one at hand; whether there is one.
    package func retreat() throws(Errno) -> Bool { try check(unsafe sd_journal_previous(journal)) > 0 }

    /// The fields of the next entry whose names are wanted; `nil` after the last one. What can't be read of a damaged
    /// file is passed over.
    package func next(_ isWanted: (Substring) -> Bool) throws(Errno) -> [String: String]? {
        while try advance() {
            if case .whole(let fields, _) = content(isWanted) { return fields }
        }
        return nil
    }

    /// What was read of an entry.
    package enum Content: Sendable {
        case whole([String: String], bytes: Int)
        /// It has more bytes than were asked for.
        case tooLong
        /// Not all of it can be read.
        case damaged
    }

    /// The fields of the entry at hand whose names are wanted. One with more than so many bytes, wanted or not, is not looked at further.
    package func content(upTo limit: Int = .max, _ isWanted: (Substring) -> Bool) -> Content {
        unsafe sd_journal_restart_data(journal)
        var fields: [String: String] = [:]
        var data: UnsafeRawPointer?
        var (length, bytes) = (0, 0)
        var answer = unsafe sd_journal_enumerate_data(journal, &data, &length)
        while answer > 0 {
            guard length < limit - bytes else { return .tooLong }
            bytes += length
            let text = unsafe String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
            if let end = text.utf8.firstIndex(of: UInt8(ascii: "=")), isWanted(text[..<end]) {
                fields[String(text[..<end])] = String(text[text.index(after: end)...])
            }
            answer = unsafe sd_journal_enumerate_data(journal, &data, &length)
        }
        guard answer == 0 else {
            hasLostEntries = true
            return .damaged
        }
        return .whole(fields, bytes: bytes)
    }

    /// Has no more than so many bytes of a field be unpacked.
    package func unpack(upTo bytes: Int) { unsafe sd_journal_set_data_threshold(journal, bytes) }

    @discardableResult
    private func check(_ answer: CInt) throws(Errno) -> CInt {
        guard answer >= 0 else { throw Errno(rawValue: -answer) }
        return answer
    }
}
