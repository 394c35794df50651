import Linux
import Office
package import SystemPackage

/// A journal file that a sender has sent, looked at by itself.
package enum JournalFile {
    package enum State: Sendable, Equatable {
        case whole
        case unopened(Errno)
        /// Not all of its entries can be read.
        case damaged
    }

    /// How a file is. All of its entries are read where the look is thorough.
    package static func state(of file: FilePath, isThorough: Bool) -> State {
        do throws(Errno) {
            let head = try JournalFileHead(of: file)
            let journal = try JournalReader(.files([file]))
            guard isThorough else { return .whole }
            return try isDamaged(journal, head) ? .damaged : .whole
        } catch {
            return .unopened(error)
        }
    }

    /// libsystemd passes over an entry that it can't find without a word: there are fewer than the head of the file says.
    private static func isDamaged(_ journal: JournalReader, _ head: JournalFileHead) throws(Errno) -> Bool {
        journal.unpack(upTo: RemoteRecords.longestEntry)
        try journal.find()
        var count: UInt64 = 0
        while try journal.next({ _ in false }) != nil { count += 1 }
        return count < head.count || journal.isDamaged
    }
}

extension FoundTrouble {
    /// Files of a sender in a folder of which not everything can be read. Of `damaged` ones it need not be known which they are: `nil`.
    package static func unreadable(
        _ sender: String, unopened: [SentJournals.Unopened], damaged: [FilePath]?, in folder: FilePath
    ) -> FoundTrouble {
        let most = 10
        let closed = unopened.prefix(most).map { "\($0.file.lastComponent?.string ?? "")（\($0.reason.reason)）" }
        let spoilt = (damaged ?? []).prefix(most).map { $0.lastComponent?.string ?? "" }
        let bad = [
            closed.isEmpty ? nil : " \(closed.joined(separator: "、")) 打不开，其中的记录读不出来",
            spoilt.isEmpty ? nil : " \(spoilt.joined(separator: "、")) 有损坏，其中一部分记录读不出来",
        ].compactMap(\.self)
        let words =
            bad.isEmpty
            ? "有损坏，其中一部分记录读不出来。请在 \(folder) 中用 journalctl --verify --file=文件 找出坏了的（remote-\(sender)*.journal*），"
            : "\(bad.joined(separator: "；"))；它的其他文件照常汇集。请把它们从 \(folder) "
        return FoundTrouble(
            .unreadable, about: sender, from: sender,
            "证书 \(sender) 发来的日志文件\(words)移到别处，再请对方从头再传一次（见 docs/scale.md）；其他办公室照常汇集。")
    }
}
