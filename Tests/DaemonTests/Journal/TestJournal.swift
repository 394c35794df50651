import Daemon
import Linux
import Synchronization
import SystemPackage

/// A journal that stands as the test says and keeps the entries that it took.
final class TestJournal: JournalSink {
    private struct Inside {
        var state = Journal.State.ready
        var room = Int.max
        var refusal: Errno?
        var refusedNumber: String?
        var numbers: [String] = []
        var entries: [[String: String]] = []
        var queue: [[String: String]] = []
        var drops: Set<String> = []
        var isStopped = false
        var oldest: UInt64?
    }

    private let inside = Mutex(Inside())

    /// The numbers of the records that were sent, those that were dropped among them.
    var numbers: [String] { inside.withLock(\.numbers) }

    /// The numbers of the records that are marked as sent again.
    var replayed: [String] {
        inside.withLock(\.entries).filter { $0["NIANBAO_REPLAYED"] == "1" }.compactMap { $0["NIANBAO_RECORD"] }
    }

    /// How many checkpoints were sent.
    var checkpoints: Int { inside.withLock(\.entries).count { $0["NIANBAO_CHECKPOINT"] != nil } }

    var state: Journal.State {
        get { inside.withLock { $0.numbers.count < $0.room ? $0.state : .busy } }
        set { inside.withLock { $0.state = newValue } }
    }

    /// How many entries it takes in all.
    var room: Int {
        get { inside.withLock(\.room) }
        set { inside.withLock { $0.room = newValue } }
    }

    /// Why it takes none.
    var refusal: Errno? {
        get { inside.withLock(\.refusal) }
        set { inside.withLock { $0.refusal = newValue } }
    }

    /// The number of a record that it can never take.
    var refusedNumber: String? {
        get { inside.withLock(\.refusedNumber) }
        set { inside.withLock { $0.refusedNumber = newValue } }
    }

    /// The numbers of the records that it takes and throws away.
    var drops: Set<String> {
        get { inside.withLock(\.drops) }
        set { inside.withLock { $0.drops = newValue } }
    }

    /// It takes entries and shows none of them before it goes on.
    var isStopped: Bool {
        get { inside.withLock(\.isStopped) }
        set {
            inside.withLock { inside in
                inside.isStopped = newValue
                while !newValue, !inside.queue.isEmpty { Self.keep(inside.queue.removeFirst(), &inside) }
            }
        }
    }

    /// It has entries of others, from long ago.
    var hasOlder: Bool {
        get { inside.withLock { $0.oldest == 0 } }
        set { inside.withLock { $0.oldest = newValue ? 0 : nil } }
    }

    /// Throws away what it has; the oldest entry is of that time.
    func vacuum(upTo time: UInt64) {
        inside.withLock { inside in
            inside.entries = []
            inside.oldest = time
        }
    }

    func oldest() -> UInt64? { inside.withLock { $0.oldest ?? ($0.entries.isEmpty ? nil : 0) } }

    func send(_ fields: [(name: String, value: String)]) throws(Errno) {
        if let refusal { throw refusal }
        let entry = Dictionary(fields.map { ($0.name, $0.value) }) { $1 }
        if let refusedNumber, entry["NIANBAO_RECORD"] == refusedNumber { throw .messageTooLong }
        inside.withLock { inside in
            if inside.isStopped { inside.queue.append(entry) } else { Self.keep(entry, &inside) }
        }
    }

    func entries(
        with lists: [(name: String, value: String)]..., showing names: Set<String>
    ) -> [[String: String]] {
        let wanted = lists.map { Dictionary(grouping: $0, by: \.name).mapValues { $0.map(\.value) } }
        return inside.withLock(\.entries).filter { entry in
            wanted.contains { $0.allSatisfy { name, values in entry[name].map(values.contains) ?? false } }
        }
    }

    private static func keep(_ entry: [String: String], _ inside: inout Inside) {
        let number = entry["NIANBAO_RECORD"]
        if let number { inside.numbers.append(number) }
        if number.map({ !inside.drops.contains($0) }) ?? true { inside.entries.append(entry) }
    }
}
