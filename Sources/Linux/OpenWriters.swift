import Glibc

/// Which files somebody has open and has written to, by what inotify reports of their folders.
///
/// That a name is new says nothing: a link to a file that is whole makes one too, and what is created and not written is empty. A file
/// that was open before its folder was watched is known once something more is written to it.
///
/// Whoever has a file open is counted, not known: where it was written to and closed, and somebody has it open still, that can be the one
/// who writes or one who reads. The count can be wrong, since inotify reports once what happens twice in a row.
struct OpenWriters: Sendable {
    /// What inotify reports at once.
    struct Event: Sendable {
        var watch: CInt
        var mask: Int
        /// The same in both events of a renaming.
        var cookie: UInt32 = 0
        var name = FileName(bytes: [])
    }

    /// What is known of a file that somebody has open.
    private struct OpenFile {
        var count = 0
        var isWritten = false
        /// Since it was written to last, somebody has closed it who could write.
        var isClosed = false

        var isBeingWritten: Bool { isWritten && !isClosed }
        var isHeld: Bool { isWritten && isClosed }
    }

    /// Whether it is a reason to look that somebody goes on writing.
    private let hearsWriting: Bool
    private var folders: [CInt: [FileName: OpenFile]] = [:]
    private var closed: [CInt: Set<FileName>] = [:]
    /// A file that was renamed while it was open, until its new name is known.
    private var renaming: (cookie: UInt32, file: OpenFile)?

    init(hearsWriting: Bool = false) { self.hearsWriting = hearsWriting }

    /// Begins to count in a folder; false where it has long begun.
    mutating func begin(_ watch: CInt) -> Bool {
        guard folders[watch] == nil else { return false }
        folders[watch] = [:]
        return true
    }

    /// The files of a folder that are being written.
    func written(in watch: CInt) -> Set<FileName> { names(in: watch, \.isBeingWritten) }

    /// The files of a folder that were written to and closed, and that somebody has open still.
    func held(in watch: CInt) -> Set<FileName> { names(in: watch, \.isHeld) }

    /// The files of a folder that were written and closed, or replaced, since this was asked last: who had them open before it was watched
    /// writes to them no more.
    mutating func takeClosed(in watch: CInt) -> Set<FileName> { closed.removeValue(forKey: watch) ?? [] }

    private func names(in watch: CInt, _ isMeant: (OpenFile) -> Bool) -> Set<FileName> {
        Set((folders[watch] ?? [:]).filter { isMeant($0.value) }.keys)
    }

    /// Takes in what inotify reports; tells whether it is a reason to look: that somebody reads is none.
    mutating func take(_ event: Event) -> Bool {
        let has = { (mask: Int) in event.mask & mask != 0 }
        // What was lost may have been the end of any writing, or its beginning.
        if has(Int(IN_Q_OVERFLOW)) { (folders, closed) = ([:], [:]) }
        if has(Int(IN_IGNORED)) { (folders[event.watch], closed[event.watch]) = (nil, nil) }
        let isNews = !has(Int(IN_OPEN | IN_CLOSE_NOWRITE | (hearsWriting ? 0 : IN_MODIFY)))
        let isFolder = has(Int(IN_ISDIR)) || event.name.bytes.isEmpty
        guard !isFolder, let known = folders[event.watch] else { return isNews }
        let before = known[event.name] ?? OpenFile()
        let after = file(before, after: event)
        folders[event.watch]?[event.name] = after
        return isNews || before.isHeld && after == nil
    }

    private mutating func noteClosed(_ event: Event) { closed[event.watch, default: []].insert(event.name) }

    /// What is known of a file after an event; `nil` where nobody has it open.
    private mutating func file(_ before: OpenFile, after event: Event) -> OpenFile? {
        var file = before
        switch CInt(event.mask) & (IN_OPEN | IN_MODIFY | IN_CLOSE | IN_DELETE | IN_MOVE) {
        case IN_OPEN: file.count += 1
        // Who empties a file by opening it is reported to write before he is reported to open.
        case IN_MODIFY: (file.isWritten, file.isClosed) = (true, false)
        case IN_CLOSE_WRITE:
            // One who opens and closes it, and writes nothing, says nothing of others.
            if file.count == 0 || file.isWritten && file.count == 1 { noteClosed(event) }
            file.count -= 1
            file.isClosed = true
        case IN_CLOSE_NOWRITE: file.count -= 1
        case IN_DELETE:
            noteClosed(event)
            return nil
        case IN_MOVED_FROM:
            renaming = (event.cookie, file)
            return nil
        case IN_MOVED_TO:
            if let renaming, renaming.cookie == event.cookie { file = renaming.file } else { file = OpenFile() }
            renaming = nil
            noteClosed(event)
        default: break
        }
        return file.count > 0 || file.isBeingWritten ? file : nil
    }
}

extension OpenWriters.Event {
    /// The events that a buffer holds, as inotify wrote them.
    static func all(in buffer: ArraySlice<UInt8>) -> [OpenWriters.Event] {
        let head = MemoryLayout<inotify_event>.size
        var events: [OpenWriters.Event] = []
        var rest = buffer
        while rest.count >= head {
            let number = { (place: Int) in
                rest.dropFirst(place).prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            }
            let length = min(Int(number(12)), rest.count - head)
            let name = rest.dropFirst(head).prefix(length).prefix { $0 != 0 }
            events.append(
                OpenWriters.Event(
                    watch: CInt(bitPattern: number(0)), mask: Int(number(4)), cookie: number(8),
                    name: FileName(bytes: Array(name))))
            rest = rest.dropFirst(head + length)
        }
        return events
    }
}
