import Glibc

/// Which files somebody has open and has written to, by what inotify reports of their folders.
///
/// That a name is new says nothing: a link to a file that is whole makes one too, and what is created and not written is empty. A file
/// that was open before its folder was watched is known once something more is written to it.
struct OpenWriters: Sendable {
    /// What inotify reports at once.
    struct Event: Sendable {
        var watch: CInt
        var mask: Int
        /// The same in both events of a renaming.
        var cookie: UInt32 = 0
        var name = FileName(bytes: [])
    }

    private var names: [CInt: Set<FileName>] = [:]
    /// A file that was renamed while it was written, until its new name is known.
    private var renaming: UInt32?

    /// The files of a folder that are being written.
    func names(in watch: CInt) -> Set<FileName> { names[watch] ?? [] }

    /// Takes in what inotify reports; tells whether it is a reason to look: that somebody goes on writing is none.
    mutating func take(_ event: Event) -> Bool {
        let has = { (mask: Int) in event.mask & mask != 0 }
        // What was lost may have been the end of any writing.
        if has(Int(IN_Q_OVERFLOW)) { names = [:] }
        if has(Int(IN_IGNORED)) { names[event.watch] = nil }
        if has(Int(IN_MODIFY)) {
            names[event.watch, default: []].insert(event.name)
            return false
        }
        if has(Int(IN_CLOSE_WRITE | IN_DELETE)) { names[event.watch]?.remove(event.name) }
        if has(Int(IN_MOVED_FROM)) {
            renaming = names[event.watch]?.remove(event.name) == nil ? nil : event.cookie
        }
        if has(Int(IN_MOVED_TO)) {
            let isWritten = renaming == event.cookie
            if isWritten {
                names[event.watch, default: []].insert(event.name)
            } else {
                names[event.watch]?.remove(event.name)
            }
            renaming = nil
        }
        return true
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
